import { type ReactNode, useSyncExternalStore } from "react";
import { useLanguage, useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";
import { formatTime } from "./time";

const minuteMilliseconds = 60_000;
const hourMilliseconds = 60 * minuteMilliseconds;
const dayMilliseconds = 24 * hourMilliseconds;

// One clock for all ages of a page: a queue shows hundreds.
let nowMilliseconds = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    nowMilliseconds = Date.now();
  }
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMilliseconds = Date.now();
    listeners.forEach((each) => each());
  }, minuteMilliseconds);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** How long ago a moment is, in the largest whole unit; the exact time in Beijing as the title. */
export function Age({ since }: { since: string }): ReactNode {
  const text = useTexts(componentTexts);
  const language = useLanguage();
  const now = useSyncExternalStore(subscribe, () => nowMilliseconds);
  const milliseconds = Math.max(0, now - Date.parse(since));
  const words =
    milliseconds < minuteMilliseconds
      ? text("justNow")
      : milliseconds < hourMilliseconds
        ? text("minutesAgo", { count: Math.floor(milliseconds / minuteMilliseconds) })
        : milliseconds < dayMilliseconds
          ? text("hoursAgo", { count: Math.floor(milliseconds / hourMilliseconds) })
          : text("daysAgo", { count: Math.floor(milliseconds / dayMilliseconds) });
  return (
    <time className="nowrap" dateTime={since} title={formatTime(since, language)}>
      {words}
    </time>
  );
}
