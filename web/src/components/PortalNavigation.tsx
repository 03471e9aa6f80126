import type { ReactNode } from "react";
import { NavLink } from "react-router";

/** A page of a portal. */
export interface NavigationItem {
  readonly to: string;
  readonly text: string;
  /** How many wait there; shown when more than none. */
  readonly count?: number;
  /** Only the very address counts as being there; for a portal's first page. */
  readonly end?: boolean;
}

/** The pages of a portal, above its content. */
export function PortalNavigation({
  label,
  items,
}: {
  label: string;
  items: readonly NavigationItem[];
}): ReactNode {
  return (
    <nav aria-label={label} className="portal-navigation no-print">
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end ?? false}>
          {item.text}
          {item.count === undefined || item.count === 0 ? null : <span className="count">{item.count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
