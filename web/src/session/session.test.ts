import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { json, stubNetwork } from "../testing/answers";

interface FakeUser {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token: string;
  readonly expires_at: number;
  readonly profile: { readonly sub: string; readonly name: string };
  readonly state?: unknown;
}

const lifetimeSeconds = 900;
const manager = {
  signinRedirect: vi.fn(() => Promise.resolve()),
  signinRedirectCallback: vi.fn<() => Promise<FakeUser>>(),
  signinSilent: vi.fn<() => Promise<FakeUser | null>>(),
  signoutRedirect: vi.fn(() => Promise.resolve()),
  removeUser: vi.fn(() => Promise.resolve()),
};

vi.mock("./authority", () => ({ authority: () => Promise.resolve(manager) }));

function user(token: string, more: Partial<FakeUser> = {}): FakeUser {
  return {
    access_token: token,
    refresh_token: `refresh-${token}`,
    id_token: `id-${token}`,
    expires_at: Date.now() / 1_000 + lifetimeSeconds,
    profile: { sub: "person1", name: "张三" },
    ...more,
  };
}

async function openTab() {
  vi.resetModules();
  const [{ session }, { api, unwrap }, { ErrorResponse }] = await Promise.all([
    import("./session"),
    import("../api/client"),
    import("oidc-client-ts"),
  ]);
  return { session, api, unwrap, ErrorResponse };
}

type Tab = Awaited<ReturnType<typeof openTab>>;
let tab: Tab;

async function signIn(
  of: Tab = tab,
  first: FakeUser = user("first", { state: { returnTo: "/units/A?page=2" } }),
) {
  manager.signinRedirectCallback.mockResolvedValue(first);
  return of.session.completeSignIn("http://localhost/signed-in?code=1&state=2");
}

const bearers = (sent: readonly Request[]) => sent.map((request) => request.headers.get("Authorization"));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  Object.values(manager).forEach((each: Mock) => each.mockClear());
  manager.signinSilent.mockReset();
  tab = await openTab();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("signing in", () => {
  it("leaves with the present address and comes back to it", async () => {
    await tab.session.signIn("/units/A?page=2");
    expect(manager.signinRedirect).toHaveBeenCalledWith({ state: { returnTo: "/units/A?page=2" } });

    expect(await signIn()).toBe("/units/A?page=2");

    expect(tab.session.current()).toEqual({ status: "signedIn", subject: "person1", name: "张三" });
  });

  it("never comes back to another site", async () => {
    expect(await signIn(tab, user("first", { state: { returnTo: "https://evil.example/" } }))).toBe("/");
  });

  it("keeps no token where another page could read it", async () => {
    await signIn();

    const kept = JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
    expect(kept).not.toMatch(/first|张三|person1/);
    expect(tab.session.mayResume()).toBe(true);
  });
});

describe("quiet renewal", () => {
  it("renews a minute before the token ends", async () => {
    await signIn();
    manager.signinSilent.mockResolvedValue(user("second"));

    await vi.advanceTimersByTimeAsync((lifetimeSeconds - 61) * 1_000);
    expect(manager.signinSilent).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);

    expect(manager.signinSilent).toHaveBeenCalledTimes(1);
    expect(await tab.session.token()).toBe("second");
  });

  it("is done once for however many requests wait for it", async () => {
    await signIn(tab, user("old", { expires_at: Date.now() / 1_000 + 10 }));
    manager.signinSilent.mockResolvedValue(user("new"));

    const tokens = await Promise.all([tab.session.token(), tab.session.token(), tab.session.token()]);

    expect(tokens).toEqual(["new", "new", "new"]);
    expect(manager.signinSilent).toHaveBeenCalledTimes(1);
  });

  it("is tried again while the authority cannot be reached, and nobody is thrown out", async () => {
    await signIn();
    manager.signinSilent
      .mockRejectedValueOnce(new TypeError("Failed to fetch"))
      .mockResolvedValue(user("second"));

    await vi.advanceTimersByTimeAsync((lifetimeSeconds - 59) * 1_000);
    expect(tab.session.current().status).toBe("signedIn");
    await vi.advanceTimersByTimeAsync(31_000);

    expect(await tab.session.token()).toBe("second");
  });

  it("that the authority refuses ends the session, and the page stays", async () => {
    await signIn();
    manager.signinSilent.mockRejectedValue(new tab.ErrorResponse({ error: "invalid_grant" }));

    await vi.advanceTimersByTimeAsync(lifetimeSeconds * 1_000);

    expect(tab.session.current()).toEqual({ status: "expired", subject: "person1", name: "张三" });
    expect(await tab.session.token()).toBeNull();
    expect(manager.signinRedirect).not.toHaveBeenCalled();
  });

  it("that brings somebody else ends the session", async () => {
    await signIn();
    manager.signinSilent.mockResolvedValue(user("foreign", { profile: { sub: "person2", name: "李四" } }));

    await vi.advanceTimersByTimeAsync(lifetimeSeconds * 1_000);

    expect(tab.session.current().status).toBe("expired");
  });

  it("does not ask without a pause where tokens are very short", async () => {
    manager.signinSilent.mockImplementation(() =>
      Promise.resolve(user("short", { expires_at: Date.now() / 1_000 + 5 })),
    );
    await signIn(tab, user("short", { expires_at: Date.now() / 1_000 + 5 }));

    await vi.advanceTimersByTimeAsync(120_000);

    expect(manager.signinSilent.mock.calls.length).toBeLessThanOrEqual(4);
  });
});

describe("a 401 in the middle of work", () => {
  it("is repeated once with a renewed token", async () => {
    await signIn();
    manager.signinSilent.mockResolvedValue(user("second"));
    const sent = stubNetwork(
      () => json({}, 401),
      () => json({ personId: "p1" }),
    );

    const { data } = await tab.unwrap(tab.api.GET("/api/me"));

    expect(data).toEqual({ personId: "p1" });
    expect(bearers(sent)).toEqual(["Bearer first", "Bearer second"]);
  });

  it("of several requests at once renews once", async () => {
    await signIn();
    manager.signinSilent.mockResolvedValue(user("second"));
    stubNetwork((request) => json({}, request.headers.get("Authorization") === "Bearer second" ? 200 : 401));

    await Promise.all([1, 2, 3].map(() => tab.unwrap(tab.api.GET("/api/me"))));

    expect(manager.signinSilent).toHaveBeenCalledTimes(1);
  });

  it("with a token that was renewed meanwhile asks nobody", async () => {
    await signIn();

    expect(await tab.session.renew("older")).toBe("first");

    expect(manager.signinSilent).not.toHaveBeenCalled();
  });

  it("that stays is told, without going round in circles", async () => {
    await signIn();
    manager.signinSilent.mockResolvedValue(user("second"));
    const sent = stubNetwork(() => json({}, 401));

    await expect(tab.unwrap(tab.api.GET("/api/me"))).rejects.toMatchObject({
      status: 401,
      isSignedOut: true,
    });

    expect(sent).toHaveLength(2);
  });
});

describe("signing out", () => {
  it("ends the session here and at the authority", async () => {
    await signIn();

    await tab.session.signOut();

    expect(tab.session.current()).toEqual({ status: "left", subject: null, name: null });
    expect(tab.session.mayResume()).toBe(false);
    expect(manager.signoutRedirect).toHaveBeenCalledWith({ id_token_hint: "id-first" });
  });

  it("ends it in the other tabs too", async () => {
    await signIn();
    const other = await openTab();
    await signIn(other);

    await other.session.signOut();

    await vi.waitFor(() => expect(tab.session.current().status).toBe("left"));
    expect(await tab.session.token()).toBeNull();
  });

  it("is not undone by a renewal that was under way", async () => {
    await signIn();
    let answer: (renewed: FakeUser) => void = () => undefined;
    manager.signinSilent.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const renewing = tab.session.renewed();

    await tab.session.signOut();
    answer(user("late"));

    expect(await renewing).toBeNull();
    expect(tab.session.current().status).toBe("left");
  });
});
