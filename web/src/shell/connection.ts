import { retryAfterOf } from "../api/problems";

/** How long the notice of overload stays when the service named no time. */
export const noticeMilliseconds = 5_000;

/** What is known of the way to the service. */
export interface ConnectionState {
  /** The last request got no answer, or the browser says that there is no network. */
  readonly isOffline: boolean;
  /** The service asked to come back later. */
  readonly isOverloaded: boolean;
}

let state: ConnectionState = { isOffline: false, isOverloaded: false };
let overloadTimer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(next: Partial<ConnectionState>): void {
  const changed = { ...state, ...next };
  if (changed.isOffline !== state.isOffline || changed.isOverloaded !== state.isOverloaded) {
    state = changed;
    listeners.forEach((listener) => listener());
  }
}

/** Told by every request; shown by the banner. */
export const connection = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  current: (): ConnectionState => state,

  /** An answer came: there is a network; 503 and 429 say that the service has too much to do. */
  onAnswer(status: number, retryAfter: string | null): void {
    const isOverloaded = status === 503 || status === 429;
    change({ isOffline: false, ...(isOverloaded || status < 400 ? { isOverloaded } : {}) });
    clearTimeout(overloadTimer);
    if (isOverloaded) {
      const wait = retryAfterOf(retryAfter) ?? noticeMilliseconds;
      overloadTimer = setTimeout(() => change({ isOverloaded: false }), wait + noticeMilliseconds);
    }
  },

  /** No answer came. */
  onUnreachable(): void {
    change({ isOffline: true });
  },

  /** What the browser says of the network. */
  onBrowser(isOnline: boolean): void {
    change({ isOffline: !isOnline });
  },
};

addEventListener("offline", () => connection.onBrowser(false));
addEventListener("online", () => connection.onBrowser(true));
