import { describe, expect, it } from "vitest";
import { entryAfter, mergePages, withoutEntry } from "./queuePages";
import { entryOf, pageOf } from "./samples";
import { rowRange } from "./useVisibleRows";

const ids = (entries: readonly { declarationId: string }[]) => entries.map((entry) => entry.declarationId);

describe("the pages of a list", () => {
  it("are one list, in their order", () => {
    const merged = mergePages([pageOf([entryOf(1), entryOf(2)]), pageOf([entryOf(3)])]);
    expect(ids(merged)).toEqual(ids([entryOf(1), entryOf(2), entryOf(3)]));
  });

  it("show an entry that moved behind the cursor once, as it is now", () => {
    const merged = mergePages([
      pageOf([entryOf(1), entryOf(2)]),
      pageOf([entryOf(1, { version: 4 }), entryOf(3)]),
    ]);
    expect(ids(merged)).toEqual(ids([entryOf(1), entryOf(2), entryOf(3)]));
    expect(merged[0]?.version).toBe(4);
  });

  it("do not take an older word for the newer one", () => {
    const merged = mergePages([pageOf([entryOf(1, { version: 4 })]), pageOf([entryOf(1, { version: 2 })])]);
    expect(merged.map((entry) => entry.version)).toEqual([4]);
  });

  it("lose a decided entry and count one less", () => {
    const pages = [pageOf([entryOf(1), entryOf(2)], { matchCount: 7, totalCount: 9 })];
    const rest = withoutEntry(pages, entryOf(1).declarationId, 2);
    expect(ids(rest[0]?.entries ?? [])).toEqual([entryOf(2).declarationId]);
    expect(rest[0]).toMatchObject({ matchCount: 6, totalCount: 8 });
  });

  it("keep a declaration that has come back since, and stay the same object", () => {
    const pages = [pageOf([entryOf(1, { version: 5 })])];
    expect(withoutEntry(pages, entryOf(1).declarationId, 2)).toBe(pages);
  });
});

describe("the next one to open", () => {
  const entries = [entryOf(1), entryOf(2), entryOf(3)];

  it("is the one after, else the first one before", () => {
    expect(entryAfter(entries, entryOf(1).declarationId, () => true)).toBe(entries[1]);
    expect(entryAfter(entries, entryOf(3).declarationId, () => true)).toBe(entries[0]);
  });

  it("is none that may not be opened, such as the reviewer's own", () => {
    const others = (entry: { personId: string }) => entry.personId !== entryOf(2).personId;
    expect(entryAfter(entries, entryOf(1).declarationId, others)).toBe(entries[2]);
    expect(entryAfter(entries.slice(0, 1), entryOf(1).declarationId, () => true)).toBeNull();
  });

  it("is the first of the list for a declaration that is not in it", () => {
    expect(entryAfter(entries, "elsewhere", () => true)).toBe(entries[0]);
  });
});

describe("the rows that are drawn", () => {
  it("are few at any place of a list of ten thousand", () => {
    for (const top of [0, -60, -599_000, -300_123]) {
      const { from, to } = rowRange(top, 800, 60, 10_000);
      expect(to - from).toBeLessThan(50);
      expect(from).toBeLessThanOrEqual(Math.floor(-top / 60));
      expect(to).toBeGreaterThanOrEqual(Math.min(10_000, Math.ceil((800 - top) / 60)));
    }
  });

  it("end with the list, and are none of an empty one", () => {
    expect(rowRange(0, 800, 60, 3)).toEqual({ from: 0, to: 3 });
    expect(rowRange(0, 800, 60, 0)).toEqual({ from: 0, to: 0 });
  });
});
