import { describe, expect, it } from "vitest";
import { returnPathOf } from "./returnPath";

describe("returnPathOf", () => {
  it.each([
    ["/units/A?text=%E5%BC%A0&sort=age#row", "/units/A?text=%E5%BC%A0&sort=age#row"],
    ["/", "/"],
    ["//evil.example/x", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/signed-in?code=1", "/"],
    ["", "/"],
    [undefined, "/"],
    [{ returnTo: "/" }, "/"],
  ])("of %j is %s", (wish, expected) => {
    expect(returnPathOf(wish)).toBe(expected);
  });
});
