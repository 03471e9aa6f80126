import { ApiProblem, type Failure, isFailure, type Problem } from "../api/problems";
import type { FieldPath } from "./edits";
import { createRefusals } from "./refusals";
import { readInto, type RoundParts, sendKept } from "./round";

/** How the sending of what is kept stands. */
export interface Sending {
  readonly phase: "idle" | "sending" | "waiting" | "stopped";
  /** Why it waits (a failure that passes) or stopped (the person must do something); null otherwise. */
  readonly failure: Failure | null;
  /** It waits here, so that `flush` sends at once; a command that waits by itself cannot be hurried. */
  readonly mayHurry: boolean;
  /** Values that the service does not take; they stay here until they are changed. */
  readonly refused: ReadonlyMap<FieldPath, Problem>;
  /** Items that were deleted elsewhere while something was typed into them here. */
  readonly orphans: ReadonlySet<string>;
}

export interface SenderParts extends Omit<RoundParts, "refusals" | "orphans"> {
  /** Runs the work while no other tab sends for this declaration. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly delay?: (action: () => void, milliseconds: number) => () => void;
}

/** The first wait after a failure; it doubles up to the longest. */
export const waitMillisecondsMin = 2_000;
export const waitMillisecondsMax = 60_000;

export type DraftSender = ReturnType<typeof createSender>;

/** Sends what is kept when it is told to, and again by itself after failures that pass. */
export function createSender(parts: SenderParts) {
  const { store } = parts;
  const listeners = new Set<() => void>();
  const orphans = new Set<string>();
  const refusals = createRefusals(store);
  const round: RoundParts = { ...parts, refusals, orphans };
  let state: Sending = { phase: "idle", failure: null, mayHurry: false, refused: new Map(), orphans };
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let failures = 0;
  let cancelWait: (() => void) | null = null;
  let isDisposed = false;

  function tell(phase: Sending["phase"], failure: Failure | null = null, mayHurry = false): void {
    state = { phase, failure, mayHurry, refused: refusals.current(), orphans: new Set(orphans) };
    listeners.forEach((listener) => {
      listener();
    });
  }

  function hasWork(): boolean {
    const { edits, newItems } = store.kept();
    return newItems.size > 0 || [...edits].some(([path, edit]) => !refusals.has(path, edit));
  }

  /** Sends everything that is kept. Resolves when nothing more can be done now; what went wrong is in the state. */
  async function flush(): Promise<void> {
    if (running !== null) {
      // What was typed since may have missed its turn: the same promise covers it.
      isAskedAgain = true;
      return running;
    }
    cancelWait?.();
    cancelWait = null;
    running = workOff();
    try {
      await running;
    } finally {
      running = null;
    }
  }

  async function workOff(): Promise<void> {
    do {
      isAskedAgain = false;
      await work();
    } while (wasAskedAgain() && state.phase === "idle");
  }

  function wasAskedAgain(): boolean {
    return isAskedAgain && !isDisposed;
  }

  async function work(): Promise<void> {
    if (!hasWork()) {
      tell("idle");
      return;
    }
    tell("sending");
    try {
      await parts.alone(() => sendKept(round));
      failures = 0;
      tell("idle");
    } catch (failure) {
      if (!isFailure(failure)) {
        tell("idle");
        throw failure;
      }
      onFailure(failure);
    }
  }

  function onFailure(failure: Failure): void {
    const passes = failure.isTransient || (failure instanceof ApiProblem && failure.status === 412);
    if (!passes || isDisposed) {
      tell("stopped", failure);
      return;
    }
    const own = Math.min(waitMillisecondsMin * 2 ** failures, waitMillisecondsMax);
    failures++;
    tell("waiting", failure, true);
    cancelWait = (parts.delay ?? delay)(
      () => {
        cancelWait = null;
        void flush();
      },
      Math.max(own, failure.retryAfterMilliseconds ?? 0),
    );
  }

  return {
    flush,
    state: () => state,
    hasWork,
    /** Reads what the service holds now. */
    refresh: () => readInto(round),
    /** A command waits before its next attempt (true), or goes out again (false). */
    onWaiting(isWaiting: boolean, failure: Failure | null): void {
      if (running !== null) {
        tell(isWaiting ? "waiting" : "sending", failure);
      }
    },
    forgetOrphan(itemId: string): void {
      orphans.delete(itemId);
      tell(state.phase, state.failure);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose(): void {
      isDisposed = true;
      cancelWait?.();
    },
  };
}

function delay(action: () => void, milliseconds: number): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => clearTimeout(timer);
}
