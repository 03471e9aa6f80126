import { useSyncExternalStore } from "react";
import { session, type SessionState } from "./session";

/** The session in a component. */
export function useSession(): SessionState & {
  readonly isSignedIn: boolean;
  /** Was signed in; only a new sign-in helps. What is on the page stays. */
  readonly isExpired: boolean;
  /** Leaves for the authority; comes back to the path, by default the present one. */
  readonly signIn: (returnTo?: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
} {
  const state = useSyncExternalStore(session.subscribe, session.current);
  return {
    ...state,
    isSignedIn: state.status === "signedIn",
    isExpired: state.status === "expired",
    signIn: session.signIn,
    signOut: session.signOut,
  };
}
