import { beforeEach, expect, it, vi } from "vitest";
import { FakeLocks } from "../testing/locks";

const prefix = "ce.draft/p/d/";
const phone = `${prefix}edit/head/phone`;

beforeEach(() => {
  Object.defineProperty(navigator, "locks", { value: new FakeLocks(), configurable: true });
});

// Each is a page of its own, with the browser's storages and locks in common.
async function openPage() {
  vi.resetModules();
  const [{ restoreOnce }, { mirrored, mirroredStorage }] = await Promise.all([
    import("./restoreOnce"),
    import("./mirror"),
  ]);
  return {
    restore: () => restoreOnce(localStorage, prefix),
    /** In both places; then gone from the first alone. */
    async leaveInSecondPlace() {
      mirroredStorage(localStorage).setItem(phone, "139");
      await mirrored();
      localStorage.removeItem(phone);
    },
  };
}

it("puts back what a crash took", async () => {
  await (await openPage()).leaveInSecondPlace();
  await (await openPage()).restore();
  expect(localStorage.getItem(phone)).toBe("139");
});

it("puts nothing back while another page has just had it acknowledged", async () => {
  const first = await openPage();
  await first.restore();
  const second = await openPage();
  await first.leaveInSecondPlace();
  await second.restore();
  expect(localStorage.getItem(phone)).toBeNull();
});

it("puts nothing back when the page reads everything anew because another page changed something", async () => {
  const page = await openPage();
  await page.restore();
  await page.leaveInSecondPlace();
  await page.restore();
  expect(localStorage.getItem(phone)).toBeNull();
});

it("waits for the page that is putting back", async () => {
  const [first, second] = [await openPage(), await openPage()];
  await first.leaveInSecondPlace();
  const restoring = first.restore();
  await second.restore();
  expect(localStorage.getItem(phone)).toBe("139");
  await restoring;
});
