import type { BatchOutcome, BatchView } from "../review/types";

/** How often a batch under way is looked at. */
export const pollMilliseconds = 700;

/** How often after failures in a row: doubled each time, up to this. */
export const pollMaxMilliseconds = 15_000;

/** When to look at a batch again; false when there is nothing more to come. */
export function nextPoll(
  batch: Pick<BatchView, "isFinished"> | undefined,
  failuresInARow: number,
): number | false {
  if (batch?.isFinished) {
    return false;
  }
  return Math.min(pollMilliseconds * 2 ** failuresInARow, pollMaxMilliseconds);
}

/** Whole percent of a batch that has its outcome. */
export function percentOf(batch: Pick<BatchView, "total" | "accepted" | "refused">): number {
  return batch.total === 0 ? 100 : Math.floor(((batch.accepted + batch.refused) / batch.total) * 100);
}

/** Refused ones first: they need somebody; otherwise as the batch has them. */
export function refusedFirst(outcomes: readonly BatchOutcome[]): BatchOutcome[] {
  return [
    ...outcomes.filter((outcome) => outcome.refusal),
    ...outcomes.filter((outcome) => !outcome.refusal),
  ];
}

/** Why items were refused and how often, the most frequent first. */
export function reasonsOf(outcomes: readonly BatchOutcome[]) {
  const counts = new Map<string, { refusal: NonNullable<BatchOutcome["refusal"]>; count: number }>();
  for (const { refusal } of outcomes) {
    if (refusal) {
      const known = counts.get(refusal.code);
      counts.set(refusal.code, { refusal: known?.refusal ?? refusal, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
