import { beforeEach, describe, expect, it } from "vitest";
import { Unreachable } from "../api/problems";
import { createDraftSession, type DraftSession } from "./draftSession";
import { headPath } from "./edits";
import { FakeService } from "./testing/fakeService";

const phone = headPath("phone");

let service: FakeService;

/** A page that was read before the commands of an earlier one are settled. */
function sessionOf(whenSettled: () => Promise<boolean>): DraftSession {
  const session = createDraftSession({
    storage: localStorage,
    personId: "p",
    declarationId: "001-a",
    service: () => service,
    onKnown: () => undefined,
    whenSettled,
  });
  session.adopt(service.known());
  return session;
}

beforeEach(() => {
  service = new FakeService();
});

describe("the session of a draft", () => {
  it("does not send again what a command of an earlier page has brought there meanwhile", async () => {
    const session = sessionOf(() => {
      service.elsewhere({ phone: "139" });
      return Promise.resolve(true);
    });
    session.store.put(phone, "139", null, null);

    await session.flush();

    expect(service.commands).toEqual([]);
    expect(session.store.isEmpty()).toBe(true);
    expect(session.snapshot().known?.view.head.phone).toBe("139");
  });

  it("sends what the command of an earlier page did not bring there", async () => {
    const session = sessionOf(() => Promise.resolve(true));
    session.store.put(phone, "139", null, null);

    await session.flush();

    expect(service.head.phone).toBe("139");
    expect(service.commands).toHaveLength(1);
  });

  it("reads nothing more when there was nothing to settle", async () => {
    const session = sessionOf(() => Promise.resolve(false));
    service.read = () => Promise.reject(new Error("not expected"));
    session.store.put(phone, "139", null, null);

    await session.flush();

    expect(service.head.phone).toBe("139");
  });

  it("waits, and reads again, when the reading after the settlement fails", async () => {
    const session = sessionOf(() => {
      service.elsewhere({ phone: "139" });
      return Promise.resolve(true);
    });
    const { read } = service;
    service.read = () => Promise.reject(new Unreachable(new TypeError("away")));
    session.store.put(phone, "139", null, null);

    await session.flush();

    expect(session.snapshot().sending.phase).toBe("waiting");
    service.read = read;

    await session.flush();

    expect(service.commands).toEqual([]);
    expect(session.store.isEmpty()).toBe(true);
  });
});
