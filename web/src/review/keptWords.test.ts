import { beforeEach, describe, expect, it, vi } from "vitest";
import { ownStorage } from "../session/ownStorage";
import { keptMax, keptWords, type WordsPlace } from "./keptWords";

const place: WordsPlace = { unit: "EMP-1", declarationId: "000-a", kind: "return" };
const kept = { words: "材料不清晰", itemIds: ["i1"] };

beforeEach(() => {
  vi.restoreAllMocks();
  ownStorage.clear();
});

describe("words of a decision", () => {
  it("are kept for their unit, declaration and kind until they are forgotten", () => {
    keptWords.keep(place, kept);
    expect(keptWords.of(place)).toEqual(kept);
    expect(keptWords.of({ ...place, kind: "pass" }).words).toBe("");
    expect(keptWords.of({ ...place, unit: "EMP-2" }).words).toBe("");
    keptWords.forget(place);
    expect(keptWords.of(place)).toEqual({ words: "", itemIds: [] });
  });

  it("are there after a reload, and gone when the person has signed out", async () => {
    keptWords.keep(place, kept);
    vi.resetModules();
    const reloaded = await import("./keptWords");
    expect(reloaded.keptWords.of(place)).toEqual(kept);
    (await import("../session/ownStorage")).ownStorage.clear();
    expect(reloaded.keptWords.of(place).words).toBe("");
    expect(sessionStorage.length).toBe(0);
  });

  it("are kept for the page's life where the browser's storage is full", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    keptWords.keep(place, kept);
    expect(keptWords.of(place)).toEqual(kept);
  });

  it("are kept for so many decisions, and the oldest go first", () => {
    const of = (number: number) => ({ ...place, declarationId: `000-${number}` });
    for (let number = 0; number <= keptMax; number++) {
      keptWords.keep(of(number), kept);
    }
    expect(keptWords.of(of(0)).words).toBe("");
    expect(keptWords.of(of(1))).toEqual(kept);
    expect(keptWords.of(of(keptMax))).toEqual(kept);
  });

  it("that cannot be read are none", () => {
    ownStorage.set("words/EMP-1/000-a/return", "{");
    expect(keptWords.of(place).words).toBe("");
    ownStorage.set("words/EMP-1/000-a/return", '{"words":1,"itemIds":null}');
    expect(keptWords.of(place).words).toBe("");
  });
});
