import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { Hours } from "../../components/Hours";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";

/** One record of the training platform, as it reported it. */
export function ImportedRow({ record }: { record: Schemas["ImportedRecord"] }): ReactNode {
  const text = useTexts(texts);
  return (
    <span className="individual-item-facts">
      <strong>{record.courseName}</strong>
      <span className="individual-item-hours">
        <Hours quarterHours={record.quarterHours} />
      </span>
      <span className="individual-item-details">
        {[
          text(record.isGeneral ? "general" : "professional"),
          record.organiser,
          text("completedOn", { date: record.completedOn }),
        ].join(" · ")}
      </span>
    </span>
  );
}
