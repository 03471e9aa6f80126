import type { Schemas } from "../api/client";
import type { Me } from "../session/useMe";

/** One thing that a person can be here. */
export interface Portal {
  readonly to: string;
  readonly kind: "individual" | Schemas["UnitKind"];
  /** Name of the person or the unit. */
  readonly name: string;
}

/** Everything that the person can be; empty when not registered. */
export function portalsOf(me: Me): readonly Portal[] {
  const own: Portal[] =
    me.profile === null ? [] : [{ to: "/individual", kind: "individual", name: me.profile.employer.name }];
  return own.concat(
    me.memberships.map(({ unit, kind }) => ({
      to: `/${kind === "agency" ? "agencies" : "units"}/${encodeURIComponent(unit.code)}`,
      kind,
      name: unit.name,
    })),
  );
}

/** The portal that an address belongs to; null outside all of them. */
export function portalAt(portals: readonly Portal[], pathname: string): Portal | null {
  return portals.find(({ to }) => pathname === to || pathname.startsWith(to + "/")) ?? null;
}
