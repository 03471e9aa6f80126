import { lazy, Suspense, type ReactNode } from "react";
import { Link } from "react-router";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { writeFilters, noFilters } from "../review/queueFilters";
import { momentOf } from "../review/times";
import type { QueueCounts } from "../review/types";
import { useNow } from "../review/useSurroundings";
import { useQueueCounts } from "../review/useQueue";
import { WaitingTag } from "../review/WaitingTag";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

const CountDrawing = lazy(() => import("./CountDrawing"));

/** The ages that the API counts apart, with the least days of each, for the way to the list. */
const ages = [
  { label: "overview.age0", leastDays: null },
  { label: "overview.age1", leastDays: 1 },
  { label: "overview.age2", leastDays: 3 },
  { label: "overview.age3", leastDays: 7 },
  { label: "overview.age4", leastDays: 15 },
] as const;

/** 统计概览: how many wait, how long and from where, as numbers and charts. */
export function OverviewPage(): ReactNode {
  const { unit, base, path } = useAgencyPortal();
  const t = useTexts(agencyTexts);
  const counts = useQueueCounts(unit);
  return (
    <>
      <PageTitle path={[...path, t("overview")]} />
      {counts.data ? (
        <Waiting counts={counts.data} base={base} />
      ) : counts.isError ? (
        <LoadError error={counts.error} onRetry={() => void counts.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Waiting({ counts, base }: { readonly counts: QueueCounts; readonly base: string }) {
  const t = useTexts(agencyTexts);
  const now = useNow();
  const byAge = ages.map((age, place) => ({
    key: age.label,
    label: t(age.label),
    count: counts.byAgeDays[place] ?? 0,
    to: `${base}?${writeFilters({ ...noFilters, waitingDays: age.leastDays }).toString()}`,
  }));
  const byEmployer = counts.byEmployer.map(({ employer, count }) => ({
    key: employer.code,
    label: employer.name,
    count,
    to: `${base}?${writeFilters({ ...noFilters, employer: employer.code }).toString()}`,
  }));
  return (
    <>
      {counts.isLoading ? <p role="status">{t("overview.loading")}</p> : null}
      <dl className="figures">
        <div>
          <dt>{t("overview.waiting")}</dt>
          <dd>{counts.total}</dd>
        </div>
        {counts.oldestSince ? (
          <div>
            <dt>{t("overview.oldest")}</dt>
            <dd>
              <WaitingTag since={counts.oldestSince} nowMilliseconds={now} />{" "}
              <span className="review-small">{momentOf(counts.oldestSince)}</span>
            </dd>
          </div>
        ) : null}
      </dl>
      {counts.total === 0 ? (
        <p>{t("overview.none")}</p>
      ) : (
        <div className="overview-charts">
          <Counted title={t("overview.byAge")} heading={t("overview.age")} rows={byAge} />
          <Counted title={t("overview.byEmployer")} heading={t("overview.employer")} rows={byEmployer} />
        </div>
      )}
    </>
  );
}

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
  return (
    <section aria-label={title} className="counted">
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
