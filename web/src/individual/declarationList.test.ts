import { expect, it } from "vitest";
import { listed, pageOf, pageSize, readListState } from "./declarationList";
import type { DeclarationSummary } from "./queries";
import { yearsText } from "./yearsText";

function summary(
  declarationId: string,
  status: DeclarationSummary["status"],
  createdAt: string,
): DeclarationSummary {
  return {
    declarationId,
    status,
    version: 1,
    holder: null,
    heldSince: createdAt,
    years: [],
    totalQuarterHours: 0,
    lastReason: null,
    createdAt,
  };
}

const all = [
  summary("a", "recognised", "2024-01-01T00:00:00Z"),
  summary("b", "returned", "2025-01-01T00:00:00Z"),
  summary("c", "pendingAgency", "2026-01-01T00:00:00Z"),
];

it("filters by what the person can do, newest first", () => {
  expect(listed(all, { group: "all", order: "newest" }).map((each) => each.declarationId)).toEqual([
    "c",
    "b",
    "a",
  ]);
  expect(listed(all, { group: "mine", order: "newest" }).map((each) => each.declarationId)).toEqual(["b"]);
});

it("reads the list's state from the address, and shows the first page of what it does not know", () => {
  expect(readListState(new URLSearchParams("group=pending&order=hours&page=3"))).toEqual({
    group: "pending",
    order: "hours",
    page: 3,
  });
  expect(readListState(new URLSearchParams("group=x&order=y&page=-1"))).toEqual({
    group: "all",
    order: "newest",
    page: 1,
  });
});

it("shows the last page when the address names a later one", () => {
  const rows = Array.from({ length: pageSize + 1 }, (_, index) => index);
  expect(pageOf(rows, 9)).toEqual({ rows: [pageSize], page: 2 });
});

it("writes years in few characters", () => {
  expect(yearsText([2024, 2020, 2022, 2023])).toBe("2020, 2022–2024");
  expect(yearsText([])).toBe("");
});
