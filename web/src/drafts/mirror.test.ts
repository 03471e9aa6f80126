import { beforeEach, expect, it } from "vitest";
import { mirrored, mirroredStorage, restore } from "./mirror";

beforeEach(async () => {
  const storage = mirroredStorage(localStorage);
  storage.removeItem("ce.draft/p/d/edit/head/phone");
  storage.removeItem("ce.draft/p/e/edit/head/phone");
  await mirrored();
});

it("puts back what a crash kept from being written in the first place", async () => {
  const storage = mirroredStorage(localStorage);
  storage.setItem("ce.draft/p/d/edit/head/phone", "139");
  storage.setItem("ce.draft/p/d/edit/head/phone", "1390");
  storage.setItem("ce.draft/p/e/edit/head/phone", "of another declaration");
  await mirrored();
  localStorage.clear();
  await restore(localStorage, "ce.draft/p/d/");
  expect(localStorage.getItem("ce.draft/p/d/edit/head/phone")).toBe("1390");
  expect(localStorage.getItem("ce.draft/p/e/edit/head/phone")).toBeNull();
});

it("does not bring back what was acknowledged", async () => {
  const storage = mirroredStorage(localStorage);
  storage.setItem("ce.draft/p/d/edit/head/phone", "139");
  storage.removeItem("ce.draft/p/d/edit/head/phone");
  await mirrored();
  await restore(localStorage, "ce.draft/p/d/");
  expect(localStorage.getItem("ce.draft/p/d/edit/head/phone")).toBeNull();
});

it("leaves what the first place has as it is", async () => {
  const storage = mirroredStorage(localStorage);
  storage.setItem("ce.draft/p/d/edit/head/phone", "139");
  await mirrored();
  localStorage.setItem("ce.draft/p/d/edit/head/phone", "newer");
  await restore(localStorage, "ce.draft/p/d/");
  expect(localStorage.getItem("ce.draft/p/d/edit/head/phone")).toBe("newer");
});
