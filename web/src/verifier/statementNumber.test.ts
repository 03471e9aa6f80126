import { describe, expect, it } from "vitest";
import { codeOf, numberOf } from "./statementNumber";

describe("numberOf", () => {
  it.each([
    ["HN2026-ABCD-EFGH-JKMN", "HN2026-ABCD-EFGH-JKMN"],
    [" hn2026abcdefghjkmn ", "HN2026-ABCD-EFGH-JKMN"],
    ["ＨＮ２０２６－ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ", "HN2026-ABCD-EFGH-JKMN"],
    ["HN2026—O1IL—0000—0000", "HN2026-0111-0000-0000"],
    ["nonsense", "NONSENSE"],
    ["", ""],
  ])("reads %j as %j", (typed, expected) => {
    expect(numberOf(typed)).toBe(expected);
  });
});

describe("codeOf", () => {
  it("corrects what the paper's alphabet does not have", () => {
    expect(codeOf(" o1il-ab cd ")).toBe("0111ABCD");
  });
});
