import { type ReactNode, useMemo } from "react";
import { useTexts } from "../language/defineTexts";
import Chart, { type ChartOption } from "./Chart";
import type { YearSummary } from "./YearTable";
import { componentTexts } from "./texts";

const quartersPerHour = 4;
const generalColour = "#0b4f8a";
const professionalColour = "#b45309";
const targetColour = "#374151";

/** The bars of `HoursChart`. */
export default function HoursDrawing({ years }: { years: readonly YearSummary[] }): ReactNode {
  const text = useTexts(componentTexts);
  const option = useMemo<ChartOption>(() => {
    const targetQuarterHours = Math.max(0, ...years.map((year) => year.totalTargetQuarterHours));
    return {
      animation: false,
      // Room at the right for the word beside the line of the target, where no bar is.
      grid: { left: 8, right: 52, top: 32, bottom: 8, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: "axis", renderMode: "richText" },
      xAxis: { type: "category", data: years.map((year) => String(year.year)) },
      // The target is always in sight, however little is claimed.
      yAxis: {
        type: "value",
        max: ({ max }: { max: number }) =>
          Math.ceil(Math.max(max, targetQuarterHours / quartersPerHour) / 10) * 10,
      },
      series: [
        {
          name: text("general"),
          type: "bar",
          stack: "hours",
          barMaxWidth: 40,
          itemStyle: { color: generalColour },
          data: years.map((year) => year.generalQuarterHours / quartersPerHour),
        },
        {
          name: text("professional"),
          type: "bar",
          stack: "hours",
          barMaxWidth: 40,
          itemStyle: { color: professionalColour },
          data: years.map((year) => year.professionalQuarterHours / quartersPerHour),
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: targetColour, type: "dashed" },
            label: { formatter: text("target"), color: targetColour, position: "end" },
            data: [{ yAxis: targetQuarterHours / quartersPerHour }],
          },
        },
      ],
    };
  }, [years, text]);
  return <Chart option={option} className="hours-drawing" />;
}
