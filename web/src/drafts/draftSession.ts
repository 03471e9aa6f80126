import { type DraftStore, type KeyedStorage, type Kept, openDraftStore } from "./draftStore";
import { type DraftItem, type FieldPath, itemOf } from "./edits";
import type { DraftService, Known } from "./draftService";
import { createSender, type DraftSender, type Sending } from "./sender";

/** Everything that the form of one declaration shows. A new object whenever something changed. */
export interface DraftSnapshot {
  /** What the service holds; null before it was read. */
  readonly known: Known | null;
  readonly kept: Kept;
  readonly sending: Sending;
  /** Ids of items that were added in this page: the id the form knows them by, to the id of the service. */
  readonly names: ReadonlyMap<string, string>;
}

export interface DraftSessionParts {
  readonly storage: KeyedStorage;
  readonly personId: string;
  readonly declarationId: string;
  readonly service: (onWaiting: DraftSender["onWaiting"]) => DraftService;
  /** Something newer is known than what was given by `adopt`. */
  readonly onKnown: (known: Known) => void;
  /** Resolves when commands that an earlier page left behind are settled; true when some were sent again. */
  readonly whenSettled: () => Promise<boolean>;
}

/** This page, as others see it in what it keeps. */
const tab = crypto.randomUUID();

// Commands that wait for storage or the network must not hold up those of another declaration.
const lockPrefix = "ceactors-draft-";

export type DraftSession = ReturnType<typeof createDraftSession>;

/** What is typed into one declaration in this page: kept at once, sent when a field is left. */
export function createDraftSession(parts: DraftSessionParts) {
  const store: DraftStore = openDraftStore(parts.storage, parts.personId, parts.declarationId, tab);
  const listeners = new Set<() => void>();
  const names = new Map<string, string>();
  let known: Known | null = null;
  let snapshot: DraftSnapshot | null = null;
  let isSettled = false;

  const sender = createSender({
    store,
    service: parts.service((isWaiting, failure) => sender.onWaiting(isWaiting, failure)),
    known: () => known,
    onKnown: (next) => {
      if (adopt(next)) {
        parts.onKnown(next);
      }
    },
    onAdded: (localId, itemId) => names.set(localId, itemId),
    alone,
    openedAt: Date.now(),
  });

  async function alone(work: () => Promise<void>): Promise<void> {
    if (!isSettled) {
      if (await parts.whenSettled()) {
        // They may have taken effect after this page was read: what is kept here is perhaps what they sent.
        await sender.refresh();
      }
      isSettled = true;
    }
    return "locks" in navigator ? navigator.locks.request(lockPrefix + parts.declarationId, work) : work();
  }

  function adopt(next: Known): boolean {
    if (known !== null && isOlder(next, known)) {
      return false;
    }
    known = next;
    changed();
    return true;
  }

  function changed(): void {
    snapshot = null;
    listeners.forEach((listener) => {
      listener();
    });
  }

  store.subscribe(changed);
  sender.subscribe(changed);

  return {
    store,
    sender,
    flush: sender.flush,
    /** Takes what was read of the service, unless something newer is known. */
    adopt,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: (): DraftSnapshot => {
      snapshot ??= { known, kept: store.kept(), sending: sender.state(), names: new Map(names) };
      return snapshot;
    },
    /** The path under which a field is kept now. */
    pathOf(path: FieldPath): FieldPath {
      const itemId = itemOf(path);
      const name = itemId === null ? undefined : names.get(itemId);
      return itemId === null || name === undefined ? path : path.replace(itemId, name);
    },
    /** Adds an item here at once; it is sent as soon as that is possible. */
    addItem(item: DraftItem): string {
      const localId = `new-${crypto.randomUUID()}`;
      store.addNew(localId, { commandKey: crypto.randomUUID(), body: item, createdAt: Date.now() });
      void sender.flush();
      return localId;
    },
    /** Sends again when that may succeed now, and hears what other tabs keep. Returns how to stop. */
    watch(): () => void {
      const onStorage = (event: StorageEvent) => store.onForeignWrite(event.key);
      const send = () => void sender.flush();
      const onHidden = () => {
        if (document.visibilityState === "hidden") {
          send();
        }
      };
      addEventListener("storage", onStorage);
      addEventListener("online", send);
      document.addEventListener("visibilitychange", onHidden);
      send();
      return () => {
        removeEventListener("storage", onStorage);
        removeEventListener("online", send);
        document.removeEventListener("visibilitychange", onHidden);
      };
    },
  };
}

function isOlder(one: Known, other: Known): boolean {
  const [first, second] = [one.view, other.view];
  return (
    first.version < second.version ||
    (first.version === second.version && first.draftRevision < second.draftRevision)
  );
}
