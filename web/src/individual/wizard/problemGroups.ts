import type { Problem } from "../../api/problems";

/** Problems that are mended at one place: one, or all the empty fields of one item. */
export interface ProblemGroup {
  readonly first: Problem;
  readonly count: number;
}

/** Puts the empty fields of one item together: eight sentences about a form that was just begun help nobody. */
export function problemGroups(problems: readonly Problem[]): ProblemGroup[] {
  const groups: { first: Problem; count: number }[] = [];
  const empty = new Map<string, { first: Problem; count: number }>();
  for (const problem of problems) {
    const [, area, itemId] = problem.path.split("/");
    const item = area === "items" && problem.code === "required" && itemId !== undefined ? itemId : null;
    const group = item === null ? undefined : empty.get(item);
    if (group !== undefined) {
      group.count++;
      continue;
    }
    const made = { first: problem, count: 1 };
    groups.push(made);
    if (item !== null) {
      empty.set(item, made);
    }
  }
  return groups;
}
