import { expect, it } from "vitest";
import type { Problem } from "../../api/problems";
import { problemGroups } from "./problemGroups";

function problem(path: string, code = "required"): Problem {
  return { path, code, chinese: path, english: path, rule: null };
}

it("puts the empty fields of one item together and leaves everything else alone", () => {
  const groups = problemGroups([
    problem("/head/phone"),
    problem("/items/a/hours"),
    problem("/items/a/organiser"),
    problem("/items/b/hours"),
    problem("/items/a/hours", "hours-zero"),
    problem("/items", "nothing-declared"),
  ]);
  expect(groups.map(({ first, count }) => [first.path, count])).toEqual([
    ["/head/phone", 1],
    ["/items/a/hours", 2],
    ["/items/b/hours", 1],
    ["/items/a/hours", 1],
    ["/items", 1],
  ]);
});
