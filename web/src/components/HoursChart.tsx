import { lazy, type ReactNode, Suspense } from "react";
import { YearTable, type YearSummary } from "./YearTable";

export type { YearSummary };

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
