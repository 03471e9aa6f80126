import type { HistoryEntry } from "./types";

/** Who moved a declaration first after that version: the one that a decision on it lost against; null when nobody did. */
export function lostTo(history: readonly HistoryEntry[], decidedOnVersion: number): HistoryEntry | null {
  const later = history.filter((entry) => entry.version > decidedOnVersion);
  return later.reduce<HistoryEntry | null>(
    (first, entry) => (first === null || entry.version < first.version ? entry : first),
    null,
  );
}
