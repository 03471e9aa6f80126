const prefix = "ceactors-command-";

/** Runs work while this tab holds the lock of a command, so that no other tab settles it meanwhile. */
export async function whileHolding<T>(key: string, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  return manager === null ? work() : await manager.request(prefix + key, work);
}

/** The same, unless another tab holds it: then null. Without locks the key alone keeps it from taking effect twice. */
export async function ifNobodyHolds<T>(key: string, work: () => Promise<T>): Promise<T | null> {
  const manager = locks();
  return manager === null
    ? work()
    : await manager.request(prefix + key, { ifAvailable: true }, async (lock) =>
        lock === null ? null : await work(),
      );
}

/**
 * Joins the pages that share a lock for as long as each of them lives. Whoever finds no other page there does the work first, and whoever comes
 * meanwhile waits for its end. Without locks every page does it.
 */
export async function join(name: string, workOfFirst: () => Promise<void>): Promise<void> {
  const manager = locks();
  if (manager === null) {
    await workOfFirst();
    return;
  }
  await manager.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) {
      await workOfFirst();
    }
  });
  await new Promise<void>((joined) => {
    void manager.request(name, { mode: "shared" }, () => {
      joined();
      return new Promise<never>(() => undefined);
    });
  });
}

function locks(): LockManager | null {
  return typeof navigator !== "undefined" && "locks" in navigator ? navigator.locks : null;
}
