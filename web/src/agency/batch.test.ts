import { describe, expect, it } from "vitest";
import { entryOf } from "../review/samples";
import type { BatchOutcome } from "../review/types";
import {
  nextPoll,
  percentOf,
  pollMaxMilliseconds,
  pollMilliseconds,
  reasonsOf,
  refusedFirst,
} from "./batchProgress";
import { allOf, batchItemsMax, stillTicked, summaryOf, toggled, type Selection } from "./batchSelection";

const nothing: Selection = new Map();

describe("the selection of a batch", () => {
  it("takes a line and gives it back", () => {
    const one = toggled(nothing, entryOf(1));
    expect([...one.keys()]).toEqual([entryOf(1).declarationId]);
    expect(toggled(one, entryOf(1)).size).toBe(0);
  });

  it("takes as many as a batch may have and no further one", () => {
    const entries = Array.from({ length: batchItemsMax + 5 }, (_, number) => entryOf(number));
    const full = allOf(entries, () => true);
    expect(full.size).toBe(batchItemsMax);
    expect(toggled(full, entryOf(batchItemsMax + 1)).size).toBe(batchItemsMax);
    expect(toggled(full, entryOf(0)).size).toBe(batchItemsMax - 1);
  });

  it("leaves out what nobody may tick, such as the clerk's own", () => {
    const own = entryOf(2);
    expect(allOf([entryOf(1), own], (entry) => entry.personId !== own.personId).size).toBe(1);
  });

  it("loses what has changed or gone since it was seen, and keeps what another filter hides", () => {
    const ticked = allOf([entryOf(1), entryOf(2), entryOf(3)], () => true);
    const shown = [entryOf(1, { version: 4 })];
    const left = stillTicked(ticked, shown, (entry) => entry.declarationId === entryOf(2).declarationId);
    expect([...left.keys()]).toEqual([entryOf(3).declarationId]);
  });

  it("is summed up for the confirmation", () => {
    const ticked = allOf(
      [entryOf(1), entryOf(2, { targetsMet: false, employerCode: "EMP-2", totalQuarterHours: 840 })],
      () => true,
    );
    expect(summaryOf(ticked)).toEqual({ count: 2, targetsMissed: 1, totalQuarterHours: 1_920, employers: 2 });
  });
});

const refusal = (code: string): NonNullable<BatchOutcome["refusal"]> => ({
  kind: "conflict",
  code,
  chinese: code,
  english: code,
  problems: [],
  facts: null,
});
const done: BatchOutcome = { declarationId: "done", receipt: null, refusal: null };
const stale: BatchOutcome = { declarationId: "stale", receipt: null, refusal: refusal("stale-version") };

describe("the progress of a batch", () => {
  it("is looked at until it is finished, less often after failures, and never less than so often", () => {
    expect(nextPoll(undefined, 0)).toBe(pollMilliseconds);
    expect(nextPoll({ isFinished: false }, 1)).toBe(pollMilliseconds * 2);
    expect(nextPoll({ isFinished: false }, 20)).toBe(pollMaxMilliseconds);
    expect(nextPoll({ isFinished: true }, 0)).toBe(false);
  });

  it("is whole only when every item has its outcome", () => {
    expect(percentOf({ total: 500, accepted: 498, refused: 1 })).toBe(99);
    expect(percentOf({ total: 500, accepted: 498, refused: 2 })).toBe(100);
    expect(percentOf({ total: 0, accepted: 0, refused: 0 })).toBe(100);
  });

  it("shows first what needs somebody, and why, by how often", () => {
    expect(refusedFirst([done, stale]).map((outcome) => outcome.declarationId)).toEqual(["stale", "done"]);
    const own = { ...stale, declarationId: "own", refusal: refusal("own-declaration") };
    const reasons = reasonsOf([own, done, stale, { ...stale, declarationId: "stale-2" }]);
    expect(reasons.map(({ refusal: { code }, count }) => [code, count])).toEqual([
      ["stale-version", 2],
      ["own-declaration", 1],
    ]);
  });
});
