import { expect, it } from "vitest";
import { placeOf } from "./steps";

it.each([
  ["/head/phone", "head", "field-head-phone", null],
  ["/head/promisesTruth", "check", "field-head-promisesTruth", null],
  ["/items", "years", "add-item", null],
  ["/items/3f9a/hours", "years", "field-items-3f9a-hours", "3f9a"],
  ["/importedHours/r1", "imports", null, null],
  ["/evidence/e1", "evidence", "evidence-e1", null],
  ["/years/2024/evidence", "evidence", "upload-2024", null],
  ["/years/2024", "years", null, null],
  ["/unknown", "check", null, null],
])("leads from %s to where it is mended", (pointer, step, elementId, itemId) => {
  expect(placeOf(pointer)).toEqual({ step, elementId, itemId });
});
