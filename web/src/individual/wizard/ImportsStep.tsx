import { Alert, Button, Checkbox, Flex } from "antd";
import { type ReactNode, useState } from "react";
import { CommandProgress } from "../../components/CommandProgress";
import { Empty } from "../../components/Empty";
import { LoadError } from "../../components/LoadError";
import { Loading } from "../../components/Loading";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useTexts } from "../../language/defineTexts";
import { type ImportedHoursView, type Rules, useImportedHours } from "../queries";
import { texts } from "../texts";
import { yearsText } from "../yearsText";
import { ImportedRow } from "./ImportedRow";
import { readTicks, writeTicks } from "./ticks";
import { useDraftCommand } from "./useDraftCommand";
import { useForm } from "./useForm";

/** 勾选数据 + 确认选择: hours that the public-institution platform reported. */
export function ImportsStep({ rules }: { rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const rows = useImportedHours();
  if (rows.isPending) {
    return <Loading />;
  }
  if (rows.isError) {
    return <LoadError error={rows.error} onRetry={() => void rows.refetch()} />;
  }
  const usable = rows.data.filter(
    ({ record }) => record.year >= rules.spanFromYear && record.year <= rules.spanToYear,
  );
  return usable.length === 0 ? <Empty text={text("noImports")} /> : <Choice rows={usable} rules={rules} />;
}

function Choice({ rows, rules }: { rows: readonly ImportedHoursView[]; rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const { view, draft } = useForm(rules);
  const id = view.declarationId;
  const command = useDraftCommand();
  const confirmed = new Set(view.importedHours.map(({ record }) => record.recordId));
  const [ticks, setTicks] = useState(() => readTicks(id));
  const [isDone, setIsDone] = useState(false);
  const isTicked = (recordId: string) => ticks.get(recordId) ?? confirmed.has(recordId);
  const keep = (next: ReadonlyMap<string, boolean>) => {
    setTicks(next);
    writeTicks(id, next);
  };
  const tick = (recordId: string, isChosen: boolean) => {
    const next = new Map(ticks);
    if (isChosen === confirmed.has(recordId)) {
      next.delete(recordId);
    } else {
      next.set(recordId, isChosen);
    }
    setIsDone(false);
    keep(next);
  };
  const changedYears = [
    ...new Set(rows.filter(({ record }) => ticks.has(record.recordId)).map(({ record }) => record.year)),
  ];
  const confirm = async () => {
    for (const year of changedYears) {
      const ofYear = rows.filter(({ record }) => record.year === year);
      const recordIds = ofYear.map(({ record }) => record.recordId).filter(isTicked);
      const result = await command.send((etag) => ({
        method: "put",
        path: "/api/declarations/{id}/imported-hours/{year}",
        parameters: { id, year: String(year) },
        body: { recordIds },
        etag,
        label: text("confirmChoice"),
      }));
      if (!result.isDone) {
        return;
      }
    }
    keep(new Map());
    setIsDone(true);
  };
  const span = [Number(draft.head.spanFromYear), Number(draft.head.spanToYear)] as const;
  const isSpanRight = span[0] >= rules.spanFromYear && span[0] <= span[1] && span[1] <= rules.spanToYear;
  const isOutside = (year: number) => isSpanRight && (year < span[0] || year > span[1]);
  const all = [...new Set(rows.map(({ record }) => record.year))].sort((one, other) => one - other);
  // What is outside the span cannot be submitted; what was ticked there before must be there to be taken back.
  const years = all.filter(
    (year) =>
      !isOutside(year) || rows.some(({ record }) => record.year === year && isTicked(record.recordId)),
  );
  const outside = all.filter((year) => !years.includes(year));
  return (
    <>
      {years.map((year) => (
        <section key={year} className="individual-year" aria-label={text("yearHeading", { year })}>
          <h3>{text("yearHeading", { year })}</h3>
          {isOutside(year) ? <p className="field-problem">{text("importOutside")}</p> : null}
          <ul className="individual-ticks">
            {rows
              .filter(({ record }) => record.year === year)
              .map(({ record, usedByDeclarationId }) => {
                const isUsed = usedByDeclarationId !== null && usedByDeclarationId !== id;
                return (
                  <li key={record.recordId}>
                    <Checkbox
                      checked={isTicked(record.recordId)}
                      disabled={isUsed || command.isSending}
                      onChange={(event) => tick(record.recordId, event.target.checked)}
                    >
                      <ImportedRow record={record} />
                      {isUsed ? <span className="field-hint">{text("importUsed")}</span> : null}
                    </Checkbox>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
      {outside.length === 0 ? null : (
        <p className="wizard-hint">
          {text("importsOutside", { years: yearsText(outside), from: span[0], to: span[1] })}
        </p>
      )}
      <Flex gap="small" align="center" wrap>
        <Button
          type="primary"
          disabled={changedYears.length === 0}
          loading={command.isSending}
          onClick={() => void confirm()}
        >
          {text("confirmChoice")}
        </Button>
        <span role="status">
          {isDone ? text("choiceConfirmed") : changedYears.length > 0 ? text("choiceOpen") : ""}
        </span>
      </Flex>
      <CommandProgress progress={command.progress} />
      {command.problem === null ? null : (
        <ProblemAlert problem={command.problem} onRetry={() => void confirm()} />
      )}
      <Alert type="info" showIcon title={text("importsTrusted")} />
    </>
  );
}
