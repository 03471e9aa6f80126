import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setCredentials } from "../api/client";
import { json, stubNetwork } from "../testing/answers";
import { renderAt } from "../testing/render";
import { noFilters } from "./queueFilters";
import { QueueView } from "./QueueView";
import { entryOf, pageOf } from "./samples";

vi.mock("../session/useMe", () => ({ useMe: () => ({ personId: "p1", memberships: [] }) }));

beforeEach(() => {
  setCredentials({
    token: () => Promise.resolve("token"),
    renew: () => Promise.resolve(null),
    subject: () => "p1",
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("asks with every 查询, also for what was answered a moment ago", async () => {
  const sent = stubNetwork(({ url }) =>
    url.includes("/counts")
      ? json({ total: 1, byAge: [], byEmployer: [], oldestSince: null, isLoading: false })
      : json(pageOf([entryOf(1)])),
  );
  const searches = (text: string) =>
    sent.filter(({ url }) => {
      const { pathname, searchParams } = new URL(url);
      return pathname.endsWith("/queue") && (searchParams.get("text") ?? "") === text;
    }).length;
  renderAt(
    "/units/EMP-1",
    <QueueView unit="EMP-1" base="/units/EMP-1" list="waiting" standard={noFilters} actionLabel="审核" />,
  );
  const field = await screen.findByRole("textbox");
  const search = screen.getByRole("button", { name: "查询" });
  // The list also refreshes by itself now and then, so what counts is that each search asks once more than before.
  const asksFor = async (text: string, act: () => Promise<void>) => {
    const before = searches(text);
    await act();
    await waitFor(() => expect(searches(text)).toBeGreaterThan(before));
  };
  const look = (text: string) =>
    asksFor(text, async () => {
      await userEvent.clear(field);
      if (text !== "") {
        await userEvent.type(field, text);
      }
      await userEvent.click(search);
    });

  await waitFor(() => expect(searches("")).toBeGreaterThan(0));
  await look("王");
  await asksFor("王", () => userEvent.click(search));
  await look("");
  await look("王");
});
