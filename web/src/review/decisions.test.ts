import { describe, expect, it, vi } from "vitest";
import { DecisionBook, decisionsKeptMax, isDecided, keyOf, type Decision } from "./decisions";

const unit = "EMP-1";

function decisionOn(declarationId: string, version = 2): Decision {
  return { unit, declarationId, version, kind: "pass", personName: "王芳", nextUnit: null };
}

describe("DecisionBook", () => {
  it("hides a line from the moment it is decided and shows it again when the decision is refused", () => {
    const book = new DecisionBook<string>();
    const decision = decisionOn("d1");
    const number = book.begin(decision);
    expect(isDecided(book.records(), unit, decision)).toBe(true);
    book.settle(decision, number, "refused", "somebody was faster");
    expect(isDecided(book.records(), unit, decision)).toBe(false);
    expect(book.records().get(keyOf(unit, "d1"))?.problem).toBe("somebody was faster");
  });

  it("shows a line whose outcome is not known, because it may still wait", () => {
    const book = new DecisionBook<string>();
    const decision = decisionOn("d1");
    book.settle(decision, book.begin(decision), "unknown", "no answer");
    expect(isDecided(book.records(), unit, decision)).toBe(false);
  });

  it("shows a declaration that came back with a later version", () => {
    const book = new DecisionBook<string>();
    const decision = decisionOn("d1", 3);
    book.settle(decision, book.begin(decision), "done", null);
    expect(isDecided(book.records(), unit, { declarationId: "d1", version: 3 })).toBe(true);
    expect(isDecided(book.records(), unit, { declarationId: "d1", version: 5 })).toBe(false);
  });

  it("keeps the later of two decisions when the answer to the earlier one comes last", () => {
    const book = new DecisionBook<string>();
    const first = decisionOn("d1", 2);
    const second = decisionOn("d1", 4);
    const firstNumber = book.begin(first);
    const secondNumber = book.begin(second);
    book.settle(second, secondNumber, "done", null);
    book.settle(first, firstNumber, "refused", "stale");
    expect(book.records().get(keyOf(unit, "d1"))).toMatchObject({ version: 4, phase: "done" });
  });

  it("hides a line in the unit that decided it alone", () => {
    const book = new DecisionBook<string>();
    book.begin(decisionOn("d1"));
    expect(isDecided(book.records(), "DEP-1", { declarationId: "d1", version: 2 })).toBe(false);
  });

  it("tells its listeners each change and gives the same records in between", () => {
    const book = new DecisionBook<string>();
    const listener = vi.fn();
    const stop = book.subscribe(listener);
    const decision = decisionOn("d1");
    const number = book.begin(decision);
    expect(book.records()).toBe(book.records());
    book.settle(decision, number, "done", null);
    book.settle(decision, number + 1, "refused", "of nobody");
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    book.forget(unit, "d1");
    expect(listener).toHaveBeenCalledTimes(2);
    expect(book.records().size).toBe(0);
  });

  it("forgets the oldest settled decisions at its bound, and none that is under way", () => {
    const book = new DecisionBook<string>();
    const open = decisionOn("open");
    book.begin(open);
    for (let place = 0; place < decisionsKeptMax + 10; place += 1) {
      const decision = decisionOn(`d${place}`);
      book.settle(decision, book.begin(decision), "done", null);
    }
    expect(book.records().size).toBe(decisionsKeptMax);
    expect(isDecided(book.records(), unit, open)).toBe(true);
    expect(book.records().has(keyOf(unit, "d0"))).toBe(false);
  });
});
