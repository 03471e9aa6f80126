/** One object store of the browser's IndexedDB, in a database of its own. */
export interface ObjectStore {
  /**
   * Does work in one transaction and resolves when it is on disk, with what the work said it would read. Where there is no IndexedDB, or the
   * browser denies it, `otherwise` answers.
   * @throws DOMException or Error when the browser's storage refused: full, or being closed.
   */
  transact: <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => () => T,
    otherwise: () => T,
  ) => Promise<T>;
}

const databaseVersion = 1;

/** Opens the store at its first use, and anew after the browser closed it. */
export function objectStore(
  databaseName: string,
  storeName: string,
  options?: IDBObjectStoreParameters,
): ObjectStore {
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
          request.result.createObjectStore(storeName, options);
        };
        request.onsuccess = () => {
          const database = request.result;
          // A newer page may want another layout: let it, and open anew at the next use.
          database.onversionchange = () => {
            database.close();
            opened = null;
          };
          database.onclose = () => {
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

  return {
    async transact(mode, work, otherwise) {
      const database = await open();
      if (database === null) {
        return otherwise();
      }
      return new Promise((resolve, reject) => {
        // Strict: on disk before it is said to be done, so that a crash of the machine does not forget it.
        const transaction = database.transaction(storeName, mode, { durability: "strict" });
        const read = work(transaction.objectStore(storeName));
        transaction.oncomplete = () => resolve(read());
        transaction.onabort = () => reject(transaction.error ?? new Error("The browser's storage refused."));
      });
    },
  };
}
