import { Descriptions } from "antd";
import type { ReactNode } from "react";
import type { DeclarationView } from "../../drafts/draftService";
import { useTexts } from "../../language/defineTexts";
import { titleLevelKey } from "../labels";
import { texts } from "../texts";

/** Who declares, and the head as typed. */
export function HeadView({ view }: { view: Pick<DeclarationView, "declarant" | "head"> }): ReactNode {
  const text = useTexts(texts);
  const { declarant, head } = view;
  const level = titleLevelKey(head.titleLevel);
  const blank = text("blank");
  const rows: readonly [string, string | null | undefined][] = [
    [text("name"), declarant.name],
    [text("residentId"), declarant.maskedResidentId],
    [text("employer"), declarant.employer.name],
    [text("field-phone"), head.phone],
    [text("field-email"), head.email],
    [text("field-title"), head.title],
    [text("field-titleSeries"), head.titleSeries],
    [text("field-titleLevel"), level === null ? head.titleLevel : text(level)],
    [text("field-profession"), head.profession],
    [text("span"), `${head.spanFromYear ?? ""}–${head.spanToYear ?? ""}`],
    [text("field-note"), head.note],
  ];
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      items={rows.map(([label, value]) => ({
        key: label,
        label,
        children: value === null || value === undefined || value === "" || value === "–" ? blank : value,
      }))}
    />
  );
}
