const keyPrefix = "ceactors.ticks/";

/** Ticks that were not yet confirmed, by record; kept while the tab lives, so that another step or a reload loses none. */
export function readTicks(declarationId: string): ReadonlyMap<string, boolean> {
  try {
    const stored = JSON.parse(sessionStorage.getItem(keyPrefix + declarationId) ?? "[]") as [
      string,
      boolean,
    ][];
    return new Map(stored);
  } catch {
    return new Map();
  }
}

export function writeTicks(declarationId: string, ticks: ReadonlyMap<string, boolean>): void {
  try {
    sessionStorage.setItem(keyPrefix + declarationId, JSON.stringify([...ticks]));
  } catch {
    // Where nothing may be stored they hold for this step.
  }
}
