import type { Answered } from "./client";
import { commandStore, type StoredCommand } from "./commandStore";
import { deliver, type Progress } from "./delivery";
import { ifNobodyHolds } from "./locks";
import { type Failure, isFailure } from "./problems";

/** How long a command may wait for its settlement; after a day nobody expects it any more, and it is dropped. */
export const keptMilliseconds = 24 * 60 * 60 * 1_000;

/** How a command that an earlier page left behind came out. */
export interface Settlement {
  readonly label: string | null;
  readonly address: string;
  /** `dropped` when it was too old to be sent again; `open` when its outcome is still not known. */
  readonly outcome: "done" | "refused" | "open" | "dropped";
  /** Why it was refused or is open; null otherwise. */
  readonly failure: Failure | null;
}

/** A command under way in this tab. */
export interface PendingCommand {
  readonly key: string;
  readonly label: string | null;
  readonly progress: Progress;
}

type Listener = () => void;

let underWay: readonly PendingCommand[] = [];
let unanswered: ReadonlyMap<string, string> = new Map();
let settling: Promise<readonly Settlement[]> | null = null;
const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ceactors-commands");

function change(next: readonly PendingCommand[]): void {
  underWay = next;
  tellAll();
}

function tellAll(): void {
  listeners.forEach((listener) => listener());
}

// Those without a label are edits: the form says itself that they wait, and sends them again.
async function noteIfUnanswered({ key, label }: StoredCommand): Promise<void> {
  const stored = await commandStore.find(key).catch(() => null);
  if (label !== null && stored !== null) {
    unanswered = new Map([...unanswered, [key, label]]);
    tellAll();
  }
}

/** Commands without a known outcome: under way in this tab, or left behind by an earlier page. */
export const pendingCommands = {
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Those under way in this tab; the same array until something changes. */
  current: (): readonly PendingCommand[] => underWay,

  count: (): number => underWay.length,

  /** What the person would call those whose attempts are used up without an answer, by key; the same map until something changes. */
  unanswered: (): ReadonlyMap<string, string> => unanswered,

  /** Shows a command as under way while the work runs, and tells other tabs when it has taken effect. */
  async track(
    stored: StoredCommand,
    work: (onProgress: (progress: Progress) => void) => Promise<Answered<unknown>>,
  ): Promise<Answered<unknown>> {
    const entry = { key: stored.key, label: stored.label };
    change([...underWay, { ...entry, progress: { attempt: 1, waitMilliseconds: null, failure: null } }]);
    try {
      const answer = await work((progress) =>
        change(underWay.map((each) => (each.key === stored.key ? { ...entry, progress } : each))),
      );
      channel?.postMessage({ subject: stored.subject });
      return answer;
    } catch (failure) {
      await noteIfUnanswered(stored);
      throw failure;
    } finally {
      change(underWay.filter((each) => each.key !== stored.key));
    }
  },

  /** Sends again, with their own keys, what earlier pages of this person left behind, oldest first; once a page. */
  settle(subject: string): Promise<readonly Settlement[]> {
    settling ??= settleAll(subject);
    return settling;
  },

  /**
   * Resolves when what earlier pages left behind is settled or known to stay open; at once when nothing was begun. True when something
   * was sent again, so that what was read before may be out of date.
   */
  async whenSettled(): Promise<boolean> {
    const settlements = await settling;
    return settlements !== null && settlements.length > 0;
  },

  /** Settles anew: after another sign-in, or when the person asks to try again. */
  settleAgain(subject: string): Promise<readonly Settlement[]> {
    settling = settleAll(subject).then(async (settlements) => {
      const stored = new Set((await commandStore.of(subject)).map(({ key }) => key));
      unanswered = new Map([...unanswered].filter(([key]) => stored.has(key)));
      tellAll();
      return settlements;
    });
    return settling;
  },

  /** Calls back when a command of this person took effect in another tab. */
  onOtherTab(subject: string, changed: () => void): () => void {
    const hear = (message: MessageEvent<{ subject: string }>) => {
      if (message.data.subject === subject) {
        changed();
      }
    };
    channel?.addEventListener("message", hear);
    return () => channel?.removeEventListener("message", hear);
  },
};

async function settleAll(subject: string): Promise<readonly Settlement[]> {
  const settlements: Settlement[] = [];
  for (const command of await commandStore.of(subject)) {
    const settlement = await ifNobodyHolds(command.key, () => settleOne(command.key));
    if (settlement !== null) {
      settlements.push(settlement);
    }
  }
  return settlements;
}

async function settleOne(key: string): Promise<Settlement | null> {
  // Another tab may have settled it between the listing and the lock.
  const command = await commandStore.find(key);
  if (command === null) {
    return null;
  }
  const about = { label: command.label, address: command.address };
  if (Date.now() - command.storedAtMilliseconds > keptMilliseconds) {
    await commandStore.remove(key);
    return { ...about, outcome: "dropped", failure: null };
  }
  try {
    await pendingCommands.track(command, (onProgress) => deliver(command, onProgress));
    return { ...about, outcome: "done", failure: null };
  } catch (failure) {
    if (!isFailure(failure)) {
      throw failure;
    }
    return { ...about, outcome: failure.isTransient || failure.isSignedOut ? "open" : "refused", failure };
  }
}
