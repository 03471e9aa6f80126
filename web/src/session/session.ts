import { ErrorResponse } from "oidc-client-ts";
import { setCredentials } from "../api/client";
import { authority, type User } from "./authority";
import { ownStorage } from "./ownStorage";
import { presentPath, returnPathOf } from "./returnPath";

/** A token is renewed when it ends within this time. */
export const renewalMarginMilliseconds = 60_000;
/** Between two attempts to renew while the authority cannot be reached. */
export const renewalPauseMilliseconds = 15_000;

/**
 * Whether somebody is signed in. `expired`: was, and only a new sign-in helps; the page stays as it is. `left`: has signed out, here or in
 * another tab; nobody is sent to the authority then but by their own wish, for its session may still be ending.
 */
export type SessionStatus = "signedOut" | "signedIn" | "expired" | "left";

/** The session as pages see it. */
export interface SessionState {
  readonly status: SessionStatus;
  /** Who it is, or was before it expired; null when signed out. */
  readonly subject: string | null;
  /** Name as the authority knows it. */
  readonly name: string | null;
}

const signedOut: SessionState = { status: "signedOut", subject: null, name: null };
// Tells a reload of the first page that a sign-in without a question may be tried. No token, no name.
const wasSignedInKey = "ceactors.was-signed-in";

let state = signedOut;
let user: User | null = null;
let renewal: Promise<string | null> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ceactors-session");

function change(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

function endsInMilliseconds(of: User): number {
  return (of.expires_at ?? 0) * 1_000 - Date.now();
}

function take(taken: User): void {
  user = taken;
  sessionStorage.setItem(wasSignedInKey, "1");
  change({ status: "signedIn", subject: taken.profile.sub, name: taken.profile.name ?? null });
  schedule(Math.max(endsInMilliseconds(taken) - renewalMarginMilliseconds, 0));
}

function schedule(milliseconds: number): void {
  clearTimeout(timer);
  // Half the margin at least: an authority with very short tokens must not be asked without a pause.
  timer = setTimeout(() => void session.renewed(), Math.max(milliseconds, renewalMarginMilliseconds / 2));
}

function expire(): void {
  clearTimeout(timer);
  user = null;
  change({ ...state, status: "expired" });
}

function leave(): void {
  clearTimeout(timer);
  user = null;
  sessionStorage.removeItem(wasSignedInKey);
  ownStorage.clear();
  change({ ...signedOut, status: "left" });
}

// Only the authority's own "no" ends the session; a network that is away is tried again until the token has ended.
async function renewOnce(): Promise<string | null> {
  const before = user;
  if (before === null) {
    return null;
  }
  try {
    const renewed = await (await authority()).signinSilent();
    if (user !== before) {
      return null; // Signed out meanwhile.
    }
    if (renewed === null || renewed.profile.sub !== before.profile.sub) {
      expire();
      return null;
    }
    take(renewed);
    return renewed.access_token;
  } catch (failure) {
    if (user !== before) {
      return null;
    }
    if (failure instanceof ErrorResponse || before.refresh_token === undefined) {
      expire();
      return null;
    }
    schedule(renewalPauseMilliseconds);
    return null;
  }
}

/** Signing in, staying so, and signing out. */
export const session = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  current: (): SessionState => state,

  /** A reload may sign in again without a question. */
  mayResume: (): boolean => sessionStorage.getItem(wasSignedInKey) !== null,

  /** Leaves for the authority and comes back to the path. */
  signIn: async (returnTo: string = presentPath()): Promise<void> => {
    await (await authority()).signinRedirect({ state: { returnTo: returnPathOf(returnTo) } });
  },

  /** Takes what the authority sent back; the path to go on at. */
  async completeSignIn(address: string): Promise<string> {
    const signedIn = await (await authority()).signinRedirectCallback(address);
    take(signedIn);
    const kept = signedIn.state as { returnTo?: unknown } | undefined;
    return returnPathOf(kept?.returnTo);
  },

  /** Ends the session here, in the other tabs and at the authority. */
  signOut: async (): Promise<void> => {
    const idToken = user?.id_token;
    channel?.postMessage("signed-out");
    const manager = await authority();
    leave();
    await manager.removeUser();
    await manager.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken });
  },

  /** The token for a request; renewed first when it is about to end. */
  async token(): Promise<string | null> {
    if (user === null) {
      return null;
    }
    if (endsInMilliseconds(user) > renewalMarginMilliseconds / 2) {
      return user.access_token;
    }
    return (await session.renewed()) ?? (user as User | null)?.access_token ?? null;
  },

  /** Renews, once however many ask; null when that did not succeed. */
  renewed(): Promise<string | null> {
    renewal ??= renewOnce().finally(() => {
      renewal = null;
    });
    return renewal;
  },

  /** A token was refused: a newer one, or null. */
  async renew(refused: string): Promise<string | null> {
    if (user !== null && user.access_token !== refused) {
      return user.access_token; // Another request has renewed it meanwhile.
    }
    return session.renewed();
  },

  subject: (): string | null => state.subject,
};

setCredentials(session);

channel?.addEventListener("message", (message: MessageEvent<string>) => {
  if (message.data === "signed-out" && state.status !== "signedOut" && state.status !== "left") {
    leave();
    void authority().then((manager) => manager.removeUser());
  }
});
