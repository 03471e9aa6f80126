import { Button, Input, Select } from "antd";
import { memo, useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { queueSorts, searchCharactersMax, narrows, noFilters, type QueueFilters } from "./queueFilters";
import { waitingDaysChoices } from "./waiting";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";

/** How long after the last letter the search runs by itself; shorter, and every letter is a request. */
export const searchDelayMilliseconds = 300;

/** Years offered in the filter, the newest first. */
const yearsOffered = 12;

export interface QueueFiltersFormProps {
  readonly filters: QueueFilters;
  readonly onChange: (change: Partial<QueueFilters>) => void;
  /** 查询: what was answered before does no longer; called before another search is begun. */
  readonly onSearch: (isAnother: boolean) => void;
  readonly isSearching: boolean;
  /** Employers with the most lines; none where there is one employer only. */
  readonly employers: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  readonly isNarrow: boolean;
  readonly list: "waiting" | "done";
  readonly nowMilliseconds: number;
}

/**
 * Search, filters and, on narrow screens, the order. What is typed is searched for by itself; 查询 does it at once. Drawn again only when it changes:
 * the list below grows page by page while somebody scrolls, and drawing these fields each time costs more than its new lines.
 */
export const QueueFiltersForm = memo(function QueueFiltersForm(props: QueueFiltersFormProps) {
  const { filters, onChange } = props;
  const t = useTexts(reviewTexts);
  const { text, setText, isUncommitted, searchNow } = useTypedText(filters.text, (typed) =>
    onChange({ text: typed }),
  );
  const [isUnfolded, setUnfolded] = useState(false);
  // On a phone the list comes first; what narrows it is always shown.
  const hasFields = !props.isNarrow || isUnfolded;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    props.onSearch(isUncommitted);
    searchNow();
  };
  return (
    <form role="search" className="queue-filters" onSubmit={submit} aria-label={t("filter.title")}>
      <label className="queue-filter queue-filter-text">
        <span>{t("filter.text")}</span>
        <Input
          id="queue-search"
          value={text}
          maxLength={searchCharactersMax}
          allowClear
          placeholder={t("filter.textHint")}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {hasFields ? <FilterFields {...props} /> : null}
      <div className="queue-filter-buttons">
        <Button type="primary" htmlType="submit" loading={props.isSearching}>
          {t("filter.search")}
        </Button>
        {props.isNarrow ? (
          <Button aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? t("filter.fewer") : t("filter.more")}
          </Button>
        ) : null}
        {narrows(filters) ? (
          <Button
            onClick={() => {
              setText("");
              onChange({ ...noFilters, sort: filters.sort, descending: filters.descending });
            }}
          >
            {t("filter.clear")}
          </Button>
        ) : null}
      </div>
    </form>
  );
});

function FilterFields(props: QueueFiltersFormProps) {
  const { filters, onChange, list } = props;
  const t = useTexts(reviewTexts);
  const thisYear = new Date(props.nowMilliseconds).getFullYear();
  const years = Array.from({ length: yearsOffered }, (_, place) => thisYear - place);
  return (
    <>
      {props.employers.length > 1 || filters.employer ? (
        <Filter label={t("filter.employer")} wide>
          <Select
            value={filters.employer ?? ""}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(value: string) => onChange({ employer: value || null })}
            options={[
              { value: "", label: t("filter.any") },
              ...employerOptions(props.employers, filters.employer),
            ]}
            popupMatchSelectWidth={false}
          />
        </Filter>
      ) : null}
      <Filter label={t("filter.year")}>
        <Select
          value={filters.year ?? 0}
          onChange={(value: number) => onChange({ year: value || null })}
          options={[
            { value: 0, label: t("filter.any") },
            ...years.map((year) => ({ value: year, label: `${year}` })),
          ]}
        />
      </Filter>
      <Filter label={t("filter.targets")}>
        <Select
          value={filters.targetsMet === null ? "" : filters.targetsMet ? "yes" : "no"}
          onChange={(value: string) => onChange({ targetsMet: value === "" ? null : value === "yes" })}
          options={[
            { value: "", label: t("filter.any") },
            { value: "yes", label: t("targets.met") },
            { value: "no", label: t("targets.notMet") },
          ]}
        />
      </Filter>
      {list === "waiting" ? (
        <Filter label={t("filter.waiting")}>
          <Select
            value={filters.waitingDays ?? 0}
            onChange={(value: number) => onChange({ waitingDays: value || null })}
            options={[
              { value: 0, label: t("filter.any") },
              ...waitingDaysChoices.map((days) => ({
                value: days,
                label: t("filter.days", { count: days }),
              })),
            ]}
          />
        </Filter>
      ) : null}
      {props.isNarrow ? <OrderFilter filters={filters} onChange={onChange} list={list} /> : null}
    </>
  );
}

function Filter(props: { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <label className={`queue-filter ${props.wide ? "queue-filter-wide" : ""}`}>
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}

function OrderFilter(props: Pick<QueueFiltersFormProps, "filters" | "onChange" | "list">) {
  const t = useTexts(reviewTexts);
  const { filters, list } = props;
  return (
    <Filter label={t("filter.order")}>
      <Select
        value={`${filters.sort}:${filters.descending ? "down" : "up"}`}
        onChange={(value: string) => {
          const [sort, order] = value.split(":");
          props.onChange({
            sort: queueSorts.find((each) => each === sort) ?? "heldSince",
            descending: order === "down",
          });
        }}
        options={queueSorts.flatMap((sort) =>
          (["up", "down"] as const).map((order) => ({
            value: `${sort}:${order}`,
            label: `${t(`order.${list}.${sort}`)} ${order === "up" ? "↑" : "↓"}`,
          })),
        )}
      />
    </Filter>
  );
}

function employerOptions(employers: QueueFiltersFormProps["employers"], chosen: string | null) {
  const options = employers.map((employer) => ({
    value: employer.code,
    label: `${employer.name} (${employer.count})`,
  }));
  // One that is chosen by the address need not be among the largest.
  return chosen && !employers.some((employer) => employer.code === chosen)
    ? [...options, { value: chosen, label: chosen }]
    : options;
}

/** What stands in the field, told on when nothing was typed for a moment; a change from outside takes its place. */
function useTypedText(committed: string, onTyped: (text: string) => void) {
  const [text, setText] = useState(committed);
  const [seen, setSeen] = useState(committed);
  const tell = useRef(onTyped);
  useEffect(() => {
    tell.current = onTyped;
  });
  if (committed !== seen) {
    setSeen(committed);
    if (committed !== text.trim()) {
      setText(committed);
    }
  }
  const isUncommitted = text.trim() !== committed.trim();
  useEffect(() => {
    if (!isUncommitted) {
      return undefined;
    }
    const timer = setTimeout(() => tell.current(text.trim()), searchDelayMilliseconds);
    return () => clearTimeout(timer);
  }, [text, isUncommitted]);
  const searchNow = () => {
    if (isUncommitted) {
      onTyped(text.trim());
    }
  };
  return { text, setText, isUncommitted, searchNow };
}
