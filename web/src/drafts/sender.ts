import type { Schemas } from "../api/client";
import { ApiProblem, type Failure, isFailure, type Problem } from "../api/problems";
import type { DraftStore } from "./draftStore";
import {
  blankAsNull,
  type DraftHead,
  type DraftItem,
  type Edit,
  fieldOf,
  type FieldPath,
  type FieldValue,
  itemOf,
} from "./edits";
import { meet } from "./merge";

export type DeclarationView = Schemas["DeclarationView"];
export type DeclarationReceipt = Schemas["DeclarationReceipt"];

/** A declaration as the service holds it, with the version to be named when it is changed. */
export interface Known {
  readonly view: DeclarationView;
  readonly etag: string;
}

export interface Answer {
  readonly receipt: DeclarationReceipt;
  readonly etag: string;
}

/** The service, as far as drafts need it. All throw `ApiProblem` or `Unreachable`. */
export interface DraftService {
  read: () => Promise<Known>;
  saveHead: (head: DraftHead, etag: string) => Promise<Answer>;
  addItem: (commandKey: string, item: DraftItem) => Promise<Answer>;
  changeItem: (itemId: string, item: DraftItem, etag: string) => Promise<Answer>;
}

/** How the sending of what is kept stands. */
export interface Sending {
  readonly phase: "idle" | "sending" | "waiting" | "stopped";
  /** Why it waits (a failure that passes) or stopped (the person must do something); null otherwise. */
  readonly failure: Failure | null;
  /** Values that the service does not take; they stay here until they are changed. */
  readonly refused: ReadonlyMap<FieldPath, Problem>;
  /** Items that were deleted elsewhere while something was typed into them here. */
  readonly orphans: ReadonlySet<string>;
}

export interface SenderParts {
  readonly store: DraftStore;
  readonly service: DraftService;
  /** What this page knows of the declaration; null before it was read. */
  readonly known: () => Known | null;
  /** Something newer is known. */
  readonly onKnown: (known: Known) => void;
  /** An item that was added here is known by another id from now on. */
  readonly onAdded: (localId: string, itemId: string) => void;
  /** Runs the work while no other tab sends for this declaration. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly openedAt: number;
  readonly delay?: (action: () => void, milliseconds: number) => () => void;
}

/** Times that one round starts again because the declaration changed meanwhile; then it waits as for a failure. */
export const roundsMax = 6;

/** The first wait after a failure; it doubles up to the longest. */
export const waitMillisecondsMin = 2_000;
export const waitMillisecondsMax = 60_000;

/** Problems of the whole command that a change of any of its texts can mend. */
const wholeCommandStatuses = [400, 413, 422, 429];

export type DraftSender = ReturnType<typeof createSender>;

/** Sends what is kept, one command at a time, and merges by field when somebody else was faster. */
export function createSender(parts: SenderParts) {
  const { store, service } = parts;
  const listeners = new Set<() => void>();
  const refused = new Map<FieldPath, { problem: Problem; typedAt: number }>();
  const orphans = new Set<string>();
  let state: Sending = { phase: "idle", failure: null, refused: new Map(), orphans };
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let failures = 0;
  let cancelWait: (() => void) | null = null;
  let isDisposed = false;

  function tell(phase: Sending["phase"], failure: Failure | null = null): void {
    for (const [path, { typedAt }] of refused) {
      if (store.kept().edits.get(path)?.typedAt !== typedAt) {
        refused.delete(path);
      }
    }
    state = {
      phase,
      failure,
      refused: new Map([...refused].map(([path, { problem }]) => [path, problem])),
      orphans: new Set(orphans),
    };
    listeners.forEach((listener) => {
      listener();
    });
  }

  /** Sends everything that is kept. Resolves when nothing more can be done now; what went wrong is in the state. */
  function flush(): Promise<void> {
    if (running !== null) {
      isAskedAgain = true;
      return running;
    }
    cancelWait?.();
    cancelWait = null;
    running = work().finally(() => {
      running = null;
      if (isAskedAgain && !isDisposed) {
        isAskedAgain = false;
        void flush();
      }
    });
    return running;
  }

  async function work(): Promise<void> {
    if (!hasWork()) {
      tell("idle");
      return;
    }
    tell("sending");
    try {
      await parts.alone(sendAll);
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
    const wait =
      failure.retryAfterMilliseconds ?? Math.min(waitMillisecondsMin * 2 ** failures, waitMillisecondsMax);
    failures++;
    tell("waiting", failure);
    cancelWait = (parts.delay ?? delay)(() => {
      cancelWait = null;
      void flush();
    }, wait);
  }

  async function sendAll(): Promise<void> {
    let known = parts.known() ?? (await read());
    for (let round = 1; ; round++) {
      try {
        known = await sendNewItems(known);
        known = await sendHead(known);
        await sendItems(known);
        return;
      } catch (failure) {
        const isStale = failure instanceof ApiProblem && failure.status === 412;
        if (!isStale || round === roundsMax) {
          throw failure;
        }
        known = await read();
      }
    }
  }

  async function read(): Promise<Known> {
    const known = await service.read();
    parts.onKnown(known);
    return known;
  }

  async function sendNewItems(start: Known): Promise<Known> {
    let known = start;
    for (const [localId, item] of [...store.kept().newItems]) {
      const { receipt } = await service.addItem(item.commandKey, item.body);
      const itemId = receipt.createdId ?? localId;
      // The page must know both names before the typed values move to the second.
      parts.onAdded(localId, itemId);
      store.settleNew(localId, itemId);
      known = await read();
    }
    return known;
  }

  async function sendHead(known: Known): Promise<Known> {
    const merged = merge((path) => itemOf(path) === null, known.view.head);
    if (merged === null) {
      return known;
    }
    const answer = await attempt(merged.sent, () => service.saveHead(merged.values as DraftHead, known.etag));
    if (answer === null) {
      return sendHead(known);
    }
    return acknowledge(merged.sent, answer, { ...known.view, head: merged.values as DraftHead });
  }

  async function sendItems(start: Known): Promise<void> {
    let known = start;
    const ids = new Set([...store.kept().edits.keys()].map(itemOf).filter((id) => id !== null));
    for (const itemId of ids) {
      known = await sendItem(itemId, known);
    }
  }

  async function sendItem(itemId: string, known: Known): Promise<Known> {
    if (store.kept().newItems.has(itemId)) {
      return known;
    }
    const present = known.view.items.find((item) => item.itemId === itemId);
    if (present === undefined) {
      orphans.add(itemId);
      return known;
    }
    orphans.delete(itemId);
    const merged = merge((path) => itemOf(path) === itemId, present.item);
    if (merged === null) {
      return known;
    }
    const item = merged.values as DraftItem;
    const answer = await attempt(merged.sent, () => service.changeItem(itemId, item, known.etag));
    if (answer === null) {
      return sendItem(itemId, known);
    }
    const items = known.view.items.map((each) => (each.itemId === itemId ? { itemId, item } : each));
    return acknowledge(merged.sent, answer, { ...known.view, items });
  }

  /** The values to send, and the edits among them; null when there is nothing to send. */
  function merge(
    belongs: (path: FieldPath) => boolean,
    theirs: Readonly<Record<string, FieldValue | undefined>>,
  ): { values: Record<string, FieldValue>; sent: Map<FieldPath, Edit> } | null {
    const values: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(theirs)) {
      values[name] = value ?? null;
    }
    const sent = new Map<FieldPath, Edit>();
    for (const [path, edit] of [...store.kept().edits]) {
      if (!belongs(path) || refused.get(path)?.typedAt === edit.typedAt) {
        continue;
      }
      const held = theirs[fieldOf(path)] ?? null;
      const meeting = meet(path, edit, held, { typedAt: store.typedAt, openedAt: parts.openedAt });
      if (meeting.kind === "same") {
        store.settle(path, edit);
      } else if (meeting.kind === "theirs-newer") {
        store.yieldTo(path, edit);
      } else {
        if (meeting.kind === "mine-newer") {
          store.offer(path, meeting.theirs);
        }
        values[fieldOf(path)] = edit.value === false ? false : blankAsNull(edit.value);
        sent.set(path, edit);
      }
    }
    return sent.size === 0 ? null : { values, sent };
  }

  /** Null when the service does not take one of the values: those are marked, and the others can be sent without them. */
  async function attempt(
    sent: ReadonlyMap<FieldPath, Edit>,
    command: () => Promise<Answer>,
  ): Promise<Answer | null> {
    try {
      return await command();
    } catch (failure) {
      const mayMend = failure instanceof ApiProblem && wholeCommandStatuses.includes(failure.status);
      // 429 is also "too many requests"; only a bound of the declaration is mended by typing less.
      if (!mayMend || (failure.status === 429 && failure.code !== "draft-too-long")) {
        throw failure;
      }
      mark(sent, failure);
      return null;
    }
  }

  function mark(sent: ReadonlyMap<FieldPath, Edit>, failure: ApiProblem): void {
    const whole: Problem = {
      path: "",
      code: failure.code,
      chinese: failure.chinese,
      english: failure.english,
      rule: null,
    };
    const named = new Map(failure.problems.map((problem) => [fieldOf(problem.path), problem]));
    const isNamed = [...sent.keys()].some((path) => named.has(fieldOf(path)));
    for (const [path, edit] of sent) {
      const problem = named.get(fieldOf(path));
      if (problem !== undefined || !isNamed) {
        refused.set(path, { problem: problem ?? whole, typedAt: edit.typedAt });
      }
    }
  }

  function acknowledge(
    sent: ReadonlyMap<FieldPath, Edit>,
    { receipt, etag }: Answer,
    view: DeclarationView,
  ): Known {
    const { version, draftRevision, status, problems } = receipt;
    const known = { view: { ...view, version, draftRevision, status, problems }, etag };
    // First what the service holds, then what is kept here: the field never shows the old value in between.
    parts.onKnown(known);
    for (const [path, edit] of sent) {
      store.settle(path, edit);
    }
    return known;
  }

  function hasWork(): boolean {
    const { edits, newItems } = store.kept();
    return (
      newItems.size > 0 || [...edits].some(([path, edit]) => refused.get(path)?.typedAt !== edit.typedAt)
    );
  }

  return {
    flush,
    state: () => state,
    /** Reads what the service holds now. */
    async refresh(): Promise<void> {
      await read();
    },
    /** A command waits before its next attempt (true), or goes out again (false). */
    onWaiting(isWaiting: boolean, failure: Failure | null): void {
      if (running !== null) {
        tell(isWaiting ? "waiting" : "sending", failure);
      }
    },
    hasWork,
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
