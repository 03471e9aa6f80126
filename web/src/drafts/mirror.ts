import type { KeyedStorage } from "./draftStore";

const databaseName = "ceactors-drafts";
const storeName = "kept";
const databaseVersion = 1;

/**
 * A second place for what is typed. Browsers write localStorage to disk some seconds later, so that a crash forgets the last words;
 * IndexedDB can be asked to have written before it answers. The first is what pages read, because it answers at once.
 */
let opened: Promise<IDBDatabase | null> | null = null;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    if (typeof indexedDB === "undefined") {
      resolve(null);
      return;
    }
    try {
      const request = indexedDB.open(databaseName, databaseVersion);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(storeName);
      };
      request.onsuccess = () => {
        const database = request.result;
        // A newer page may want another layout: let it, and open anew at the next use.
        database.onversionchange = () => {
          database.close();
          opened = null;
        };
        resolve(database);
      };
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

async function inStore(
  work: (store: IDBObjectStore) => void,
  mode: IDBTransactionMode = "readwrite",
): Promise<void> {
  const database = await open();
  if (database === null) {
    return;
  }
  await new Promise<void>((resolve) => {
    try {
      const transaction = database.transaction(storeName, mode, { durability: "strict" });
      work(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve();
      // The first place still has it.
      transaction.onabort = () => resolve();
    } catch {
      resolve();
    }
  });
}

// One write at a time: while it is on its way to the disk the next ones gather, and only the last of each key is written.
const gathered = new Map<string, string | null>();
let writing: Promise<void> | null = null;

function gather(key: string, value: string | null): void {
  gathered.set(key, value);
  writing ??= writeGathered().finally(() => {
    writing = null;
  });
}

async function writeGathered(): Promise<void> {
  while (gathered.size > 0) {
    const batch = [...gathered];
    gathered.clear();
    await inStore((store) => {
      for (const [key, value] of batch) {
        if (value === null) {
          store.delete(key);
        } else {
          store.put(value, key);
        }
      }
    });
  }
}

/** Resolves when everything that was kept so far is on disk. */
export async function mirrored(): Promise<void> {
  await writing;
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
 * worst as an edit that the service holds already.
 */
export async function restore(first: KeyedStorage, prefix: string): Promise<void> {
  const found = new Map<string, string>();
  await inStore((store) => {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const request = store.openCursor(range);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor !== null) {
        found.set(cursor.key as string, cursor.value as string);
        cursor.continue();
      }
    };
  }, "readonly");
  for (const [key, value] of found) {
    if (first.getItem(key) === null) {
      try {
        first.setItem(key, value);
      } catch {
        return; // The first place is full; the second keeps it for another time.
      }
    }
  }
}
