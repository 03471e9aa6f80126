import { formatDate, formatTime } from "../components/time";
import { language } from "../language/language";

/** The day in Beijing time, in the form of the chosen language; for components that are drawn again when it changes. */
export function dateOf(instant: string): string {
  return formatDate(instant, language.current());
}

/** The day and minute in Beijing time, as {@link dateOf}. */
export function momentOf(instant: string): string {
  return formatTime(instant, language.current());
}
