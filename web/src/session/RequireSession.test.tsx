import { act, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderAt } from "../testing/render";
import { stubNetwork, json } from "../testing/answers";
import { RequireSession } from "./RequireSession";
import { session } from "./session";

const manager = vi.hoisted(() => ({
  signinRedirect: vi.fn(() => Promise.resolve()),
  signinRedirectCallback: vi.fn(),
  signoutRedirect: vi.fn(() => Promise.resolve()),
  removeUser: vi.fn(() => Promise.resolve()),
}));
vi.mock("./authority", () => ({ authority: () => Promise.resolve(manager) }));

describe("a page that needs a sign-in", () => {
  it("sends nobody to the authority who has just signed out, for its session may still be ending", async () => {
    stubNetwork(() => json({ personId: "p1", memberships: [], isRegistered: true }));
    manager.signinRedirectCallback.mockResolvedValue({
      access_token: "token",
      id_token: "id",
      expires_at: Date.now() / 1_000 + 900,
      profile: { sub: "person1", name: "张三" },
    });
    await session.completeSignIn("http://localhost/signed-in?code=1&state=2");
    renderAt("/individual", <RequireSession />);

    await act(() => session.signOut());

    expect(await screen.findByRole("button", { name: "登录" })).toBeVisible();
    expect(screen.queryByText("张三")).toBeNull();
    expect(manager.signinRedirect).not.toHaveBeenCalled();
    expect(manager.signoutRedirect).toHaveBeenCalledOnce();
  });
});
