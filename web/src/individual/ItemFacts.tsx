import type { ReactNode } from "react";
import type { DraftItem } from "../drafts/edits";
import { useTexts } from "../language/defineTexts";
import { subjectKey, useActivityTypes } from "./labels";
import { texts } from "./texts";

/** One item as it was typed, in two lines. */
export function ItemFacts({ item }: { item: DraftItem }): ReactNode {
  const text = useTexts(texts);
  const { nameOf } = useActivityTypes();
  const subject = subjectKey(item.subject);
  const dates = [item.startDate, item.endDate].filter((date) => date != null && date !== "");
  const facts = [
    subject === null ? item.subject : text(subject),
    nameOf(item.activityType),
    item.organiser,
    item.place,
    [...new Set(dates)].join(" – "),
    item.note,
  ].filter((fact) => fact != null && fact !== "");
  return (
    <div className="individual-item-facts">
      <strong>
        {item.activityName == null || item.activityName === "" ? text("unnamed") : item.activityName}
      </strong>
      <span className="individual-item-hours">
        {item.hours == null || item.hours === ""
          ? text("hoursMissing")
          : text("hours", { hours: item.hours })}
      </span>
      <span className="individual-item-details">{facts.join(" · ")}</span>
    </div>
  );
}
