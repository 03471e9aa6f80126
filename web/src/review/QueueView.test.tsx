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
  const look = async (text: string) => {
    await userEvent.clear(field);
    if (text !== "") {
      await userEvent.type(field, text);
    }
    await userEvent.click(search);
  };

  await waitFor(() => expect(searches("")).toBe(1));
  await look("王");
  await waitFor(() => expect(searches("王")).toBe(1));
  await userEvent.click(search);
  await waitFor(() => expect(searches("王")).toBe(2));
  await look("");
  await waitFor(() => expect(searches("")).toBe(2));
  await look("王");
  await waitFor(() => expect(searches("王")).toBe(3));
});
