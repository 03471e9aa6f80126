import { Button, Space } from "antd";
import { memo, useMemo, useState, useSyncExternalStore } from "react";
import { useTexts } from "../language/defineTexts";
import { decisionBook } from "../review/decisionBook";
import { isDecided } from "../review/decisions";
import type { QueueEntry } from "../review/types";
import { BatchDialog } from "./BatchDialog";
import { allOf, batchItemsMax, stillTicked, type Selection } from "./batchSelection";
import { agencyTexts } from "./texts";

export interface BatchBarProps {
  readonly unit: string;
  readonly base: string;
  readonly personId: string | null;
  /** All lines read so far. */
  readonly entries: readonly QueueEntry[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** 批量审核 and how many are ticked. Drawn again only when lines or ticks change: it looks at every line that was read. */
export const BatchBar = memo(function BatchBar(props: BatchBarProps) {
  const { unit, base, personId, entries, selection, onSelect } = props;
  const t = useTexts(agencyTexts);
  const [isBatch, setBatch] = useState(false);
  const records = useSyncExternalStore(decisionBook.subscribe, decisionBook.records);
  const valid = useMemo(
    () => stillTicked(selection, entries, (entry) => isDecided(records, unit, entry)),
    [selection, entries, records, unit],
  );
  const tickable = useMemo(() => allOf(entries, (entry) => entry.personId !== personId), [entries, personId]);
  return (
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
      <Button onClick={() => onSelect(tickable)} disabled={entries.length === 0}>
        {t("batch.tickAll", { count: tickable.size })}
      </Button>
      {valid.size > 0 ? <Button onClick={() => onSelect(new Map())}>{t("batch.clear")}</Button> : null}
      {isBatch ? (
        <BatchDialog unit={unit} base={base} selection={valid} onCancel={() => setBatch(false)} />
      ) : null}
    </Space>
  );
});
