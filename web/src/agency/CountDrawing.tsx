import { useMemo, type ReactNode } from "react";
import Chart, { type ChartOption } from "../components/Chart";
import type { CountRow } from "./Counted";

const barColour = "#0b4f8a";
const textColour = "#1f2937";

/** Letters of a name on the axis; the table beside has it whole. */
const labelWidthPixels = 190;

const fontPixels = 14;

/** The bars of `Counted`, lying, because names are long. */
export default function CountDrawing({ rows }: { rows: readonly CountRow[] }): ReactNode {
  const option = useMemo<ChartOption>(
    () => ({
      animation: false,
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText" },
      xAxis: { type: "value", minInterval: 1 },
      yAxis: {
        type: "category",
        inverse: true,
        data: rows.map((row) => row.label),
        axisLabel: { width: labelWidthPixels, overflow: "truncate", color: textColour, fontSize: fontPixels },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 24,
          itemStyle: { color: barColour },
          label: { show: true, position: "right", color: textColour, fontSize: fontPixels },
          data: rows.map((row) => row.count),
        },
      ],
    }),
    [rows],
  );
  return <Chart option={option} className="counted-drawing" />;
}
