import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import type { QueueEntry } from "./types";
import { useVisibleRows } from "./useVisibleRows";
import type { QueueFilters, QueueSort } from "./queueFilters";
import { QueueRow } from "./QueueRow";
import "./review.css";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";

/** Heights of one line in CSS pixels at the usual text size; fixed, so that the place of any line is known without drawing it. */
const rowHeights = { wide: 60, narrow: 232 } as const;

/** Between two cards. */
const cardGap = 12;

export interface QueueTableProps {
  readonly entries: readonly QueueEntry[];
  /** Lines in all, also those not read yet. */
  readonly rowCount: number;
  readonly list: "waiting" | "done";
  readonly isNarrow: boolean;
  /** 1 is the usual text size. */
  readonly textScale: number;
  readonly nowMilliseconds: number;
  readonly ownPersonId: string | null;
  readonly addressOf: (entry: QueueEntry) => string;
  readonly actionLabel: string;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly onSort: (change: Pick<QueueFilters, "sort" | "descending">) => void;
  /** Null where nothing can be chosen. */
  readonly selection: {
    readonly has: (id: string) => boolean;
    readonly toggle: (entry: QueueEntry) => void;
  } | null;
  readonly onNearEnd: () => void;
}

/** Lines before the end at which the next page is asked for. */
const nearEndRows = 40;

/** One list, drawn only where it is seen: a table on wide screens, cards on narrow ones. */
export function QueueTable(props: QueueTableProps) {
  const { entries, isNarrow, selection, onNearEnd } = props;
  const t = useTexts(reviewTexts);
  const rowHeight = Math.round((isNarrow ? rowHeights.narrow : rowHeights.wide) * props.textScale);
  const { listRef, range } = useVisibleRows(entries.length, rowHeight);
  const [wanted, setWanted] = useState<number | null>(null);
  const isNearEnd = range.to + nearEndRows >= entries.length;
  const rows = rowsToDraw(range.from, range.to, wanted, entries.length);

  useLayoutEffect(() => {
    if (isNearEnd) {
      onNearEnd();
    }
  }, [isNearEnd, onNearEnd, entries.length]);

  useFocusedRow(listRef, wanted, () => setWanted(null));

  return (
    <div
      role="table"
      aria-label={props.actionLabel}
      aria-rowcount={props.rowCount + 1}
      className={`queue queue-${props.list} ${isNarrow ? "queue-narrow" : "queue-wide"} ${selection ? "queue-selectable" : ""}`}
    >
      <QueueHeader {...props} />
      {/* Arrow keys are an addition for the links inside, which are reached by Tab as everywhere. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="rowgroup"
        ref={listRef}
        className="queue-rows"
        style={{ height: entries.length * rowHeight }}
        onKeyDown={(event) => {
          const next = rowAfterKey(event, entries.length);
          if (next !== null) {
            event.preventDefault();
            setWanted(next);
          }
        }}
      >
        {rows.map((index) => {
          const entry = entries[index];
          return entry ? (
            <QueueRow
              key={entry.declarationId}
              entry={entry}
              index={index}
              top={index * rowHeight}
              height={isNarrow ? rowHeight - cardGap : rowHeight}
              t={t}
              list={props.list}
              isNarrow={isNarrow}
              nowMilliseconds={props.nowMilliseconds}
              isOwn={entry.personId === props.ownPersonId}
              address={props.addressOf(entry)}
              actionLabel={props.actionLabel}
              isSelectable={selection !== null}
              isSelected={selection?.has(entry.declarationId) ?? false}
              onToggle={selection?.toggle}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** The rows of the range, and the one that is to get the focus. */
function rowsToDraw(from: number, to: number, wanted: number | null, count: number): number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
  return wanted !== null && wanted < count && (wanted < from || wanted >= to) ? [...rows, wanted] : rows;
}

/** Moves the focus to a row once it is drawn, and brings it into view. */
function useFocusedRow(list: RefObject<HTMLDivElement | null>, wanted: number | null, onDone: () => void) {
  const done = useRef(onDone);
  useLayoutEffect(() => {
    done.current = onDone;
  });
  useLayoutEffect(() => {
    const row = wanted === null ? null : list.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`);
    if (row) {
      row.querySelector<HTMLElement>("[data-open]")?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
      done.current();
    }
  }, [list, wanted]);
}

function rowAfterKey(event: KeyboardEvent, count: number): number | null {
  const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  if (!row || event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  const index = Number(row.dataset.row);
  const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[event.key];
  return next !== undefined && next >= 0 && next < count ? next : null;
}

interface Column {
  readonly key:
    "person" | "employer" | "years" | "hours" | "targets" | "submitted" | "waiting" | "status" | "decided";
  readonly sort: QueueSort | null;
}

const columns: readonly Column[] = [
  { key: "person", sort: "personName" },
  { key: "employer", sort: "employerName" },
  { key: "years", sort: null },
  { key: "hours", sort: "totalHours" },
  { key: "targets", sort: null },
];

const lastColumns: Readonly<Record<QueueTableProps["list"], readonly Column[]>> = {
  waiting: [
    { key: "submitted", sort: "submittedAt" },
    { key: "waiting", sort: "heldSince" },
  ],
  done: [
    { key: "status", sort: null },
    { key: "decided", sort: "heldSince" },
  ],
};

function QueueHeader({ list, sort, descending, onSort, selection }: QueueTableProps) {
  const t = useTexts(reviewTexts);
  const all = [...columns, ...lastColumns[list]];
  return (
    <div role="rowgroup" className="queue-head">
      <div role="row" aria-rowindex={1} className="queue-row-grid">
        {selection ? (
          <span role="columnheader" className="queue-cell">
            {t("queue.choose")}
          </span>
        ) : null}
        {all.map((column) => (
          <ColumnHeader
            key={column.key}
            label={t(`queue.column.${column.key}`)}
            direction={column.sort !== sort ? "none" : descending ? "descending" : "ascending"}
            onSort={sorted(column.sort, sort, descending, onSort)}
          />
        ))}
        <span role="columnheader" className="queue-cell">
          {t("queue.column.action")}
        </span>
      </div>
    </div>
  );
}

/** A click sorts by the column; another one turns the order. */
function sorted(
  wanted: QueueSort | null,
  sort: QueueSort,
  descending: boolean,
  onSort: QueueTableProps["onSort"],
): (() => void) | null {
  return wanted ? () => onSort({ sort: wanted, descending: wanted === sort && !descending }) : null;
}

function ColumnHeader(props: {
  readonly label: string;
  readonly direction: "none" | "ascending" | "descending";
  readonly onSort: (() => void) | null;
}): ReactNode {
  const { label, direction, onSort } = props;
  if (!onSort) {
    return (
      <span role="columnheader" className="queue-cell">
        {label}
      </span>
    );
  }
  return (
    <span role="columnheader" aria-sort={direction} className="queue-cell">
      <button type="button" className="queue-sort" onClick={onSort}>
        {label}
        <span aria-hidden="true">{direction === "none" ? "↕" : direction === "ascending" ? "↑" : "↓"}</span>
      </button>
    </span>
  );
}
