import { BarChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type ReactNode, useEffect, useRef } from "react";

echarts.use([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
]);

/** What a chart draws, in echarts' own words. */
export type ChartOption = echarts.EChartsCoreOption;

/**
 * Draws a chart at the width it is given. Always import it lazily, and always with the same figures as a table beside it. Tooltips
 * must be `renderMode: "richText"`: those of HTML need inline styles, which the page's policy forbids.
 */
export default function Chart({ option, className }: { option: ChartOption; className: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  useEffect(() => {
    if (place.current === null) {
      return;
    }
    const made = echarts.init(place.current, null, { renderer: "svg" });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={place} className={className} />;
}
