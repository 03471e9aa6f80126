import type { ReactNode } from "react";
import { componentTexts } from "../components/texts";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { writeFilters, noFilters } from "../review/queueFilters";
import { momentOf } from "../review/times";
import type { QueueCounts } from "../review/types";
import { useNow } from "../review/useSurroundings";
import { useDoneCounts, useQueueCounts } from "../review/useQueue";
import { WaitingTag } from "../review/WaitingTag";
import { Counted } from "./Counted";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

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
      <Decided unit={unit} />
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
        // Nobody knows yet while they are being counted.
        counts.isLoading ? null : (
          <p>{t("overview.none")}</p>
        )
      ) : (
        <div className="overview-charts">
          <Counted title={t("overview.byAge")} heading={t("overview.age")} rows={byAge} />
          <Counted title={t("overview.byEmployer")} heading={t("overview.employer")} rows={byEmployer} />
        </div>
      )}
    </>
  );
}

function Decided({ unit }: { readonly unit: string }) {
  const t = useTexts(agencyTexts);
  const ofStatus = useTexts(componentTexts);
  const counts = useDoneCounts(unit);
  if (!counts.data) {
    return counts.isError ? (
      <LoadError error={counts.error} onRetry={() => void counts.refetch()} />
    ) : (
      <Loading />
    );
  }
  const rows = counts.data.byStatus.map(({ status, count }) => ({
    key: status,
    label: ofStatus(status),
    count,
  }));
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{t("overview.decided")}</dt>
          <dd>{counts.data.total}</dd>
        </div>
      </dl>
      {counts.data.isLoading ? <p role="status">{t("overview.loading")}</p> : null}
      {rows.length === 0 ? (
        counts.data.isLoading ? null : (
          <p>{t("overview.noneDone")}</p>
        )
      ) : (
        <Counted title={t("overview.byState")} heading={t("overview.state")} rows={rows} />
      )}
    </>
  );
}
