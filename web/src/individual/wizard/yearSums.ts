import type { YearSummary } from "../../components/HoursChart";
import type { DeclarationView } from "../../drafts/draftService";
import type { MergedDraft } from "../../drafts/mergedDraft";
import type { Rules } from "../queries";

const quartersPerHour = 4;

/** Hours as typed, in quarter-hours; null when they are no multiple of a quarter above 0, which then do not count. */
export function quarterHoursOf(hours: string | null | undefined): number | null {
  const text = (hours ?? "").trim();
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(text)) {
    return null;
  }
  const quarters = Number(text) * quartersPerHour;
  return Number.isInteger(quarters) && quarters > 0 ? quarters : null;
}

/** Declared years: those of items, of imported hours, and of the span while it is right. Ascending. */
export function declaredYears(draft: MergedDraft, view: DeclarationView, rules: Rules): number[] {
  const years = new Set<number>();
  const [from, to] = [Number(draft.head.spanFromYear), Number(draft.head.spanToYear)];
  const isKnown = (year: number) => year >= rules.spanFromYear && year <= rules.spanToYear;
  if (isKnown(from) && isKnown(to)) {
    for (let year = from; year <= to; year++) {
      years.add(year);
    }
  }
  draft.items.forEach(({ item }) => item.year != null && isKnown(item.year) && years.add(item.year));
  view.importedHours.forEach(({ record }) => isKnown(record.year) && years.add(record.year));
  return [...years].sort((one, other) => one - other);
}

/** Hours of each year against its targets, with what is typed and not yet sent. */
export function yearSums(draft: MergedDraft, view: DeclarationView, rules: Rules): YearSummary[] {
  return declaredYears(draft, view, rules).map((year) => {
    let general = 0;
    let professional = 0;
    const count = (isGeneral: boolean, quarters: number) => {
      if (isGeneral) {
        general += quarters;
      } else {
        professional += quarters;
      }
    };
    for (const { item } of draft.items) {
      const quarters = quarterHoursOf(item.hours);
      if (
        item.year === year &&
        quarters !== null &&
        (item.subject === "general" || item.subject === "professional")
      ) {
        count(item.subject === "general", quarters);
      }
    }
    for (const { record } of view.importedHours) {
      if (record.year === year) {
        count(record.isGeneral, record.quarterHours);
      }
    }
    return {
      year,
      generalQuarterHours: general,
      professionalQuarterHours: professional,
      generalTargetQuarterHours: rules.generalTargetQuarterHours,
      professionalTargetQuarterHours: rules.professionalTargetQuarterHours,
      totalTargetQuarterHours: rules.totalTargetQuarterHours,
      targetMet:
        general >= rules.generalTargetQuarterHours &&
        professional >= rules.professionalTargetQuarterHours &&
        general + professional >= rules.totalTargetQuarterHours,
    };
  });
}
