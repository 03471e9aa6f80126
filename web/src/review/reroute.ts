import type { components } from "../api/schema";
import type { DeclarationView, RouteChoices, UnitReference } from "./types";

type DirectoryEntry = components["schemas"]["DirectoryEntry"];

/** The unit whose choice brought a declaration to its holder: the last one that passed or re-routed it there; null at the employer. */
export function routedBy(
  declaration: Pick<DeclarationView, "history" | "holder" | "status">,
): UnitReference | null {
  if (declaration.status === "pendingEmployer" || !declaration.holder) {
    return null;
  }
  const passes = declaration.history.filter((entry) => entry.action === "passed");
  return passes.at(-1)?.unit ?? null;
}

/**
 * Where the routing unit could have sent it instead: its superiors, and its agency where it may choose one (a first-level unit or a
 * department), the present holder left out. The directory only suggests; the API decides.
 */
export function rerouteChoices(
  routing: Pick<DirectoryEntry, "kind" | "ancestors">,
  agency: UnitReference | null,
  holderCode: string,
): Pick<RouteChoices, "superiors" | "agencies" | "mustChooseAgency"> {
  const isFirstLevel = routing.ancestors.length === 0;
  const mayChooseAgency = isFirstLevel || routing.kind === "supervisingDepartment";
  const isOther = (unit: UnitReference) => unit.code !== holderCode;
  return {
    superiors: routing.ancestors.filter(isOther),
    agencies: agency && mayChooseAgency ? [agency].filter(isOther) : [],
    mustChooseAgency: isFirstLevel,
  };
}
