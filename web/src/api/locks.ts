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

function locks(): LockManager | null {
  return typeof navigator !== "undefined" && "locks" in navigator ? navigator.locks : null;
}
