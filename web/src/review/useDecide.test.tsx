import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, Unreachable } from "../api/problems";
import { decisionBook } from "./decisionBook";
import { keyOf } from "./decisions";
import { keptWords } from "./keptWords";
import { entryOf, historyOf, pageOf } from "./samples";
import { useDecide, type DecisionWish } from "./useDecide";
import { noFilters } from "./queueFilters";
import { reviewKeys } from "./useQueue";

const sendCommand = vi.hoisted(() => vi.fn());
const get = vi.hoisted(() => vi.fn());
vi.mock("../api/commands", () => ({ sendCommand }));
vi.mock("../api/client", () => ({ api: { GET: get }, unwrap: (answer: unknown) => answer }));

const unit = "EMP-1";
const entry = entryOf(1);
const wish: DecisionWish = {
  unit,
  declarationId: entry.declarationId,
  version: entry.version,
  etag: '"v2-r0"',
  kind: "return",
  personName: entry.personName,
  nextUnit: null,
  words: " 材料不清晰 ",
  itemIds: [],
  label: "审核不通过",
};
const listKey = reviewKeys.list(unit, "waiting", noFilters);

function decideWith(client: QueryClient) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(() => useDecide(unit), { wrapper }).result.current;
}

function clientWithList(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(listKey, { pages: [pageOf([entry, entryOf(2)])], pageParams: [null] });
  return client;
}

const phase = () => decisionBook.records().get(keyOf(unit, entry.declarationId));

beforeEach(() => {
  decisionBook.forget(unit, entry.declarationId);
  sendCommand.mockReset();
  get.mockReset();
});

describe("a decision", () => {
  it("is noted before anything is sent, names the version that was read, and leaves the list when it is done", async () => {
    const client = clientWithList();
    sendCommand.mockImplementation(() => {
      expect(phase()?.phase).toBe("sending");
      return Promise.resolve({ data: {}, etag: null });
    });
    await decideWith(client)(wish);
    expect(sendCommand).toHaveBeenCalledWith(
      expect.objectContaining({ etag: '"v2-r0"', body: { reason: "材料不清晰", itemIds: null } }),
    );
    expect(phase()?.phase).toBe("done");
    expect(client.getQueryData(listKey)).toMatchObject({
      pages: [{ entries: [{ version: 2 }], totalCount: 1 }],
    });
  });

  it("that comes second tells who was first and has the list read again", async () => {
    const client = clientWithList();
    const faster = historyOf(3, { actorName: "彭涛" });
    sendCommand.mockRejectedValue(new ApiProblem(412, "stale-version", "申报已有变化。", "It has changed."));
    get.mockReturnValue({ data: { history: [historyOf(2), faster] }, etag: '"v3-r0"' });
    await decideWith(client)(wish);
    expect(phase()).toMatchObject({
      phase: "refused",
      problem: { lostTo: { actorName: "彭涛", version: 3 } },
    });
    expect(client.getQueryState(listKey)?.isInvalidated).toBe(true);
  });

  it("that is refused out of the unit's sight keeps the refusal's own sentence", async () => {
    sendCommand.mockRejectedValue(new ApiProblem(404, "declaration-not-found", "没有找到。", "Not found."));
    get.mockImplementation(() => {
      throw new ApiProblem(404, "declaration-not-found", "没有找到。", "Not found.");
    });
    await decideWith(clientWithList())(wish);
    expect(phase()).toMatchObject({
      phase: "refused",
      problem: { lostTo: null, failure: { chinese: "没有找到。" } },
    });
  });

  it("that the service had no room for is refused: nothing happened", async () => {
    sendCommand.mockRejectedValue(new ApiProblem(429, "unit-busy", "单位正忙，请稍后再试。", "Busy."));
    await decideWith(clientWithList())(wish);
    expect(phase()).toMatchObject({ phase: "refused", problem: { failure: { code: "unit-busy" } } });
  });

  it("keeps its words until it is done", async () => {
    keptWords.keep(wish, { words: wish.words, itemIds: [] });
    sendCommand.mockRejectedValueOnce(new ApiProblem(429, "unit-busy", "单位正忙，请稍后再试。", "Busy."));
    await decideWith(clientWithList())(wish);
    expect(keptWords.of(wish).words).toBe(wish.words);
    sendCommand.mockResolvedValueOnce({ data: {}, etag: null });
    await decideWith(clientWithList())(wish);
    expect(keptWords.of(wish).words).toBe("");
  });

  it("whose answer never came is unknown, and nobody else is asked who was faster", async () => {
    sendCommand.mockRejectedValue(new Unreachable());
    await decideWith(clientWithList())(wish);
    expect(phase()?.phase).toBe("unknown");
    expect(get).not.toHaveBeenCalled();
  });
});
