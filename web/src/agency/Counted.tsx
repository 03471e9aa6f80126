import { lazy, Suspense, type CSSProperties, type ReactNode } from "react";
import { Link } from "react-router";
import { useTexts } from "../language/defineTexts";
import { agencyTexts } from "./texts";

const CountDrawing = lazy(() => import("./CountDrawing"));

export interface CountRow {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Where the lines behind the number are; absent when there is no such list. */
  readonly to?: string;
}

/** Numbers as bars for the eye and as a table for everybody. */
export function Counted(props: {
  readonly title: string;
  readonly heading: string;
  readonly rows: readonly CountRow[];
}): ReactNode {
  const { title, heading, rows } = props;
  const t = useTexts(agencyTexts);
  // The drawing is as high as its bars need.
  const height = { "--rows": rows.length } as CSSProperties;
  return (
    <section aria-label={title} className="counted" style={height}>
      <h2>{title}</h2>
      <div aria-hidden="true" className="no-print">
        <Suspense fallback={<div className="counted-drawing" />}>
          <CountDrawing rows={rows} />
        </Suspense>
      </div>
      <table className="counted-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{t("overview.count")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.to && row.count > 0 ? <Link to={row.to}>{row.label}</Link> : row.label}
              </th>
              <td>{row.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
