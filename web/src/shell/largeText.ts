const storageKey = "ceactors.large-text";
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) === "1";
  } catch {
    return false;
  }
}

let isOn = stored();

function dress(): void {
  document.documentElement.classList.toggle("large-text", isOn);
}

/** Whether everything is shown larger; remembered on this machine. */
export const largeText = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  isOn: (): boolean => isOn,

  choose(wish: boolean): void {
    isOn = wish;
    try {
      localStorage.setItem(storageKey, wish ? "1" : "0");
    } catch {
      // Where nothing may be stored the choice holds for this page.
    }
    dress();
    listeners.forEach((listener) => listener());
  },
};

dress();
