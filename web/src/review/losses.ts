import type { HistoryEntry } from "./types";

/** Who moved a declaration first after that version: the one that a decision on it lost against; null when nobody did. */
export function lostTo(history: readonly HistoryEntry[], decidedOnVersion: number): HistoryEntry | null {
  const later = history.filter((entry) => entry.version > decidedOnVersion);
  return later.reduce<HistoryEntry | null>(
    (first, entry) => (first === null || entry.version < first.version ? entry : first),
    null,
  );
}

/** Whether one person alone has moved the declaration since that version; false when nobody did. */
export function isMovedOnlyBy(
  history: readonly HistoryEntry[],
  sinceVersion: number,
  personId: string,
): boolean {
  const later = history.filter((entry) => entry.version > sinceVersion);
  return later.length > 0 && later.every((entry) => entry.actorPersonId === personId);
}
