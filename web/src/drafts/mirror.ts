import { objectStore } from "../api/objectStore";
import type { KeyedStorage } from "./draftStore";

/**
 * A second place for what is typed. Browsers write localStorage to disk some seconds later, so that a crash forgets the last words;
 * IndexedDB can be asked to have written before it answers. The first is what pages read, because it answers at once.
 */
const second = objectStore("ceactors-drafts", "kept");

// One write at a time: while it is on its way to the disk the next ones gather, and only the last of each key is written.
const gathered = new Map<string, string | null>();
let underWay: Promise<void> | null = null;

function gather(key: string, value: string | null): void {
  gathered.set(key, value);
  begin();
}

function begin(): void {
  underWay ??= writeGathered().finally(() => {
    underWay = null;
    // What came after the last look.
    if (gathered.size > 0) {
      begin();
    }
  });
}

async function writeGathered(): Promise<void> {
  while (gathered.size > 0) {
    const batch = [...gathered];
    gathered.clear();
    try {
      await second.transact("readwrite", writing(batch), () => undefined);
    } catch {
      // The first place still has it.
    }
  }
}

function writing(batch: readonly (readonly [string, string | null])[]): (kept: IDBObjectStore) => () => void {
  return (kept) => {
    for (const [key, value] of batch) {
      if (value === null) {
        kept.delete(key);
      } else {
        kept.put(value, key);
      }
    }
    return () => undefined;
  };
}

/** Resolves when everything that was kept so far is on disk. */
export async function mirrored(): Promise<void> {
  await underWay;
}

/** A storage that writes to both places and reads the first. */
export function mirroredStorage(first: KeyedStorage): KeyedStorage {
  return {
    get length() {
      return first.length;
    },
    key: (index) => first.key(index),
    getItem: (key) => first.getItem(key),
    setItem(key, value) {
      gather(key, value);
      first.setItem(key, value);
    },
    removeItem(key) {
      gather(key, null);
      first.removeItem(key);
    },
  };
}

/**
 * Puts back into the first place what a crash kept from being written there. What was acknowledged in the meantime comes back at
 * worst as an edit that the service holds already. Not while another page writes there: see `restoreOnce`.
 */
export async function restore(first: KeyedStorage, prefix: string): Promise<void> {
  for (const [key, value] of await keptBelow(prefix)) {
    if (first.getItem(key) === null) {
      try {
        first.setItem(key, value);
      } catch {
        return; // The first place is full; the second keeps it for another time.
      }
    }
  }
}

async function keptBelow(prefix: string): Promise<readonly (readonly [string, string])[]> {
  try {
    return await second.transact<readonly (readonly [string, string])[]>(
      "readonly",
      (kept) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const keys = kept.getAllKeys(range) as IDBRequest<string[]>;
        const values = kept.getAll(range) as IDBRequest<string[]>;
        return () => keys.result.map((key, position) => [key, values.result[position] ?? ""] as const);
      },
      () => [],
    );
  } catch {
    return []; // The first place is what there is.
  }
}
