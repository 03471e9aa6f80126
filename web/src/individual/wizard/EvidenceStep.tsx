import type { ReactNode } from "react";
import { Empty } from "../../components/Empty";
import { useTexts } from "../../language/defineTexts";
import { formatSize } from "../formatSize";
import { uploadLimits } from "../../drafts/uploads/limits";
import type { Rules } from "../queries";
import { texts } from "../texts";
import { EvidenceOfYear } from "./EvidenceOfYear";
import { useForm } from "./useForm";

/** 上传附件: what proves the hours of each year. */
export function EvidenceStep({ rules }: { rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const { view, draft } = useForm(rules);
  const years = new Set<number>();
  draft.items.forEach(({ item }) => item.year != null && years.add(item.year));
  view.evidence.forEach(({ year }) => years.add(year));
  const importedOnly = view.importedHours.map(({ record }) => record.year).filter((year) => !years.has(year));
  const ascending = [...years].sort((one, other) => one - other);
  return (
    <>
      <p className="wizard-hint">
        {text("uploadRules", {
          size: formatSize(uploadLimits.sizeBytesMax),
          count: uploadLimits.filesPerYearMax,
        })}
      </p>
      {ascending.length === 0 ? <Empty text={text("noYearsForEvidence")} /> : null}
      {ascending.map((year) => (
        <EvidenceOfYear
          key={year}
          year={year}
          view={view}
          isDeclared={draft.items.some(({ item }) => item.year === year)}
        />
      ))}
      {importedOnly.length === 0 ? null : (
        <p className="wizard-hint">
          {text("importedOnlyYears", { years: [...new Set(importedOnly)].sort().join(", ") })}
        </p>
      )}
    </>
  );
}
