import { memo, type CSSProperties } from "react";
import { Link } from "react-router";
import { StatusTag } from "../components/StatusTag";
import { formatHours } from "../components/Hours";
import { dateOf, momentOf } from "./times";
import type { QueueEntry } from "./types";
import { WaitingWords } from "./WaitingTag";
import type { ReviewText } from "./texts";

export interface QueueRowProps {
  readonly entry: QueueEntry;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly list: "waiting" | "done";
  readonly isNarrow: boolean;
  readonly nowMilliseconds: number;
  /** The reader's own declaration: it may be seen here and is decided by others. */
  readonly isOwn: boolean;
  readonly address: string;
  readonly actionLabel: string;
  readonly isSelectable: boolean;
  readonly isSelected: boolean;
  /** The texts; asked for once by the list, because each row's own asking costs more than its drawing. */
  readonly t: ReviewText;
  readonly onToggle: ((entry: QueueEntry) => void) | undefined;
}

/** One line, or one card. Plain elements, because hundreds of them come and go while somebody scrolls. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { entry, index, list } = props;
  const { t } = props;
  const place: CSSProperties = { transform: `translateY(${props.top}px)`, height: props.height };
  const years = entry.fromYear === entry.toYear ? `${entry.fromYear}` : `${entry.fromYear}–${entry.toYear}`;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      data-declaration={entry.declarationId}
      className={`queue-row queue-row-grid ${props.isSelected ? "queue-row-selected" : ""}`}
      style={place}
    >
      {props.isSelectable ? (
        <span role="cell" className="queue-cell queue-cell-choose">
          <label className="queue-choose">
            <input
              type="checkbox"
              checked={props.isSelected}
              disabled={props.isOwn}
              onChange={() => props.onToggle?.(entry)}
              aria-label={t("queue.chooseOne", { name: entry.personName })}
            />
          </label>
        </span>
      ) : null}
      <span role="cell" className="queue-cell queue-cell-person" title={entry.personName}>
        <span className="queue-person">{entry.personName}</span>
        {props.isOwn ? <span className="queue-own">{t("queue.own")}</span> : null}
      </span>
      <span role="cell" className="queue-cell queue-cell-employer" title={entry.employerName}>
        <span className="queue-two-lines">{entry.employerName}</span>
      </span>
      <span role="cell" className="queue-cell queue-cell-years">
        <span className="queue-label">{t("queue.column.years")}</span>
        {years}
      </span>
      <span role="cell" className="queue-cell queue-cell-hours">
        <span className="queue-label">{t("queue.column.hours")}</span>
        {formatHours(entry.totalQuarterHours)}
      </span>
      <span role="cell" className="queue-cell queue-cell-targets">
        <span className={`review-tag ${entry.targetsMet ? "review-tag-good" : "review-tag-late"}`}>
          {entry.targetsMet ? t("targets.met") : t("targets.notMet")}
        </span>
      </span>
      {list === "done" ? (
        <span role="cell" className="queue-cell queue-cell-status">
          <StatusTag status={entry.status} />
        </span>
      ) : (
        <span role="cell" className="queue-cell queue-cell-submitted" title={momentOf(entry.submittedAt)}>
          <span className="queue-label">{t("queue.column.submitted")}</span>
          {dateOf(entry.submittedAt)}
        </span>
      )}
      <span role="cell" className="queue-cell queue-cell-since">
        {list === "done" ? (
          <>
            <span className="queue-label">{t("queue.column.decided")}</span>
            <span title={momentOf(entry.heldSince)}>{dateOf(entry.heldSince)}</span>
          </>
        ) : (
          <WaitingWords t={t} since={entry.heldSince} nowMilliseconds={props.nowMilliseconds} />
        )}
      </span>
      <span role="cell" className="queue-cell queue-cell-action">
        <Link
          to={props.address}
          data-open
          className="queue-open"
          aria-label={`${props.actionLabel} ${entry.personName}`}
        >
          {props.actionLabel}
        </Link>
      </span>
    </div>
  );
});
