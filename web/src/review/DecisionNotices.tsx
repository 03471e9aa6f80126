import { Alert, Button, Space } from "antd";
import { useEffect, useSyncExternalStore } from "react";
import { Link } from "react-router";
import { useLanguage, useTexts } from "../language/defineTexts";
import { actionName } from "./actionName";
import { decisionBook, type DecisionProblem } from "./decisionBook";
import type { DecisionRecord } from "./decisions";
import { reviewTexts } from "./texts";
import { momentOf } from "./times";

/** How long "done" stands there; refusals stay until they are closed. */
export const doneShownMilliseconds = 6_000;

/** Notices shown at a time, the newest. */
const shownMax = 4;

type Shown = DecisionRecord<DecisionProblem>;

/** What came of the decisions in this unit: told while it is saved, when it is done, and when it was refused. */
export function DecisionNotices(props: { readonly unit: string; readonly base: string }) {
  const t = useTexts(reviewTexts);
  const records = useSyncExternalStore(decisionBook.subscribe, decisionBook.records);
  const dismissed = useSyncExternalStore(dismissals.subscribe, dismissals.numbers);
  const shown = [...records.values()]
    .filter((record) => record.unit === props.unit && !dismissed.has(record.number))
    .slice(-shownMax);
  return (
    <div className="notices" role="status" aria-live="polite" aria-label={t("notice.title")}>
      {shown.map((record) => (
        <Notice key={record.number} record={record} base={props.base} />
      ))}
    </div>
  );
}

function Notice({ record, base }: { readonly record: Shown; readonly base: string }) {
  const t = useTexts(reviewTexts);
  const language = useLanguage();
  const close = () => dismissals.add(record.number);
  useEffect(() => {
    if (record.phase !== "done") {
      return undefined;
    }
    const timer = setTimeout(() => dismissals.add(record.number), doneShownMilliseconds);
    return () => clearTimeout(timer);
  }, [record.phase, record.number]);
  const values = { name: record.personName, unit: record.nextUnit?.name ?? "" };
  const what = t(
    record.kind === "pass" && !record.nextUnit ? "notice.recognise" : `notice.${record.kind}`,
    values,
  );
  if (record.phase === "sending" || record.phase === "done") {
    const isDone = record.phase === "done";
    return (
      <Alert
        type={isDone ? "success" : "info"}
        showIcon
        closable={isDone ? { onClose: close } : false}
        title={isDone ? what : t("notice.saving", { what })}
      />
    );
  }
  const { failure, lostTo } = record.problem ?? { failure: null, lostTo: null };
  const sentence = language === "zh" ? failure?.chinese : failure?.english;
  return (
    <Alert
      type={record.phase === "unknown" ? "warning" : "error"}
      showIcon
      closable={{ onClose: close }}
      title={t(record.phase === "unknown" ? "notice.unknown" : "notice.refused", {
        action: t(`decide.${record.kind}`),
        name: record.personName,
      })}
      description={
        <Space orientation="vertical">
          {lostTo ? (
            <span>
              {t("notice.lostTo", {
                actor: lostTo.actorName,
                unit: lostTo.unit?.name ?? t("history.declarant"),
                action: actionName(t, lostTo.action),
                moment: momentOf(lostTo.at),
              })}
            </span>
          ) : null}
          {sentence && !lostTo ? <span>{sentence}</span> : null}
          <Space wrap>
            <Link to={`${base}/declarations/${record.declarationId}`}>{t("notice.open")}</Link>
            <Button size="small" onClick={close}>
              {t("notice.close")}
            </Button>
          </Space>
        </Space>
      }
    />
  );
}

/** Numbers of the notices that were closed, for the page's life. */
const dismissals = (() => {
  let numbers: ReadonlySet<number> = new Set();
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    numbers: () => numbers,
    add: (number: number) => {
      numbers = new Set([...numbers, number]);
      for (const listener of [...listeners]) {
        listener();
      }
    },
  };
})();
