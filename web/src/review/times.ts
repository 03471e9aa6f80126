const zone = "Asia/Shanghai";

// The same order of day and time in both languages: it is the one of the papers.
const dates = new Intl.DateTimeFormat("sv-SE", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const moments = new Intl.DateTimeFormat("sv-SE", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** The day in Hunan, `2026-11-23`. */
export function dateOf(instant: string): string {
  return dates.format(new Date(instant));
}

/** The day and minute in Hunan, `2026-11-23 15:04`. */
export function momentOf(instant: string): string {
  return moments.format(new Date(instant));
}
