import type { MergedDraft } from "../../drafts/mergedDraft";
import type { DeclarationView } from "../../drafts/draftService";
import { placeOf, type Step, steps } from "./steps";

/** How far a step is: what still has to be done there, and whether it is done. */
export interface StepState {
  readonly problemCount: number;
  readonly isDone: boolean;
}

/** Each step by what the service finds wrong in it; a step without anything in it is not done, only not needed. */
export function stepStates(view: DeclarationView, draft: MergedDraft): Readonly<Record<Step, StepState>> {
  const counts = new Map<Step, number>();
  for (const { path } of view.problems) {
    const { step } = placeOf(path);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const isFilled: Record<Step, boolean> = {
    head: true,
    years: draft.items.length > 0,
    imports: view.importedHours.length > 0,
    evidence: view.evidence.length > 0,
    check: false,
  };
  const stateOf = (step: Step): StepState => {
    const problemCount = counts.get(step) ?? 0;
    return { problemCount, isDone: problemCount === 0 && isFilled[step] };
  };
  return Object.fromEntries(steps.map((step) => [step, stateOf(step)])) as Record<Step, StepState>;
}
