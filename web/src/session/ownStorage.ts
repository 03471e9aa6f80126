const prefix = "ceactors.own/";
// Where the browser's storage is denied or full, for the life of the page.
const memory = new Map<string, string>();

function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/**
 * What a person has written in this tab and not sent: it outlives a reload and a new sign-in, and nothing of it is left when they sign out.
 */
export const ownStorage = {
  get: (key: string): string | null => memory.get(key) ?? storage()?.getItem(prefix + key) ?? null,

  set(key: string, text: string): void {
    memory.delete(key);
    memory.set(key, text);
    try {
      storage()?.setItem(prefix + key, text);
    } catch {
      // Full: it stays in memory.
    }
  },

  remove(key: string): void {
    memory.delete(key);
    storage()?.removeItem(prefix + key);
  },

  /** All keys, those changed last at the end as far as this page knows. */
  keys(): string[] {
    const stored = Object.keys(storage() ?? {})
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...stored.filter((key) => !memory.has(key)), ...memory.keys()];
  },

  clear(): void {
    ownStorage.keys().forEach((key) => ownStorage.remove(key));
  },
};
