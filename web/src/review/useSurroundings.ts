import { useEffect, useState, useSyncExternalStore } from "react";
import { largeText } from "../shell/largeText";

/** Below this width lists are cards and the viewer fills the screen. */
const narrowQuery = "(max-width: 767px)";

/** Below this width the evidence lies under the claimed hours instead of beside them. */
const besideQuery = "(min-width: 1100px)";

/** How much larger texts are in large-text mode, as the styles have it. */
const largeTextScale = 1.25;
const minuteMilliseconds = 60_000;

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

export function useIsNarrow(): boolean {
  return useMedia(narrowQuery);
}

export function useHasRoomBeside(): boolean {
  return useMedia(besideQuery);
}

/** How much larger than usual text is; 1 at the usual size. */
export function useTextScale(): number {
  return useSyncExternalStore(largeText.subscribe, largeText.isOn) ? largeTextScale : 1;
}

/** The present, moved on once a minute: often enough for ages in days. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return now;
}
