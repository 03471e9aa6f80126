import { useMemo, useState, type ReactNode } from "react";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { noFilters } from "../review/queueFilters";
import { QueueView } from "../review/QueueView";
import type { QueueEntry } from "../review/types";
import { BatchBar } from "./BatchBar";
import { toggled, type Selection } from "./batchSelection";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

/** 待办列表: 办理 one by one, or 批量审核 of what is ticked. */
export function ToDoPage(): ReactNode {
  const { unit, base, path, mayHandle, personId } = useAgencyPortal();
  const t = useTexts(agencyTexts);
  const [selection, setSelection] = useState<Selection>(new Map());
  const ticked = useMemo(() => selectionState(selection, setSelection), [selection]);
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
        bar={({ entries }) =>
          mayHandle ? (
            <BatchBar
              unit={unit}
              base={base}
              personId={personId}
              entries={entries}
              selection={selection}
              onSelect={setSelection}
            />
          ) : null
        }
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
