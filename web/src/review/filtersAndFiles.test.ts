import { describe, expect, it } from "vitest";
import { fittedSize, neighbour, shownEvidence, turned, zoomAfter } from "./evidenceFiles";
import {
  noFilters,
  newestFirst,
  queryOf,
  readFilters,
  writeFilters,
  type QueueFilters,
} from "./queueFilters";
import { isLastAdministrator, personIdPattern } from "./memberRoles";
import type { EvidenceView } from "./types";
import { urgencyOf, waitingDays } from "./waiting";

describe("the filters of a list", () => {
  it("come back from the address as they went into it", () => {
    const filters: QueueFilters = {
      text: "王 芳",
      employer: "EMP-1",
      year: 2024,
      targetsMet: false,
      waitingDays: 7,
      sort: "personName",
      descending: true,
    };
    expect(readFilters(writeFilters(filters))).toEqual(filters);
    expect(writeFilters(noFilters).toString()).toBe("");
    expect(readFilters(writeFilters(newestFirst, newestFirst), newestFirst)).toEqual(newestFirst);
  });

  it("leave out what an edited address says wrongly", () => {
    expect(readFilters(new URLSearchParams("year=x&met=maybe&sort=luck&waiting=-1"))).toEqual(noFilters);
    expect(readFilters(new URLSearchParams({ text: "长".repeat(80) })).text).toHaveLength(50);
  });

  it("count ages from the full hour, so that all pages of a list are of the same one", () => {
    const query = (at: string) => queryOf({ ...noFilters, waitingDays: 3 }, Date.parse(at)).heldBefore;
    expect(query("2026-11-23T10:59:59Z")).toBe("2026-11-20T10:00:00.000Z");
    expect(query("2026-11-23T10:00:01Z")).toBe("2026-11-20T10:00:00.000Z");
  });
});

describe("waiting", () => {
  it("is counted in whole days, and never below none", () => {
    const now = Date.parse("2026-11-23T10:00:00Z");
    expect(waitingDays("2026-11-20T10:00:00Z", now)).toBe(3);
    expect(waitingDays("2026-11-20T10:00:01Z", now)).toBe(2);
    expect(waitingDays("2026-11-24T10:00:00Z", now)).toBe(0);
  });

  it("grows urgent at the bounds that the API counts by", () => {
    expect([2, 3, 6, 7, 14, 15].map(urgencyOf)).toEqual([
      "fresh",
      "normal",
      "normal",
      "late",
      "late",
      "overdue",
    ]);
  });
});

describe("the files of a declaration", () => {
  const file = (evidenceId: string, year: number, digest: string | null = "d"): EvidenceView => ({
    evidenceId,
    year,
    fileName: `${evidenceId}.pdf`,
    contentType: "application/pdf",
    sizeBytes: 1,
    digest,
    addedAt: `2026-01-01T00:00:0${evidenceId.length}Z`,
  });

  it("go year by year, without uploads that are still open", () => {
    const files = shownEvidence([
      file("bb", 2024),
      file("a", 2024),
      file("ccc", 2022),
      file("open", 2023, null),
    ]);
    expect(files.map((each) => each.evidenceId)).toEqual(["ccc", "a", "bb"]);
    expect(neighbour(files, "ccc", 1)?.evidenceId).toBe("a");
    expect(neighbour(files, "ccc", -1)).toBeNull();
    expect(neighbour(files, "bb", 1)).toBeNull();
  });

  it("fit the width also when they lie on their side", () => {
    expect(fittedSize({ width: 1_000, height: 500 }, 0, 500)).toEqual({ width: 500, height: 250 });
    expect(fittedSize({ width: 1_000, height: 500 }, 90, 500)).toEqual({ width: 1_000, height: 500 });
    expect([turned(0), turned(270)]).toEqual([90, 0]);
    expect([zoomAfter(1, 1), zoomAfter(4, 1), zoomAfter(0.5, -1)]).toEqual([1.25, 4, 0.5]);
  });
});

describe("members", () => {
  const member = (personId: string, isAdministrator: boolean) => ({
    personId,
    name: personId,
    roles: isAdministrator ? (["administrator"] as const).slice() : (["reviewer"] as const).slice(),
    naturalPersonId: null,
  });

  it("are never left without an administrator", () => {
    expect(isLastAdministrator([member("a", true), member("b", false)], "a")).toBe(true);
    expect(isLastAdministrator([member("a", true), member("b", true)], "a")).toBe(false);
    expect(isLastAdministrator([member("a", true), member("b", false)], "b")).toBe(false);
  });

  it("are named by ids as the service makes them", () => {
    expect(personIdPattern.test("p4c3afl572izeowtvzx3go7lf")).toBe(true);
    expect(personIdPattern.test("430102196001010019")).toBe(false);
  });
});
