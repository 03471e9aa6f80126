/** A command as it is kept until its outcome is known: enough to send the very same request again. */
export interface StoredCommand {
  /** The Idempotency-Key. */
  readonly key: string;
  /** Whose it is; nobody else's session sends it. */
  readonly subject: string;
  readonly method: string;
  /** Path below the origin, names filled in. */
  readonly address: string;
  /** JSON text; null when there is no body. */
  readonly body: string | null;
  readonly etag: string | null;
  readonly label: string | null;
  readonly storedAtMilliseconds: number;
}

const databaseName = "ceactors-commands";
const storeName = "commands";
const databaseVersion = 1;

// Where IndexedDB is denied or full, commands are kept for the life of the page.
const memory = new Map<string, StoredCommand>();
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
        request.result.createObjectStore(storeName, { keyPath: "key" });
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

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
  otherwise: () => T,
): Promise<T> {
  const database = await open();
  if (database === null) {
    return otherwise();
  }
  return new Promise((resolve, reject) => {
    // Strict: on disk before the request leaves, so that a crash of the machine does not forget the key.
    const transaction = database.transaction(storeName, mode, { durability: "strict" });
    const request = work(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage refused."));
  });
}

/** Where commands are kept between sending and answer. */
export const commandStore = {
  async put(command: StoredCommand): Promise<void> {
    try {
      await inStore(
        "readwrite",
        (store) => store.put(command) as IDBRequest<unknown>,
        () => memory.set(command.key, command),
      );
    } catch {
      memory.set(command.key, command);
    }
  },

  async remove(key: string): Promise<void> {
    memory.delete(key);
    await inStore(
      "readwrite",
      (store) => store.delete(key) as IDBRequest<unknown>,
      () => undefined,
    );
  },

  /** The command, or null when its outcome is known by now. */
  async find(key: string): Promise<StoredCommand | null> {
    const found = await inStore<StoredCommand | undefined>(
      "readonly",
      (store) => store.get(key) as IDBRequest<StoredCommand | undefined>,
      () => undefined,
    );
    return found ?? memory.get(key) ?? null;
  },

  /** The commands of one person, oldest first. */
  async of(subject: string): Promise<StoredCommand[]> {
    const all = await inStore<StoredCommand[]>(
      "readonly",
      (store) => store.getAll() as IDBRequest<StoredCommand[]>,
      () => [],
    );
    return [...all, ...memory.values()]
      .filter((command) => command.subject === subject)
      .sort((one, other) => one.storedAtMilliseconds - other.storedAtMilliseconds);
  },
};
