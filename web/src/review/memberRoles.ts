import type { MemberRole, MemberView, UnitKind } from "./types";

/** Roles that members of a unit of this kind can have. */
export function rolesOf(kind: UnitKind): readonly MemberRole[] {
  return kind === "agency" ? ["administrator", "clerk", "auditor"] : ["administrator", "reviewer"];
}

/** Person ids as the API makes them: a p and 24 letters and digits. */
export const personIdPattern = /^p[a-z2-7]{24}$/;

/** Characters that the API takes in a member's name. */
export const memberNameMax = 50;

/** Whether taking the administrator's role from this member would leave the unit without one. */
export function isLastAdministrator(members: readonly MemberView[], personId: string): boolean {
  const administrators = members.filter((member) => member.roles.includes("administrator"));
  return administrators.length === 1 && administrators[0]?.personId === personId;
}
