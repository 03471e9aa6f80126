import { beforeEach, describe, expect, it } from "vitest";
import { ApiProblem, Unreachable } from "../api/problems";
import type { Known } from "./draftService";
import { type DraftStore, openDraftStore } from "./draftStore";
import { headPath, itemPath } from "./edits";
import { createSender, type DraftSender } from "./sender";
import { FakeService } from "./testing/fakeService";

const phone = headPath("phone");
const title = headPath("title");

let service: FakeService;
let store: DraftStore;
let known: Known | null;
let waits: { action: () => void; milliseconds: number }[];
let clock: number;

function storeOf(tab: string): DraftStore {
  return openDraftStore(localStorage, "p", "001-a", tab, () => ++clock);
}

function senderOf(of: DraftStore, openedAt = 0): DraftSender {
  return createSender({
    store: of,
    service,
    known: () => known,
    onKnown: (next) => (known = next),
    onAdded: () => undefined,
    alone: (work) => work(),
    openedAt,
    delay: (action, milliseconds) => {
      waits.push({ action, milliseconds });
      return () => undefined;
    },
  });
}

beforeEach(() => {
  service = new FakeService();
  known = service.known();
  waits = [];
  clock = 1_000;
  store = storeOf("one");
});

describe("the sender", () => {
  it("sends what was typed and forgets it when the service has it", async () => {
    store.put(phone, "139", null, null);
    await senderOf(store).flush();
    expect(service.head.phone).toBe("139");
    expect(store.isEmpty()).toBe(true);
    expect(known?.view.head.phone).toBe("139");
  });

  it("keeps what was typed while the command was on its way", async () => {
    store.put(phone, "139", null, null);
    service.beforeAnswer = () => {
      service.beforeAnswer = () => undefined;
      store.put(phone, "1390", null, "139");
    };
    const sender = senderOf(store);
    await sender.flush();
    expect(store.kept().edits.get(phone)?.value).toBe("1390");
    await sender.flush();
    expect(service.head.phone).toBe("1390");
    expect(store.kept().offers.size).toBe(0);
  });

  it("merges by field when somebody else saved another field", async () => {
    store.put(phone, "139", null, null);
    service.elsewhere({ title: "讲师" });
    await senderOf(store).flush();
    expect(service.head).toMatchObject({ phone: "139", title: "讲师" });
    expect(store.kept().offers.size).toBe(0);
  });

  it("lets what was typed last into an open page win, and offers the other", async () => {
    store.put(title, "工程师", null, null);
    service.elsewhere({ title: "讲师" });
    await senderOf(store).flush();
    expect(service.head.title).toBe("工程师");
    expect(store.kept().offers.get(title)).toEqual(["讲师"]);
  });

  it("offers what a closed page left behind when the service holds something newer", async () => {
    store.put(title, "工程师", null, null);
    service.elsewhere({ title: "讲师" });
    await senderOf(store, clock + 1).flush();
    expect(service.head.title).toBe("讲师");
    expect(store.kept().offers.get(title)).toEqual(["工程师"]);
    expect(store.isEmpty()).toBe(true);
  });

  it("knows of two tabs of this browser which one typed last", async () => {
    const other = storeOf("two");
    other.put(title, "讲师", null, null);
    const mine = storeOf("one");
    await senderOf(other).flush();
    clock += 10;
    mine.put(title, "工程师", null, null);
    await senderOf(mine, clock + 5).flush();
    expect(service.head.title).toBe("工程师");
    expect(mine.kept().offers.get(title)).toEqual(["讲师"]);
  });

  it("keeps everything when the network is away, and sends it when its wait is over", async () => {
    service.failures.push(new Unreachable());
    store.put(phone, "139", null, null);
    const sender = senderOf(store);
    await sender.flush();
    expect(sender.state()).toMatchObject({ phase: "waiting", mayHurry: true });
    expect(store.isEmpty()).toBe(false);
    waits[0]?.action();
    await sender.flush();
    expect(service.head.phone).toBe("139");
    expect(sender.state().phase).toBe("idle");
  });

  it("waits longer after each failure, and as long as the service asks", async () => {
    const busy = new ApiProblem(503, "busy", "忙", "busy", [], {}, 9_000);
    service.failures.push(new Unreachable(), new Unreachable(), busy);
    store.put(phone, "139", null, null);
    const sender = senderOf(store);
    for (let attempt = 0; attempt < 3; attempt++) {
      await sender.flush();
    }
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([2_000, 4_000, 9_000]);
  });

  it("stops when the session is over, and goes on when told to", async () => {
    service.failures.push(new ApiProblem(401, "not-signed-in", "请登录", "sign in"));
    store.put(phone, "139", null, null);
    const sender = senderOf(store);
    await sender.flush();
    expect(sender.state().phase).toBe("stopped");
    expect(waits).toEqual([]);
    await sender.flush();
    expect(service.head.phone).toBe("139");
  });

  it("sends the other fields when the service does not take one, and that one after it was changed", async () => {
    const problem = { path: "/phone", code: "text-malformed", chinese: "坏", english: "bad", rule: null };
    service.failures.push(new ApiProblem(400, "shape", "坏", "bad", [problem]));
    store.put(phone, "\u0001", null, null);
    store.put(title, "讲师", null, null);
    const sender = senderOf(store);
    await sender.flush();
    expect(service.head).toMatchObject({ title: "讲师" });
    expect(service.head.phone ?? null).toBeNull();
    expect([...sender.state().refused.keys()]).toEqual([phone]);
    expect(sender.hasWork()).toBe(false);
    store.put(phone, "139", null, "\u0001");
    await sender.flush();
    expect(service.head.phone).toBe("139");
    expect(sender.state().refused.size).toBe(0);
  });

  it("adds an item once, though the answer to the first attempt was lost", async () => {
    store.addNew("new-1", { commandKey: "key-1", body: { year: 2024 }, createdAt: 1 });
    store.put(itemPath("new-1", "hours"), "12.5", null, null);
    service.beforeAnswer = () => {
      service.beforeAnswer = () => undefined;
      throw new Unreachable();
    };
    const sender = senderOf(store);
    await sender.flush();
    expect(service.items).toHaveLength(1);
    await sender.flush();
    expect(service.items).toEqual([{ itemId: "item1", item: { year: 2024, hours: "12.5" } }]);
    expect(store.isEmpty()).toBe(true);
  });

  it("keeps what was typed into an item that was deleted elsewhere", async () => {
    store.put(itemPath("gone", "hours"), "12.5", null, null);
    store.put(phone, "139", null, null);
    const sender = senderOf(store);
    await sender.flush();
    expect(service.head.phone).toBe("139");
    expect([...sender.state().orphans]).toEqual(["gone"]);
    expect(store.kept().edits.has(itemPath("gone", "hours"))).toBe(true);
  });

  it("sends one command at a time, and what was typed meanwhile after it", async () => {
    let isUnderWay = false;
    service.beforeAnswer = async () => {
      expect(isUnderWay).toBe(false);
      isUnderWay = true;
      await Promise.resolve();
      isUnderWay = false;
    };
    const sender = senderOf(store);
    store.put(phone, "139", null, null);
    const first = sender.flush();
    store.put(title, "讲师", null, null);
    await Promise.all([first, sender.flush(), sender.flush()]);
    expect(service.head).toMatchObject({ phone: "139", title: "讲师" });
  });
});
