import { type Edit, type FieldPath, type FieldValue, isSame, itemOf, type NewItem } from "./edits";
import { fingerprint } from "./fingerprint";

/** What a field holds elsewhere and that was not chosen; offered beside the field until taken or waved away. */
export type Offers = readonly FieldValue[];

/** Everything kept here for one declaration. A new object whenever something changed. */
export interface Kept {
  readonly edits: ReadonlyMap<FieldPath, Edit>;
  readonly offers: ReadonlyMap<FieldPath, Offers>;
  readonly newItems: ReadonlyMap<string, NewItem>;
}

/** What was acknowledged, so that a later meeting of two values can tell which was typed last. */
interface Acknowledged {
  readonly fingerprint: string;
  readonly typedAt: number;
}

/** Values offered for one field, at most; more than that nobody compares. */
export const offersMax = 3;

/** How long an acknowledgement is remembered: longer than two tabs stay apart. */
export const acknowledgedAgeMaxMilliseconds = 7 * 24 * 3_600_000;

const rootKey = "ce.draft";

/** The part of the browser's storage that is used; one key a field, so that two tabs never write over each other. */
export type KeyedStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Where everything of one declaration is kept. */
export function draftPrefix(personId: string, declarationId: string): string {
  return `${rootKey}/${personId}/${declarationId}/`;
}

export type DraftStore = ReturnType<typeof openDraftStore>;

/**
 * Keeps what is typed into one declaration until the service has acknowledged it. Writing is immediate: what was typed before the
 * browser closes is there when it opens again. When the storage refuses (full, or forbidden), it is kept in this page alone.
 */
export function openDraftStore(
  storage: KeyedStorage,
  personId: string,
  declarationId: string,
  tab: string,
  now: () => number = Date.now,
) {
  const prefix = draftPrefix(personId, declarationId);
  const unstored = new Map<string, string>();
  const listeners = new Set<() => void>();
  let kept = readAll();

  function read(key: string): string | null {
    return unstored.get(key) ?? storage.getItem(prefix + key);
  }

  function write(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      storage.setItem(prefix + key, text);
      unstored.delete(key);
    } catch {
      unstored.set(key, text);
    }
  }

  function erase(key: string): void {
    unstored.delete(key);
    storage.removeItem(prefix + key);
  }

  function keys(): string[] {
    const found = new Set(unstored.keys());
    for (let index = 0; index < storage.length; index++) {
      const key = storage.key(index);
      if (key?.startsWith(prefix)) {
        found.add(key.slice(prefix.length));
      }
    }
    return [...found].sort();
  }

  function readAll(): Kept {
    const edits = new Map<FieldPath, Edit>();
    const offers = new Map<FieldPath, Offers>();
    const newItems = new Map<string, NewItem>();
    for (const key of keys()) {
      const [kind, ...rest] = key.split("/");
      const name = rest.join("/");
      const value = parse(read(key));
      if (value === null) {
        continue;
      }
      if (kind === "edit") {
        edits.set(name, value as Edit);
      } else if (kind === "offer") {
        offers.set(name, value as Offers);
      } else if (kind === "new") {
        newItems.set(name, value as NewItem);
      } else if (
        kind === "known" &&
        now() - (value as Acknowledged).typedAt > acknowledgedAgeMaxMilliseconds
      ) {
        erase(key);
      }
    }
    const inOrder = [...newItems].sort(([, one], [, other]) => one.createdAt - other.createdAt);
    return { edits, offers, newItems: new Map(inOrder) };
  }

  function changed(): void {
    kept = readAll();
    listeners.forEach((listener) => {
      listener();
    });
  }

  /** As it is in the storage: of what another tab wrote a moment ago this one may not have heard yet. */
  function presentEdit(path: FieldPath): Edit | undefined {
    return (parse(read(`edit/${path}`)) as Edit | null) ?? undefined;
  }

  function addOffer(path: FieldPath, value: FieldValue): void {
    const present = kept.offers.get(path) ?? [];
    if (!present.some((offered) => isSame(offered, value)) && !isSame(value, null)) {
      write(`offer/${path}`, [value, ...present].slice(0, offersMax));
    }
  }

  return {
    tab,
    kept: () => kept,
    /** False when the browser refuses to store: then closing this page loses what is not yet sent. */
    isStored: () => unstored.size === 0,
    isEmpty: () => kept.edits.size === 0 && kept.newItems.size === 0,

    /** Keeps what was typed. What another tab typed into the same field, and was not shown in this one, becomes an offer. */
    put(path: FieldPath, value: FieldValue, base: FieldValue, shown: FieldValue): void {
      const present = presentEdit(path);
      const isUnseen = present !== undefined && present.tab !== tab && !isSame(present.value, shown);
      if (isUnseen && !isSame(present.value, value)) {
        addOffer(path, present.value);
      }
      const edit: Edit = { value, base: present?.base ?? base, typedAt: now(), tab };
      write(`edit/${path}`, edit);
      changed();
    },

    /** The service has acknowledged this edit; a newer one stays, and continues from what was acknowledged. */
    settle(path: FieldPath, edit: Edit): void {
      const present = presentEdit(path);
      write(`known/${path}`, {
        fingerprint: fingerprint(edit.value),
        typedAt: edit.typedAt,
      } satisfies Acknowledged);
      if (present === undefined || isOne(present, edit)) {
        erase(`edit/${path}`);
      } else {
        write(`edit/${path}`, { ...present, base: edit.value });
      }
      changed();
    },

    /** Gives up what was typed here in favour of what the service holds, and offers it. */
    yieldTo(path: FieldPath, edit: Edit): void {
      addOffer(path, edit.value);
      const present = presentEdit(path);
      if (present !== undefined && isOne(present, edit)) {
        erase(`edit/${path}`);
      }
      changed();
    },

    /** Forgets what was typed here. */
    discard(paths: Iterable<FieldPath>): void {
      for (const path of paths) {
        erase(`edit/${path}`);
        erase(`offer/${path}`);
      }
      changed();
    },

    /** Something else stands, or stood, in this field elsewhere. */
    offer(path: FieldPath, value: FieldValue): void {
      addOffer(path, value);
      changed();
    },

    waveAway(path: FieldPath): void {
      erase(`offer/${path}`);
      changed();
    },

    /** When the value that the service holds was typed in this browser; null when it came from elsewhere. */
    typedAt: (path: FieldPath, value: FieldValue): number | null => {
      const known = parse(read(`known/${path}`)) as Acknowledged | null;
      return known !== null && known.fingerprint === fingerprint(value) ? known.typedAt : null;
    },

    addNew(itemId: string, item: NewItem): void {
      write(`new/${itemId}`, item);
      changed();
    },

    /** The service knows the item now, by its own id: what was typed into it goes along. */
    settleNew(localId: string, itemId: string): void {
      for (const [path, edit] of kept.edits) {
        if (itemOf(path) === localId) {
          write(`edit/${path.replace(localId, itemId)}`, edit);
          erase(`edit/${path}`);
        }
      }
      erase(`new/${localId}`);
      changed();
    },

    forgetNew(localId: string): void {
      erase(`new/${localId}`);
      changed();
    },

    /** Forgets everything, such as after the declaration was deleted. */
    clear(): void {
      keys().forEach(erase);
      changed();
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Another tab wrote: call it with the key of the browser's storage event (null when everything was cleared). */
    onForeignWrite(key: string | null): void {
      if (key === null || key.startsWith(prefix)) {
        changed();
      }
    },
  };
}

function isOne(one: Edit, other: Edit): boolean {
  return one.typedAt === other.typedAt && one.tab === other.tab;
}

// What somebody else put under our keys is no reason to fail.
function parse(text: string | null): unknown {
  if (text === null) {
    return null;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
