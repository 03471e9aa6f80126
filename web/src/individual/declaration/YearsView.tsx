import { Alert } from "antd";
import type { ReactNode } from "react";
import type { DeclarationView } from "../../drafts/draftService";
import { useTexts } from "../../language/defineTexts";
import { EvidenceFile } from "../evidence/EvidenceFile";
import { ItemFacts } from "../ItemFacts";
import { texts } from "../texts";
import { ImportedRow } from "../wizard/ImportedRow";
import { returnOfItem } from "./lastReturn";

/** Items, imported hours and evidence by declared year. */
export function YearsView({ view }: { view: DeclarationView }): ReactNode {
  const text = useTexts(texts);
  const years = new Set<number | null>();
  view.items.forEach(({ item }) => years.add(item.year ?? null));
  view.importedHours.forEach(({ record }) => years.add(record.year));
  view.evidence.forEach(({ year }) => years.add(year));
  const ascending = [...years].sort((one, other) => (one ?? 0) - (other ?? 0));
  return ascending.map((year) => {
    const items = view.items.filter(({ item }) => (item.year ?? null) === year);
    const imported = view.importedHours.filter(({ record }) => record.year === year);
    const evidence = view.evidence.filter((each) => each.year === year);
    return (
      <section key={year ?? 0} aria-labelledby={`year-${year ?? 0}`} className="individual-year">
        <h2 id={`year-${year ?? 0}`}>
          {year === null ? text("yearMissing") : text("yearHeading", { year })}
        </h2>
        {items.length === 0 ? null : (
          <ul className="individual-items">
            {items.map(({ itemId, item }) => {
              const back = returnOfItem(view, itemId);
              return (
                <li key={itemId}>
                  <ItemFacts item={item} />
                  {back === null ? null : (
                    <Alert
                      type="warning"
                      showIcon
                      title={text("itemReturned", { reason: back.reason ?? "" })}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {imported.length === 0 ? null : (
          <>
            <h3>{text("importedHeading")}</h3>
            <ul className="individual-items">
              {imported.map(({ record }) => (
                <li key={record.recordId}>
                  <ImportedRow record={record} />
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{text("evidenceHeading")}</h3>
        {evidence.length === 0 ? (
          <p>{text(items.length === 0 ? "evidenceNotNeeded" : "noEvidence")}</p>
        ) : (
          <ul className="individual-files">
            {evidence.map((each) => (
              <li key={each.evidenceId}>
                <EvidenceFile declarationId={view.declarationId} evidence={each} />
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}
