import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";

/** A page of a portal. */
export interface NavigationItem {
  readonly to: string;
  readonly text: string;
  /** How many wait there; shown when more than none. */
  readonly count?: number;
  /** The portal's first page: it also counts as present below it, where no other item does. */
  readonly end?: boolean;
}

/** The item whose page, or one below it, is at the address. */
export function presentItem(items: readonly NavigationItem[], pathname: string): NavigationItem | undefined {
  const holds = ({ to }: NavigationItem) => pathname === to || pathname.startsWith(`${to}/`);
  return items.find((item) => item.end !== true && holds(item)) ?? items.find(holds);
}

/** The pages of a portal, above its content. */
export function PortalNavigation({
  label,
  items,
}: {
  label: string;
  items: readonly NavigationItem[];
}): ReactNode {
  const present = presentItem(items, useLocation().pathname);
  return (
    <nav aria-label={label} className="portal-navigation no-print">
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          aria-current={item === present ? "page" : undefined}
          className={item === present ? "active" : undefined}
        >
          {item.text}
          {item.count === undefined || item.count === 0 ? null : <span className="count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
