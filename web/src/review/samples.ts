import type { HistoryEntry, QueueEntry, QueuePage } from "./types";

/** A line of a list, for tests. */
export function entryOf(number: number, change: Partial<QueueEntry> = {}): QueueEntry {
  return {
    declarationId: `000-${String(number).padStart(26, "a")}`,
    version: 2,
    personId: `p${String(number).padStart(24, "a")}`,
    personName: `王${number}`,
    employerCode: "EMP-1",
    employerName: "株洲市第一中学",
    status: "pendingEmployer",
    fromYear: 2022,
    toYear: 2024,
    totalQuarterHours: 1_080,
    titleLevel: null,
    submittedAt: "2026-11-01T00:00:00Z",
    heldSince: "2026-11-01T00:00:00Z",
    targetsMet: true,
    ...change,
  };
}

/** A page of a list, for tests. */
export function pageOf(entries: QueueEntry[], change: Partial<QueuePage> = {}): QueuePage {
  return {
    entries,
    matchCount: entries.length,
    totalCount: entries.length,
    next: null,
    isLoading: false,
    ...change,
  };
}

/** A version of a declaration, for tests. */
export function historyOf(version: number, change: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    version,
    action: "passed",
    at: "2026-11-02T03:04:05Z",
    actorPersonId: "paaaaaaaaaaaaaaaaaaaaaaaa",
    actorName: "易一鸣",
    unit: { code: "EMP-1", name: "株洲市第一中学" },
    nextUnit: { code: "DEP-1", name: "株洲市教育局" },
    reason: null,
    itemIds: [],
    ruleSetVersion: "hunan-2026.1",
    statusAfter: "pendingSuperior",
    ...change,
  };
}
