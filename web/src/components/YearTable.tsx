import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import { useTexts } from "../language/defineTexts";
import { formatHours } from "./Hours";
import { componentTexts } from "./texts";

/** Hours of a year against its targets. */
export type YearSummary = Schemas["YearSummary"];

/** Hours per year and subject against the targets; `isHidden` leaves it to screen readers alone. */
export function YearTable({
  years,
  isHidden = false,
}: {
  years: readonly YearSummary[];
  isHidden?: boolean;
}): ReactNode {
  const text = useTexts(componentTexts);
  const cell = (quarterHours: number, targetQuarterHours: number) =>
    text("claimedOfTarget", { hours: formatHours(quarterHours), target: formatHours(targetQuarterHours) });
  return (
    <div className={isHidden ? "visually-hidden" : undefined}>
      <table className="year-table">
        <caption className="visually-hidden">{text("chartTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("year")}</th>
            <th scope="col">{text("general")}</th>
            <th scope="col">{text("professional")}</th>
            <th scope="col">{text("total")}</th>
            <th scope="col">{text("target")}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              <td>{cell(year.generalQuarterHours, year.generalTargetQuarterHours)}</td>
              <td>{cell(year.professionalQuarterHours, year.professionalTargetQuarterHours)}</td>
              <td>
                {cell(year.generalQuarterHours + year.professionalQuarterHours, year.totalTargetQuarterHours)}
              </td>
              <td>{text(year.targetMet ? "met" : "notMet")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
