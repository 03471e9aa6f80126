import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { json, noNetwork, problem, stubNetwork } from "../testing/answers";
import { FakeLocks } from "../testing/locks";

const subject = "person1";
const submission = {
  method: "post",
  path: "/api/declarations/{id}/submission",
  parameters: { id: "000-a" },
  etag: '"v1-r2"',
  label: "提交",
} as const;

// Each import after this is a page of its own, with the browser's storage, locks and channels in common.
async function openPage() {
  vi.resetModules();
  const [
    { setCredentials },
    { sendCommand, pendingMax },
    { pendingCommands, keptMilliseconds },
    { commandStore },
    problems,
  ] = await Promise.all([
    import("./client"),
    import("./commands"),
    import("./pendingCommands"),
    import("./commandStore"),
    import("./problems"),
  ]);
  setCredentials({
    token: () => Promise.resolve("token"),
    renew: () => Promise.resolve(null),
    subject: () => subject,
  });
  return { sendCommand, pendingMax, pendingCommands, keptMilliseconds, commandStore, problems };
}

type Page = Awaited<ReturnType<typeof openPage>>;
let page: Page;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
  Object.defineProperty(navigator, "locks", { value: new FakeLocks(), configurable: true });
  page = await openPage();
});

afterEach(async () => {
  for (const { key } of await page.commandStore.of(subject)) {
    await page.commandStore.remove(key);
  }
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const keyOf = (request: Request | undefined) => request?.headers.get("Idempotency-Key");

/** Lets waits between attempts pass until the work is over. */
async function passing<T>(work: Promise<T>): Promise<T> {
  const state = { isOver: false };
  const watched = work.finally(() => {
    state.isOver = true;
  });
  watched.catch(() => undefined);
  while (!state.isOver) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return watched;
}

describe("sendCommand", () => {
  it("stores the key before the request leaves and forgets it with the answer", async () => {
    let storedWhileSending: string[] = [];
    const sent = stubNetwork(async () => {
      storedWhileSending = (await page.commandStore.of(subject)).map(({ key }) => key);
      return json({ version: 2 }, 200, { ETag: '"v2-r2"' });
    });

    const answer = await page.sendCommand(submission);

    expect(answer).toEqual({ data: { version: 2 }, etag: '"v2-r2"' });
    expect(storedWhileSending).toEqual([keyOf(sent[0])]);
    expect(await page.commandStore.of(subject)).toEqual([]);
    expect(sent[0]?.headers.get("If-Match")).toBe('"v1-r2"');
    expect(sent[0]?.headers.get("Authorization")).toBe("Bearer token");
  });

  it.each([
    { before: null, isUnknown: false },
    { before: "unknown-outcome", isUnknown: true },
  ])("that had no room in the end may have happened only if an attempt before may ($before)", async (row) => {
    const full = () => problem(429, "unit-busy", { "Retry-After": "600" });
    const before = row.before;
    stubNetwork(before === null ? full : () => problem(503, before), full);
    const { isOutcomeUnknown } = await import("./delivery");

    const failure = await passing(
      page.sendCommand(submission).then(
        () => null,
        (reason: unknown) => reason,
      ),
    );

    expect(failure).toMatchObject({ code: "unit-busy" });
    expect(isOutcomeUnknown(failure as Parameters<typeof isOutcomeUnknown>[0])).toBe(row.isUnknown);
    expect(await page.commandStore.of(subject)).toHaveLength(row.isUnknown ? 1 : 0);
  });

  it("is answered and never sent again where the browser does not delete what it had stored", async () => {
    const refusing = vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw new DOMException("No.", "TransactionInactiveError");
    });
    stubNetwork(() => json({ version: 2 }));

    expect((await page.sendCommand(submission)).data).toEqual({ version: 2 });

    expect(await page.commandStore.of(subject)).toEqual([]);
    refusing.mockRestore();
  });

  it("repeats with the same key and body after no network, an overload and an unknown outcome", async () => {
    const sent = stubNetwork(
      noNetwork,
      () => problem(429, "overloaded", { "Retry-After": "5" }),
      () => problem(503, "unknown-outcome", { "Retry-After": "2" }),
      () => json({ version: 2 }),
    );
    const waits: (number | null)[] = [];

    await passing(
      page.sendCommand(
        {
          method: "put",
          path: "/api/declarations/{id}/head",
          parameters: { id: "a" },
          etag: '"v0"',
          body: { phone: "1" },
        },
        { onProgress: ({ waitMilliseconds }) => waits.push(waitMilliseconds) },
      ),
    );

    expect(new Set(sent.map(keyOf)).size).toBe(1);
    expect(await Promise.all(sent.map((request) => request.text()))).toEqual(Array(4).fill('{"phone":"1"}'));
    expect(waits).toEqual([null, 2_000, null, 5_000, null, 8_000, null]);
  });

  it("does not repeat a refusal, and forgets it", async () => {
    const sent = stubNetwork(() => problem(412, "stale-version"));

    await expect(page.sendCommand(submission)).rejects.toMatchObject({ code: "stale-version", status: 412 });

    expect(sent).toHaveLength(1);
    expect(await page.commandStore.of(subject)).toEqual([]);
  });

  it("forgets what certainly did not happen when the attempts are used up", async () => {
    stubNetwork(() => problem(503, "service-away"));

    await expect(passing(page.sendCommand(submission))).rejects.toMatchObject({ code: "service-away" });

    expect(await page.commandStore.of(subject)).toEqual([]);
  });

  it("keeps what may have happened when the attempts are used up, even if the last one certainly did not", async () => {
    stubNetwork(noNetwork, () => problem(503, "service-away"));

    await expect(passing(page.sendCommand(submission))).rejects.toMatchObject({ code: "service-away" });

    expect(await page.commandStore.of(subject)).toHaveLength(1);
  });

  it("names what has no answer when the attempts are used up, and settles it with its own key when asked to", async () => {
    const failing = stubNetwork(noNetwork);
    await expect(passing(page.sendCommand(submission))).rejects.toThrow();
    const key = keyOf(failing[0]);

    expect([...page.pendingCommands.unanswered()]).toEqual([[key, "提交"]]);

    const sent = stubNetwork(() => json({ version: 2 }));
    expect(await page.pendingCommands.settleAgain(subject)).toMatchObject([{ outcome: "done" }]);
    expect(sent.map(keyOf)).toEqual([key]);
    expect(page.pendingCommands.unanswered().size).toBe(0);
  });

  it("names no edit without an answer: its form tells that it waits", async () => {
    stubNetwork(noNetwork);
    const edit = page.sendCommand({
      method: "put",
      path: "/api/declarations/{id}/head",
      parameters: { id: "a" },
      etag: '"v0"',
      body: { phone: "1" },
    });
    await expect(passing(edit)).rejects.toThrow();

    expect(page.pendingCommands.unanswered().size).toBe(0);
  });

  it("names what still has no answer after another try", async () => {
    stubNetwork(noNetwork);
    await expect(passing(page.sendCommand(submission))).rejects.toThrow();
    expect(await passing(page.pendingCommands.settleAgain(subject))).toMatchObject([{ outcome: "open" }]);

    expect([...page.pendingCommands.unanswered().values()]).toEqual(["提交"]);
  });

  it("keeps a command whose sign-in has ended, for the next one", async () => {
    stubNetwork(() => problem(401, "not-signed-in"));

    await expect(page.sendCommand(submission)).rejects.toMatchObject({ status: 401 });

    expect(await page.commandStore.of(subject)).toHaveLength(1);
  });

  it("goes on at once when the network is back", async () => {
    const sent = stubNetwork(noNetwork, () => json({}));
    const waiting = new Promise<void>((resolve) => {
      void page
        .sendCommand(submission, {
          onProgress: (progress) => (progress.waitMilliseconds === null ? null : resolve()),
        })
        .then(() => undefined);
    });
    await waiting;

    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(sent).toHaveLength(2));
  });

  it("makes another key for another wish", async () => {
    const sent = stubNetwork(() => json({}));

    await Promise.all([page.sendCommand(submission), page.sendCommand(submission)]);

    expect(new Set(sent.map(keyOf)).size).toBe(2);
  });

  it("takes no more than its bound at the same time", async () => {
    stubNetwork(() => new Promise<Response>(() => undefined));
    for (let number = 0; number < page.pendingMax; number++) {
      void page.sendCommand(submission);
    }
    await vi.waitFor(() => expect(page.pendingCommands.count()).toBe(page.pendingMax));

    await expect(page.sendCommand(submission)).rejects.toMatchObject({ code: "too-many-pending" });
  });

  it("counts an answer that breaks off as an unknown outcome", async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new TypeError("network error")),
    });
    const sent = stubNetwork(
      () => new Response(broken, { status: 200 }),
      () => json({ version: 2 }),
    );

    await passing(page.sendCommand(submission));

    expect(keyOf(sent[1])).toBe(keyOf(sent[0]));
  });
});

describe("after a reload in mid-flight", () => {
  async function leaveOneBehind(): Promise<string> {
    const sent = stubNetwork(() => new Promise<Response>(() => undefined));
    void page.sendCommand(submission);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    return keyOf(sent[0]) ?? "";
  }

  /** The page is gone, and its locks with it. */
  async function reload(): Promise<void> {
    Object.defineProperty(navigator, "locks", { value: new FakeLocks(), configurable: true });
    page = await openPage();
  }

  it("the new page settles the command with its own key", async () => {
    const key = await leaveOneBehind();
    await reload();
    const sent = stubNetwork(() => json({ version: 2 }));

    const settlements = await page.pendingCommands.settle(subject);

    expect(sent.map(keyOf)).toEqual([key]);
    expect(sent[0]?.headers.get("If-Match")).toBe('"v1-r2"');
    expect(settlements).toMatchObject([{ label: "提交", outcome: "done" }]);
    expect(await page.commandStore.of(subject)).toEqual([]);
  });

  it("a refusal at the settlement is told and forgotten", async () => {
    await leaveOneBehind();
    await reload();
    stubNetwork(() => problem(412, "stale-version"));

    const settlements = await page.pendingCommands.settle(subject);

    expect(settlements).toMatchObject([{ outcome: "refused", failure: { code: "stale-version" } }]);
    expect(await page.commandStore.of(subject)).toEqual([]);
  });

  it("what still has no answer stays open and stored", async () => {
    await leaveOneBehind();
    await reload();
    stubNetwork(noNetwork);

    const settlements = await passing(page.pendingCommands.settle(subject));

    expect(settlements).toMatchObject([{ outcome: "open" }]);
    expect(await page.commandStore.of(subject)).toHaveLength(1);
  });

  it("another person's command is not sent", async () => {
    await leaveOneBehind();
    await reload();
    const sent = stubNetwork(() => json({}));

    expect(await page.pendingCommands.settle("person2")).toEqual([]);
    expect(sent).toEqual([]);
  });

  it("a command of yesterday is dropped, not sent", async () => {
    await leaveOneBehind();
    vi.setSystemTime(Date.now() + page.keptMilliseconds + 1);
    await reload();
    const sent = stubNetwork(() => json({}));

    expect(await page.pendingCommands.settle(subject)).toMatchObject([{ outcome: "dropped" }]);
    expect(sent).toEqual([]);
    expect(await page.commandStore.of(subject)).toEqual([]);
  });

  it("is settled once, however often it is asked for", async () => {
    await leaveOneBehind();
    await reload();
    const sent = stubNetwork(() => json({}));

    await Promise.all([page.pendingCommands.settle(subject), page.pendingCommands.settle(subject)]);

    expect(sent).toHaveLength(1);
  });
});

describe("two tabs", () => {
  it("leave what the other one is sending alone", async () => {
    let answer: (response: Response) => void = () => undefined;
    const answered = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const sent = stubNetwork(() => answered);
    const first = page;
    const sending = first.sendCommand(submission);
    await vi.waitFor(() => expect(sent).toHaveLength(1));

    const second = await openPage();
    expect(await second.pendingCommands.settle(subject)).toEqual([]);

    expect(sent).toHaveLength(1);
    answer(json({ version: 2 }));
    await sending;
    expect(await second.commandStore.of(subject)).toEqual([]);
  });

  it("settle what a closed one left behind only once between them", async () => {
    stubNetwork(() => new Promise<Response>(() => undefined));
    void page.sendCommand(submission);
    await vi.waitFor(async () => expect(await page.commandStore.of(subject)).toHaveLength(1));
    Object.defineProperty(navigator, "locks", { value: new FakeLocks(), configurable: true });
    const sent = stubNetwork(() => json({}));
    const [first, second] = [await openPage(), await openPage()];

    const settlements = await Promise.all([
      first.pendingCommands.settle(subject),
      second.pendingCommands.settle(subject),
    ]);

    expect(sent).toHaveLength(1);
    expect(settlements.flat()).toHaveLength(1);
  });
});
