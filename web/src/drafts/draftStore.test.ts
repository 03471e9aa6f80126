import { describe, expect, it } from "vitest";
import { acknowledgedAgeMaxMilliseconds, offersMax, openDraftStore } from "./draftStore";
import { headPath, itemPath } from "./edits";

const phone = headPath("phone");

function memory(): Storage {
  localStorage.clear();
  return localStorage;
}

describe("the draft store", () => {
  it("has what was typed when the page is opened again", () => {
    const storage = memory();
    openDraftStore(storage, "p", "d", "one").put(phone, "139", null, null);
    expect(openDraftStore(storage, "p", "d", "two").kept().edits.get(phone)?.value).toBe("139");
  });

  it("shows nobody what another person or declaration keeps", () => {
    const storage = memory();
    openDraftStore(storage, "p", "d", "one").put(phone, "139", null, null);
    expect(openDraftStore(storage, "q", "d", "one").isEmpty()).toBe(true);
    expect(openDraftStore(storage, "p", "e", "one").isEmpty()).toBe(true);
  });

  it("offers what another tab typed and this one did not show", () => {
    const storage = memory();
    const one = openDraftStore(storage, "p", "d", "one");
    const two = openDraftStore(storage, "p", "d", "two");
    one.put(phone, "138", null, null);
    two.onForeignWrite(null);
    two.put(phone, "139", null, "");
    expect(two.kept().edits.get(phone)?.value).toBe("139");
    expect(two.kept().offers.get(phone)).toEqual(["138"]);
  });

  it("offers nothing when this tab went on from what the other one typed", () => {
    const storage = memory();
    const one = openDraftStore(storage, "p", "d", "one");
    const two = openDraftStore(storage, "p", "d", "two");
    one.put(phone, "138", null, null);
    two.onForeignWrite(null);
    two.put(phone, "1381", null, "138");
    expect(two.kept().offers.size).toBe(0);
  });

  it("takes nothing away that another tab typed and of which this one has not heard yet", () => {
    const storage = memory();
    const one = openDraftStore(storage, "p", "d", "one");
    const two = openDraftStore(storage, "p", "d", "two");
    one.put(phone, "138", null, null);
    const sent = one.kept().edits.get(phone);
    if (sent === undefined) {
      throw new Error("What was put is not kept.");
    }
    two.onForeignWrite(null);
    two.put(phone, "1381", null, "138");

    one.settle(phone, sent);
    expect(one.kept().edits.get(phone)).toMatchObject({ value: "1381", base: "138" });
    one.yieldTo(phone, sent);
    expect(one.kept().edits.get(phone)?.value).toBe("1381");
  });

  it("offers what another tab typed a moment ago, before this one heard of it", () => {
    const storage = memory();
    const one = openDraftStore(storage, "p", "d", "one");
    const two = openDraftStore(storage, "p", "d", "two");
    one.put(phone, "138", null, null);
    two.put(phone, "139", null, null);
    expect(two.kept().offers.get(phone)).toEqual(["138"]);
  });

  it(`offers at most ${offersMax} values of a field`, () => {
    const store = openDraftStore(memory(), "p", "d", "one");
    for (let value = 0; value <= offersMax; value++) {
      store.offer(phone, `value ${value}`);
    }
    expect(store.kept().offers.get(phone)).toHaveLength(offersMax);
    expect(store.kept().offers.get(phone)).toContain(`value ${offersMax}`);
  });

  it("keeps in memory what the browser refuses to store, and says so", () => {
    const full = {
      length: 0,
      key: () => null,
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
      removeItem: () => undefined,
    };
    const store = openDraftStore(full, "p", "d", "one");
    store.put(phone, "139", null, null);
    expect(store.kept().edits.get(phone)?.value).toBe("139");
    expect(store.isStored()).toBe(false);
  });

  it("moves what was typed into a new item to the id that the service gave it", () => {
    const store = openDraftStore(memory(), "p", "d", "one");
    store.addNew("new-1", { commandKey: "k", body: {}, createdAt: 1 });
    store.put(itemPath("new-1", "hours"), "12", null, null);
    store.settleNew("new-1", "abc");
    expect(store.kept().edits.get(itemPath("abc", "hours"))?.value).toBe("12");
    expect(store.kept().newItems.size).toBe(0);
  });

  it("remembers an acknowledgement for a while, and not what it said", () => {
    const storage = memory();
    let now = 1_000;
    const store = openDraftStore(storage, "p", "d", "one", () => now);
    store.put(phone, "13912345678", null, null);
    const edit = store.kept().edits.get(phone);
    expect(edit).toBeDefined();
    if (edit !== undefined) {
      store.settle(phone, edit);
    }
    expect(store.typedAt(phone, "13912345678")).toBe(1_000);
    const stored = Array.from({ length: storage.length }, (_, index) =>
      storage.getItem(storage.key(index) ?? ""),
    );
    expect(stored.join()).not.toContain("13912345678");
    now += acknowledgedAgeMaxMilliseconds + 1;
    expect(openDraftStore(storage, "p", "d", "one", () => now).typedAt(phone, "13912345678")).toBeNull();
  });

  it("is not disturbed by what others put under its keys", () => {
    const storage = memory();
    storage.setItem("ce.draft/p/d/edit/head/phone", "{broken");
    expect(openDraftStore(storage, "p", "d", "one").isEmpty()).toBe(true);
  });
});
