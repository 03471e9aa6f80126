import { Button, Space } from "antd";
import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { decisionBook } from "../review/decisionBook";
import { isDecided } from "../review/decisions";
import { noFilters } from "../review/queueFilters";
import { QueueView } from "../review/QueueView";
import type { QueueEntry } from "../review/types";
import { BatchDialog } from "./BatchDialog";
import { allOf, batchItemsMax, stillTicked, toggled, type Selection } from "./batchSelection";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

/** 待办列表: 办理 one by one, or 批量审核 of what is ticked. */
export function ToDoPage(): ReactNode {
  const { unit, base, path, mayHandle, personId } = useAgencyPortal();
  const t = useTexts(agencyTexts);
  const [selection, setSelection] = useState<Selection>(new Map());
  const [isBatch, setBatch] = useState(false);
  const records = useSyncExternalStore(decisionBook.subscribe, decisionBook.records);
  const ticked = useMemo(() => selectionState(selection, setSelection), [selection]);
  const mayBeTicked = (entry: QueueEntry) => entry.personId !== personId;
  const isGone = (entry: QueueEntry) => isDecided(records, unit, entry);
  return (
    <>
      <PageTitle path={path} />
      <QueueView
        unit={unit}
        base={base}
        list="waiting"
        standard={noFilters}
        actionLabel={t("handle")}
        {...(mayHandle ? { selection: ticked } : {})}
        bar={({ entries }) => {
          const valid = stillTicked(selection, entries, isGone);
          return mayHandle ? (
            <Space wrap className="batch-bar">
              <Button type="primary" disabled={valid.size === 0} onClick={() => setBatch(true)}>
                {t("batch")}
              </Button>
              <span role="status">
                {valid.size === 0
                  ? t("batch.tickHint", { max: batchItemsMax })
                  : t("batch.ticked", { count: valid.size })}
                {valid.size >= batchItemsMax ? ` · ${t("batch.full", { max: batchItemsMax })}` : ""}
              </span>
              <Button
                onClick={() => setSelection(allOf(entries, mayBeTicked))}
                disabled={entries.length === 0}
              >
                {t("batch.tickAll", { count: Math.min(batchItemsMax, entries.filter(mayBeTicked).length) })}
              </Button>
              {valid.size > 0 ? (
                <Button onClick={() => setSelection(new Map())}>{t("batch.clear")}</Button>
              ) : null}
              {isBatch ? (
                <BatchDialog unit={unit} base={base} selection={valid} onCancel={() => setBatch(false)} />
              ) : null}
            </Space>
          ) : null;
        }}
      />
    </>
  );
}

function selectionState(
  selection: Selection,
  setSelection: (change: (present: Selection) => Selection) => void,
) {
  return {
    has: (id: string) => selection.has(id),
    toggle: (entry: QueueEntry) => setSelection((present) => toggled(present, entry)),
  };
}
