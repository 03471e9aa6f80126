import type { QueueEntry, QueuePage } from "./types";

/** Entries of one request: enough to fill several screens, few enough to be drawn and read at once. */
export const pageSize = 100;

/**
 * The entries of all pages in the order of the list, each declaration once. While pages are read one after the other an entry may
 * move behind the cursor and be read again: the one with the later version is the true one, at the place where it was found first.
 */
export function mergePages(pages: readonly QueuePage[]): QueueEntry[] {
  const merged: QueueEntry[] = [];
  const places = new Map<string, number>();
  for (const page of pages) {
    for (const entry of page.entries) {
      const place = places.get(entry.declarationId);
      if (place === undefined) {
        places.set(entry.declarationId, merged.length);
        merged.push(entry);
      } else if (entry.version > (merged[place]?.version ?? 0)) {
        merged[place] = entry;
      }
    }
  }
  return merged;
}

/** The pages without a declaration as it was up to that version; the same object when it is not there. */
export function withoutEntry(
  pages: readonly QueuePage[],
  declarationId: string,
  upToVersion: number,
): QueuePage[] {
  const isGone = (entry: QueueEntry) => entry.declarationId === declarationId && entry.version <= upToVersion;
  if (!pages.some((page) => page.entries.some(isGone))) {
    return pages as QueuePage[];
  }
  return pages.map((page) => ({
    ...page,
    entries: page.entries.filter((entry) => !isGone(entry)),
    matchCount: Math.max(0, page.matchCount - 1),
    totalCount: Math.max(0, page.totalCount - 1),
  }));
}

/** The entry to open after that one: the next that may be decided, else the first before it; null when none is left. */
export function entryAfter(
  entries: readonly QueueEntry[],
  declarationId: string,
  mayBeOpened: (entry: QueueEntry) => boolean,
): QueueEntry | null {
  const place = entries.findIndex((entry) => entry.declarationId === declarationId);
  const isOther = (entry: QueueEntry) => entry.declarationId !== declarationId && mayBeOpened(entry);
  return entries.slice(place + 1).find(isOther) ?? entries.slice(0, Math.max(0, place)).find(isOther) ?? null;
}
