import { expect, it } from "vitest";
import { quarterHoursOf, yearSums } from "./yearSums";
import { FakeService } from "../../drafts/testing/fakeService";

const rules = {
  version: "test",
  isExample: false,
  citation: "",
  generalTargetQuarterHours: 120,
  professionalTargetQuarterHours: 240,
  totalTargetQuarterHours: 360,
  spanFromYear: 2020,
  spanToYear: 2026,
  requiredFields: [],
  activityTypes: [],
  evidenceRequired: true,
};

it.each([
  ["12", 48],
  ["12.25", 49],
  [" 12.5 ", 50],
  ["12.3", null],
  ["0", null],
  ["-1", null],
  ["", null],
  ["十二", null],
  [null, null],
])("reads %j hours as %j quarter-hours", (hours, quarters) => {
  expect(quarterHoursOf(hours)).toBe(quarters);
});

it("sums what is typed with what is imported, by year and subject", () => {
  const view = new FakeService().view();
  const record = {
    recordId: "r",
    year: 2024,
    isGeneral: true,
    courseName: "",
    organiser: "",
    quarterHours: 120,
    completedOn: "2024-05-01",
  };
  const sums = yearSums(
    {
      head: { spanFromYear: "2023", spanToYear: "2024", promisesTruth: false },
      items: [
        {
          formId: "a",
          itemId: "a",
          isKeptHere: false,
          item: { year: 2024, subject: "professional", hours: "60" },
        },
        {
          formId: "b",
          itemId: null,
          isKeptHere: true,
          item: { year: 2024, subject: "professional", hours: "1.1" },
        },
        { formId: "c", itemId: "c", isKeptHere: false, item: { year: null, subject: "general", hours: "5" } },
      ],
    },
    { ...view, importedHours: [{ record, usedByDeclarationId: null }] },
    rules,
  );
  expect(
    sums.map(({ year, generalQuarterHours, professionalQuarterHours, targetMet }) => [
      year,
      generalQuarterHours,
      professionalQuarterHours,
      targetMet,
    ]),
  ).toEqual([
    [2023, 0, 0, false],
    [2024, 120, 240, true],
  ]);
});
