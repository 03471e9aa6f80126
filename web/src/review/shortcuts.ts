import { useEffect, useRef, useSyncExternalStore } from "react";
import { remembered } from "./remembered";

/** A key (as `KeyboardEvent.key` names it, letters in lower case) and what it does. */
export type Shortcuts = Readonly<Record<string, (() => void) | null>>;

const storageKey = "review.shortcuts";
const listeners = new Set<() => void>();

let isOn = remembered.get(storageKey) !== "off";

/** Whether single keys act. WCAG 2.1.4: they can be turned off, because speech and shaking hands press keys too. */
export function areShortcutsOn(): boolean {
  return isOn;
}

export function turnShortcuts(on: boolean): void {
  isOn = on;
  remembered.set(storageKey, on ? "on" : "off");
  for (const listener of [...listeners]) {
    listener();
  }
}

export function useAreShortcutsOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areShortcutsOn);
}

/** Whether the key belongs to what has the focus: a field that takes text, a list that is open, or a dialog. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target?.closest(
      "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=dialog], [role=combobox], [role=listbox]",
    ) != null ||
    document.querySelector(".ant-modal-wrap:not([style*='display: none'])") !== null
  );
}

/** Single keys of a page. Those of the page shown last win; none acts while somebody types or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const present = useRef(shortcuts);
  useEffect(() => {
    present.current = shortcuts;
  });
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      const action = present.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action && areShortcutsOn() && !isTakenElsewhere(event)) {
        event.preventDefault();
        action();
      }
    };
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
}
