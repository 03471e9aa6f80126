import { objectStore } from "./objectStore";

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

const store = objectStore("ceactors-commands", "commands", { keyPath: "key" });

// Where IndexedDB is denied or full, commands are kept for the life of the page.
const memory = new Map<string, StoredCommand>();
// Those that it would not delete: a command with a known outcome is not found again here, and after a reload its key gets the same answer.
const removed = new Set<string>();

/** Where commands are kept between sending and answer: stored before the request leaves, so that a crash does not forget the key. */
export const commandStore = {
  async put(command: StoredCommand): Promise<void> {
    const keepInMemory = () => void memory.set(command.key, command);
    try {
      await store.transact(
        "readwrite",
        (commands) => {
          commands.put(command);
          return () => undefined;
        },
        keepInMemory,
      );
    } catch {
      keepInMemory();
    }
  },

  async remove(key: string): Promise<void> {
    memory.delete(key);
    try {
      await store.transact(
        "readwrite",
        (commands) => {
          commands.delete(key);
          return () => undefined;
        },
        () => undefined,
      );
    } catch {
      removed.add(key);
    }
  },

  /** The command, or null when its outcome is known by now. */
  async find(key: string): Promise<StoredCommand | null> {
    if (removed.has(key)) {
      return null;
    }
    const found = await read<StoredCommand | undefined>((commands) => commands.get(key), undefined);
    return found ?? memory.get(key) ?? null;
  },

  /** The commands of one person, oldest first. */
  async of(subject: string): Promise<StoredCommand[]> {
    const all = await read<StoredCommand[]>((commands) => commands.getAll(), []);
    return [...all, ...memory.values()]
      .filter((command) => command.subject === subject && !removed.has(command.key))
      .sort((one, other) => one.storedAtMilliseconds - other.storedAtMilliseconds);
  },
};

/** What a browser that refuses to read does not tell is as if it were not there; it is found at the next reading. */
async function read<T>(ask: (commands: IDBObjectStore) => IDBRequest, otherwise: T): Promise<T> {
  try {
    return await store.transact<T>(
      "readonly",
      (commands) => {
        const request = ask(commands) as IDBRequest<T>;
        return () => request.result;
      },
      () => otherwise,
    );
  } catch {
    return otherwise;
  }
}
