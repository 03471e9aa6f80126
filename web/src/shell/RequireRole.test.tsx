import { screen } from "@testing-library/react";
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setCredentials } from "../api/client";
import { useMeQuery } from "../session/useMe";
import { json, stubNetwork } from "../testing/answers";
import { renderAt } from "../testing/render";
import { RequireMembership } from "./RequireRole";
import { askAgainMilliseconds, asksMax } from "./useAskingAgain";

vi.mock("../session/useSession", () => ({ useSession: () => ({ subject: "p1", isSignedIn: true }) }));

const nobody = { personId: "p1", profile: null, memberships: [], isRegistryAdministrator: false };
const clerk = {
  ...nobody,
  memberships: [{ unit: { code: "HRSS-1", name: "人社局" }, kind: "agency", roles: ["clerk"] }],
};

// Stands for RequireSession, which shows nothing before it is known who is signed in.
function WhenKnown() {
  return useMeQuery().data === undefined ? null : <RequireMembership />;
}

const routes = [
  { path: "agencies/:unit", element: <WhenKnown />, children: [{ index: true, element: <p>to-do</p> }] },
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  setCredentials({
    token: () => Promise.resolve("token"),
    renew: () => Promise.resolve(null),
    subject: () => "p1",
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("shows the page of somebody who was made a member after it was refused", async () => {
  stubNetwork(
    () => json(nobody),
    () => json(clerk),
  );
  renderAt("/agencies/HRSS-1", routes);
  await screen.findByRole("heading");
  expect(screen.queryByText("to-do")).not.toBeInTheDocument();
  act(() => void vi.advanceTimersByTime(askAgainMilliseconds));
  expect(await screen.findByText("to-do")).toBeInTheDocument();
});

it("stops asking after a minute", async () => {
  const sent = stubNetwork(() => json(nobody));
  renderAt("/agencies/HRSS-1", routes);
  await screen.findByRole("heading");
  for (let asked = 1; asked <= asksMax + 2; asked++) {
    await act(async () => {
      vi.advanceTimersByTime(askAgainMilliseconds);
      await new Promise((resolve) => setImmediate(resolve));
    });
  }
  expect(sent).toHaveLength(1 + asksMax);
});
