import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Descriptions, Progress } from "antd";
import { useEffect, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import { api, unwrap } from "../api/client";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle } from "../components/PageTitle";
import { useLanguage, useTexts } from "../language/defineTexts";
import { momentOf } from "../review/times";
import type { BatchOutcome, BatchView } from "../review/types";
import { reviewKeys } from "../review/useQueue";
import { useBatchNames, type BatchName } from "./useBatchNames";
import { nextPoll, percentOf, reasonsOf, refusedFirst } from "./batchProgress";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

/** A batch by its address: live while it works, then what came of each declaration. */
export function BatchPage(): ReactNode {
  const { unit, base, path } = useAgencyPortal();
  const batchId = useParams().batchId ?? "";
  const t = useTexts(agencyTexts);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: [...reviewKeys.unit(unit), "batch", batchId],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/batches/{batchId}", { params: { path: { batchId } }, signal }))).data,
    refetchInterval: (asked) => nextPoll(asked.state.data, asked.state.fetchFailureCount),
    // It is looked at again anyway.
    retry: false,
  });
  const isFinished = query.data?.isFinished ?? false;
  useEffect(() => {
    if (isFinished) {
      void client.invalidateQueries({ queryKey: reviewKeys.lists(unit, "waiting") });
      void client.invalidateQueries({ queryKey: reviewKeys.lists(unit, "done") });
      void client.invalidateQueries({ queryKey: reviewKeys.counts(unit) });
    }
  }, [client, unit, isFinished]);
  return (
    <>
      <PageTitle path={[...path, t("batch.pageTitle")]} />
      {query.data ? (
        <>
          {query.isError ? (
            <Alert type="warning" showIcon role="alert" title={t("batch.retryLater")} />
          ) : null}
          <Batch batch={query.data} base={base} unit={unit} />
        </>
      ) : query.isError ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Batch({
  batch,
  base,
  unit,
}: {
  readonly batch: BatchView;
  readonly base: string;
  readonly unit: string;
}) {
  const t = useTexts(agencyTexts);
  const language = useLanguage();
  const nameOf = useBatchNames(unit, batch);
  const done = batch.accepted + batch.refused;
  return (
    <div className="batch">
      <p role="status">
        {batch.isFinished
          ? t("batch.finished", { accepted: batch.accepted, refused: batch.refused })
          : t("batch.running", { done, total: batch.total })}
      </p>
      <Progress
        percent={percentOf(batch)}
        status={batch.isFinished ? (batch.refused > 0 ? "exception" : "success") : "active"}
        format={() => `${done} / ${batch.total}`}
        aria-label={t("batch.pageTitle")}
      />
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 3 }}
        items={[
          {
            key: "verdict",
            label: t("batch.verdict"),
            children: batch.passes ? t("batch.isPass") : t("batch.isReturn"),
          },
          { key: "from", children: t("batch.started", { moment: momentOf(batch.startedAt) }) },
          ...(batch.finishedAt
            ? [{ key: "to", children: t("batch.ended", { moment: momentOf(batch.finishedAt) }) }]
            : []),
        ]}
      />
      <p>
        <Link to={base}>{t("batch.back")}</Link>
      </p>
      {batch.refused > 0 ? (
        <section aria-labelledby="reasons-title">
          <h2 id="reasons-title">{t("batch.reasons")}</h2>
          <ul>
            {reasonsOf(batch.outcomes).map(({ refusal, count }) => (
              <li key={refusal.code}>
                {t("batch.reasonCount", { count })}：{language === "zh" ? refusal.chinese : refusal.english}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="outcomes-title">
        <h2 id="outcomes-title">{t("batch.outcomes")}</h2>
        <ul className="batch-outcomes">
          {refusedFirst(batch.outcomes).map((outcome) => (
            <Outcome
              key={outcome.declarationId}
              outcome={outcome}
              base={base}
              name={nameOf(outcome.declarationId)}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Outcome(props: {
  readonly outcome: BatchOutcome;
  readonly base: string;
  readonly name: BatchName | null;
}) {
  const { outcome, base, name: known } = props;
  const t = useTexts(agencyTexts);
  const language = useLanguage();
  return (
    <li className="batch-outcome">
      <span className={`review-tag ${outcome.refusal ? "review-tag-overdue" : "review-tag-good"}`}>
        {outcome.refusal ? t("batch.refused") : t("batch.accepted")}
      </span>
      <span className="batch-outcome-who">
        <strong>{known?.person ?? outcome.declarationId}</strong> {known?.employer ?? ""}
        {outcome.refusal ? (
          <span className="batch-outcome-why">
            {language === "zh" ? outcome.refusal.chinese : outcome.refusal.english}
          </span>
        ) : null}
      </span>
      <Link
        to={`${base}/declarations/${outcome.declarationId}`}
        aria-label={`${t("batch.open")} ${known?.person ?? outcome.declarationId}`}
      >
        {t("batch.open")}
      </Link>
    </li>
  );
}
