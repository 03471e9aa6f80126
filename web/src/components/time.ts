import type { Language } from "../language/language";

// Every office that uses this keeps Beijing time, wherever the browser stands.
const timeZone = "Asia/Shanghai";
// Year, month, day with hyphens (GB/T 7408), so that no reader takes the month for the day.
const locales: Record<Language, string> = { zh: "sv-SE", en: "sv-SE" };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, kind: "time" | "date"): Intl.DateTimeFormat {
  const key = language + kind;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(locales[language], {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      ...(kind === "time" ? { hour: "2-digit", minute: "2-digit", hour12: false } : {}),
    });
  formats.set(key, made);
  return made;
}

/** A moment as date and minute in Beijing time. */
export function formatTime(moment: string, language: Language): string {
  return format(language, "time").format(new Date(moment));
}

/** The day of a moment in Beijing time. */
export function formatDate(moment: string, language: Language): string {
  return format(language, "date").format(new Date(moment));
}
