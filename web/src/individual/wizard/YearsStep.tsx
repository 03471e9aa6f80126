import { PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Tag } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Empty } from "../../components/Empty";
import { formatHours } from "../../components/Hours";
import type { YearSummary } from "../../components/HoursChart";
import type { ShownItem } from "../../drafts/mergedDraft";
import { useDraft } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { type Rules, useImportedHours } from "../queries";
import { texts } from "../texts";
import { ItemRow } from "./ItemRow";
import { OrphanNotes } from "./OrphanNotes";
import { fieldElementId } from "./steps";
import { useForm } from "./useForm";

/** Items of one declaration (DeclarationLimits.ItemsMax). */
export const itemsMax = 200;

/** 明细: items by declared year, one of them open at a time. */
export function YearsStep({
  rules,
  openItemId,
  onImports,
  onHead,
}: {
  rules: Rules;
  openItemId: string | null;
  onImports: () => void;
  /** To where the years are chosen. */
  onHead: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const { draft: merged, years, view } = useForm(rules);
  const [openId, setOpenId] = useState<string | null>(openItemId);
  const [askedId, setAskedId] = useState(openItemId);
  if (openItemId !== askedId) {
    setAskedId(openItemId);
    setOpenId(openItemId);
  }
  // A problem knows an item by the service's id, the form perhaps by an earlier one.
  const openItem = merged.items.find(({ formId, itemId }) => formId === openId || itemId === openId);
  const addedId = useRef<string | null>(null);
  const [addedIds, setAddedIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (addedId.current !== null) {
      document.getElementById(fieldElementId(`items/${addedId.current}/year`))?.focus();
      addedId.current = null;
    }
  }, [openId]);
  const add = (year: number | null) => {
    const id = draft.addItem({ year });
    addedId.current = id;
    setAddedIds((before) => new Set([...before, id]));
    setOpenId(id);
  };
  const rowOf = (shown: ShownItem) => (
    <ItemRow
      key={shown.formId}
      shown={shown}
      view={view}
      rules={rules}
      isOpen={openItem?.formId === shown.formId}
      isNew={addedIds.has(shown.formId)}
      onOpen={() => setOpenId(shown.formId)}
      onClose={() => {
        setAddedIds((before) => new Set([...before].filter((id) => id !== shown.formId)));
        setOpenId(null);
      }}
      onImports={onImports}
    />
  );
  const elsewhere = merged.items.filter(({ item }) => !years.some(({ year }) => year === item.year));
  return (
    <>
      <OrphanNotes />
      <p>
        <Button
          id="add-item"
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={merged.items.length >= itemsMax}
          onClick={() => add(null)}
        >
          {text("add")}
        </Button>
      </p>
      {merged.items.length >= itemsMax ? (
        <Alert type="info" showIcon title={text("itemsFull", { count: itemsMax })} />
      ) : null}
      {elsewhere.length === 0 ? null : (
        <section className="individual-year" aria-label={text("yearMissing")}>
          <h3>{text("yearMissing")}</h3>
          <ul className="individual-items">{elsewhere.map(rowOf)}</ul>
        </section>
      )}
      {years.length === 0 && elsewhere.length === 0 ? (
        <Empty text={text("noSpan")}>
          <Button onClick={onHead}>{text("goToSpan")}</Button>
        </Empty>
      ) : null}
      {years.map((year) => {
        const items = merged.items.filter(({ item }) => item.year === year.year);
        return (
          <section
            key={year.year}
            className="individual-year"
            aria-label={text("yearHeading", { year: year.year })}
          >
            <YearHeading year={year} />
            {items.length === 0 ? (
              <p className="wizard-hint">{text("noItemsOfYear")}</p>
            ) : (
              <ul className="individual-items">{items.map(rowOf)}</ul>
            )}
            <Waiting year={year.year} view={view} onImports={onImports} />
            <Button type="link" className="individual-add-to-year" onClick={() => add(year.year)}>
              {text("addToYear", { year: year.year })}
            </Button>
          </section>
        );
      })}
    </>
  );
}

function YearHeading({ year }: { year: YearSummary }): ReactNode {
  const text = useTexts(texts);
  const total = year.generalQuarterHours + year.professionalQuarterHours;
  return (
    <h3>
      {text("yearHeading", { year: year.year })}{" "}
      <Tag className={`status-tag ${year.targetMet ? "tag-good" : "tag-quiet"}`}>
        {text(year.targetMet ? "metOf" : "notMetOf", {
          hours: formatHours(total),
          target: formatHours(year.totalTargetQuarterHours),
        })}
      </Tag>
    </h3>
  );
}

/** Hours that the platform reported for the year and that are not confirmed here. */
function Waiting({
  year,
  view,
  onImports,
}: {
  year: number;
  view: { importedHours: readonly { record: { recordId: string; year: number } }[] };
  onImports: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const rows = useImportedHours().data ?? [];
  const confirmed = view.importedHours.filter(({ record }) => record.year === year).length;
  const free = rows.filter(
    ({ record, usedByDeclarationId }) => record.year === year && usedByDeclarationId === null,
  ).length;
  if (confirmed === 0 && free === 0) {
    return null;
  }
  return (
    <p>
      {confirmed === 0 ? null : text("importsConfirmed", { count: confirmed })}{" "}
      {free === 0 ? null : (
        <Button type="link" size="small" onClick={onImports}>
          {text("importsWaiting", { count: free })}
        </Button>
      )}
    </p>
  );
}
