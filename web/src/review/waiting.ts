/** How urgent a waiting declaration is; the bounds are those of the counts that the API gives. */
export type Urgency = "fresh" | "normal" | "late" | "overdue";

export const dayMilliseconds = 86_400_000;

/** Upper bounds in whole days of the ages that the API counts apart; older ones are its last count. */
export const ageBoundsDays = [1, 3, 7, 15] as const;

/** Choices of "waiting longer than", in days. */
export const waitingDaysChoices = [3, 7, 15, 30] as const;

/** Whole days since then; never negative, because clocks differ. */
export function waitingDays(since: string, nowMilliseconds: number): number {
  return Math.max(0, Math.floor((nowMilliseconds - Date.parse(since)) / dayMilliseconds));
}

/** Fresh under 3 days, normal under 7, late under 15, then overdue. */
export function urgencyOf(days: number): Urgency {
  if (days < ageBoundsDays[1]) {
    return "fresh";
  }
  if (days < ageBoundsDays[2]) {
    return "normal";
  }
  return days < ageBoundsDays[3] ? "late" : "overdue";
}
