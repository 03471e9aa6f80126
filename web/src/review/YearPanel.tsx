import { Button } from "antd";
import { formatHours } from "../components/Hours";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";
import type { DeclarationView, ImportedHoursView, ItemView, YearSummary } from "./types";

const percentMax = 100;

/** What is claimed for one year against its targets, item by item, and the way to the evidence. */
export function YearPanel(props: {
  readonly summary: YearSummary;
  readonly declaration: DeclarationView;
  readonly activityName: (code: string) => string;
  readonly evidenceCount: number;
  readonly onEvidence: () => void;
}) {
  const { summary, declaration, evidenceCount } = props;
  const t = useTexts(reviewTexts);
  const items = declaration.items.filter(({ item }) => item.year === summary.year);
  const imported = declaration.importedHours.filter(({ record }) => record.year === summary.year);
  const id = `year-${summary.year}`;
  const details = evidenceCount === 0 ? t("year.noEvidence") : t("year.details", { count: evidenceCount });
  return (
    <section className="year" aria-labelledby={id}>
      <div className="year-head">
        <h3 id={id}>{t("year.title", { year: summary.year })}</h3>
        <span className={`review-tag ${summary.targetMet ? "review-tag-good" : "review-tag-late"}`}>
          {summary.targetMet ? t("targets.met") : t("targets.notMet")}
        </span>
        <Button
          type="primary"
          ghost
          onClick={props.onEvidence}
          disabled={evidenceCount === 0}
          // Begins with the words that are seen: whoever speaks them to the machine means this button.
          aria-label={`${details} ${t("year.title", { year: summary.year })}`}
        >
          {details}
        </Button>
      </div>
      <div className="year-bars">
        <Bar
          label={t("subject.general")}
          value={summary.generalQuarterHours}
          target={summary.generalTargetQuarterHours}
        />
        <Bar
          label={t("subject.professional")}
          value={summary.professionalQuarterHours}
          target={summary.professionalTargetQuarterHours}
        />
        <Bar
          label={t("subject.total")}
          value={summary.generalQuarterHours + summary.professionalQuarterHours}
          target={summary.totalTargetQuarterHours}
        />
      </div>
      <ul className="year-items">
        {items.map((item) => (
          <Item key={item.itemId} item={item} activityName={props.activityName} />
        ))}
        {imported.map((row) => (
          <Imported key={row.record.recordId} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Bar(props: { readonly label: string; readonly value: number; readonly target: number }) {
  const t = useTexts(reviewTexts);
  const isMet = props.value >= props.target;
  const percent =
    props.target > 0 ? Math.min(percentMax, (props.value / props.target) * percentMax) : percentMax;
  return (
    <div className="bar">
      <span>{props.label}</span>
      <span className="bar-track" aria-hidden="true">
        <span className={isMet ? "bar-met" : "bar-short"} style={{ width: `${percent}%` }} />
      </span>
      <span>
        <span className="nowrap">
          {t("year.ofTarget", { hours: formatHours(props.value), target: formatHours(props.target) })}
        </span>
        {isMet ? null : (
          <strong className="bar-missing">
            {" "}
            {t("year.short", { hours: formatHours(props.target - props.value) })}
          </strong>
        )}
      </span>
    </div>
  );
}

function Item(props: { readonly item: ItemView; readonly activityName: (code: string) => string }) {
  const { item } = props.item;
  const t = useTexts(reviewTexts);
  const days =
    item.startDate === item.endDate ? item.startDate : `${item.startDate ?? ""} – ${item.endDate ?? ""}`;
  const details = [
    item.activityType ? props.activityName(item.activityType) : null,
    item.organiser,
    item.place,
    item.note,
  ].filter(Boolean);
  return (
    <li className="year-item">
      <span className="year-item-name">
        <span className="review-tag review-tag-plain">
          {item.subject === "general" ? t("subject.general") : t("subject.professional")}
        </span>{" "}
        <strong>{item.activityName}</strong>
      </span>
      <strong className="year-item-hours">{t("year.hours", { hours: item.hours ?? "?" })}</strong>
      <span className="year-item-details">
        <span className="nowrap">{days}</span>
        {details.map((detail) => ` · ${detail ?? ""}`)}
      </span>
    </li>
  );
}

function Imported({ row }: { readonly row: ImportedHoursView }) {
  const { record } = row;
  const t = useTexts(reviewTexts);
  return (
    <li className="year-item year-item-trusted">
      <span className="year-item-name">
        <span className="review-tag review-tag-plain">
          {record.isGeneral ? t("subject.general") : t("subject.professional")}
        </span>{" "}
        <strong>{record.courseName}</strong>
      </span>
      <strong className="year-item-hours">
        {t("year.hours", { hours: formatHours(record.quarterHours) })}
      </strong>
      <span className="year-item-details">
        <span className="review-tag review-tag-good">{t("year.trusted")}</span> {record.organiser} ·{" "}
        <span className="nowrap">{record.completedOn}</span>
      </span>
    </li>
  );
}
