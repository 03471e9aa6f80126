import { lazy, type ReactNode, Suspense } from "react";
import type { Schemas } from "../api/client";
import { useTexts } from "../language/defineTexts";
import { formatHours } from "./Hours";
import { componentTexts } from "./texts";

/** Hours of a year against its targets. */
export type YearSummary = Schemas["YearSummary"];

const Drawing = lazy(() => import("./HoursDrawing"));

/** Hours per year and subject against the targets: a chart for the eye, the same as a table for everybody. */
export function HoursChart({
  years,
  hasTable = true,
}: {
  years: readonly YearSummary[];
  hasTable?: boolean;
}): ReactNode {
  return (
    <figure className="hours-chart">
      <div aria-hidden className="no-print">
        <Suspense fallback={<div className="hours-drawing" />}>
          <Drawing years={years} />
        </Suspense>
      </div>
      <YearTable years={years} isHidden={!hasTable} />
    </figure>
  );
}

function YearTable({ years, isHidden }: { years: readonly YearSummary[]; isHidden: boolean }): ReactNode {
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
