import type { QueueEntry } from "../review/types";

/** Declarations of one batch, as the API bounds it. */
export const batchItemsMax = 500;

/** What was ticked for a batch: ids with the lines as they were seen. */
export type Selection = ReadonlyMap<string, QueueEntry>;

/** With the line ticked or, if it was, no longer ticked; a full selection takes no further one. */
export function toggled(selection: Selection, entry: QueueEntry): Selection {
  const next = new Map(selection);
  if (!next.delete(entry.declarationId) && next.size < batchItemsMax) {
    next.set(entry.declarationId, entry);
  }
  return next;
}

/** The first lines that may be ticked, at most as many as a batch takes. */
export function allOf(
  entries: readonly QueueEntry[],
  mayBeTicked: (entry: QueueEntry) => boolean,
): Selection {
  return new Map(
    entries
      .filter(mayBeTicked)
      .slice(0, batchItemsMax)
      .map((entry) => [entry.declarationId, entry]),
  );
}

/**
 * What of a selection still waits, each line as it is now: a batch names versions, and what left the list or changed since it was
 * ticked must not be decided unseen. Lines that are not read any more (another filter) stay as they were seen.
 */
export function stillTicked(
  selection: Selection,
  entries: readonly QueueEntry[],
  isGone: (entry: QueueEntry) => boolean,
) {
  const present = new Map(entries.map((entry) => [entry.declarationId, entry]));
  return new Map(
    [...selection].filter(([id, seen]) => {
      const now = present.get(id);
      return !isGone(seen) && (now === undefined || now.version === seen.version);
    }),
  ) as Selection;
}

export interface SelectionSummary {
  readonly count: number;
  readonly targetsMissed: number;
  readonly totalQuarterHours: number;
  readonly employers: number;
}

/** The numbers that a clerk confirms before a batch. */
export function summaryOf(selection: Selection): SelectionSummary {
  const entries = [...selection.values()];
  return {
    count: entries.length,
    targetsMissed: entries.filter((entry) => !entry.targetsMet).length,
    totalQuarterHours: entries.reduce((sum, entry) => sum + entry.totalQuarterHours, 0),
    employers: new Set(entries.map((entry) => entry.employerCode)).size,
  };
}
