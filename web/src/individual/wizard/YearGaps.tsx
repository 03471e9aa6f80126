import type { ReactNode } from "react";
import { formatHours } from "../../components/Hours";
import type { YearSummary } from "../../components/HoursChart";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";

/** How many hours each year still lacks, by subject. */
export function YearGaps({ years }: { years: readonly YearSummary[] }): ReactNode {
  const text = useTexts(texts);
  return (
    <ul className="year-gaps">
      {years.map((year) => (
        <li key={year.year} className={year.targetMet ? "year-gap-met" : "year-gap-open"}>
          <strong>{text("yearHeading", { year: year.year })}</strong>{" "}
          <span>{gapsOf(year).join(text("comma"))}</span>
        </li>
      ))}
    </ul>
  );

  function gapsOf(year: YearSummary): string[] {
    const general = year.generalTargetQuarterHours - year.generalQuarterHours;
    const professional = year.professionalTargetQuarterHours - year.professionalQuarterHours;
    const total = year.totalTargetQuarterHours - year.generalQuarterHours - year.professionalQuarterHours;
    const gaps: string[] = [];
    if (general > 0) {
      gaps.push(text("gapGeneral", { hours: formatHours(general) }));
    }
    if (professional > 0) {
      gaps.push(text("gapProfessional", { hours: formatHours(professional) }));
    }
    if (gaps.length === 0 && total > 0) {
      gaps.push(text("gapTotal", { hours: formatHours(total) }));
    }
    return gaps.length === 0 ? [text("gapNone")] : gaps;
  }
}
