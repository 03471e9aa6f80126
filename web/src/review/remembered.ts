/** Small wishes of a person, kept on this machine; where nothing may be stored they hold for the page alone. */
export const remembered = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // It is a convenience, nothing depends on it.
    }
  },
};
