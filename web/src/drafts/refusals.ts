import type { ApiProblem, Problem } from "../api/problems";
import type { DraftStore } from "./draftStore";
import { type Edit, fieldOf, type FieldPath } from "./edits";

/** Statuses of a whole command that a change of one of its texts can mend. */
const mendableStatuses = [400, 413, 422];

/** The one bound of a declaration that typing less mends; other 429s pass by themselves. */
const tooLongCode = "draft-too-long";

/** Whether another value of some field would be taken. */
export function isMendable(failure: ApiProblem): boolean {
  return mendableStatuses.includes(failure.status) || failure.code === tooLongCode;
}

export type Refusals = ReturnType<typeof createRefusals>;

/** Values that the service does not take: they stay here, and are not sent again before they are changed. */
export function createRefusals(store: DraftStore) {
  const refused = new Map<FieldPath, { problem: Problem; typedAt: number }>();
  return {
    has: (path: FieldPath, edit: Edit): boolean => refused.get(path)?.typedAt === edit.typedAt,

    /** Marks the fields that the problem names; all that were sent when it names none of them. */
    mark(sent: ReadonlyMap<FieldPath, Edit>, failure: ApiProblem): void {
      const { code, chinese, english } = failure;
      const whole: Problem = { path: "", code, chinese, english, rule: null };
      const named = new Map(failure.problems.map((problem) => [fieldOf(problem.path), problem]));
      const isNamed = [...sent.keys()].some((path) => named.has(fieldOf(path)));
      for (const [path, edit] of sent) {
        const problem = named.get(fieldOf(path));
        if (problem !== undefined || !isNamed) {
          refused.set(path, { problem: problem ?? whole, typedAt: edit.typedAt });
        }
      }
    },

    /** Those that still stand, by field. */
    current(): ReadonlyMap<FieldPath, Problem> {
      for (const [path, { typedAt }] of refused) {
        if (store.kept().edits.get(path)?.typedAt !== typedAt) {
          refused.delete(path);
        }
      }
      return new Map([...refused].map(([path, { problem }]) => [path, problem]));
    },
  };
}
