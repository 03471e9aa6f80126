import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { useLocation } from "react-router";
import { Empty } from "../components/Empty";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { isDecided } from "./decisions";
import { decisionBook } from "./decisionBook";
import { narrows, useQueueFilters, type QueueFilters } from "./queueFilters";
import { QueueFiltersForm } from "./QueueFiltersForm";
import { QueueTable, type QueueTableProps } from "./QueueTable";
import { reviewTexts } from "./texts";
import type { QueueEntry } from "./types";
import { useIsNarrow, useNow, useTextScale } from "./useSurroundings";
import { reviewKeys, useQueue, useQueueCounts, type QueueList } from "./useQueue";
import { useShortcuts } from "./shortcuts";

export interface QueueViewProps {
  readonly unit: string;
  /** Address of the unit's portal, without a slash at the end. */
  readonly base: string;
  readonly list: QueueList;
  readonly standard: QueueFilters;
  readonly actionLabel: string;
  readonly selection?: QueueTableProps["selection"];
  /** Stands between the filters and the list, told what is shown. */
  readonly bar?: (shown: {
    readonly entries: readonly QueueEntry[];
    readonly matchCount: number;
  }) => ReactNode;
}

/** Search, numbers and the list itself: what waits at a unit, or what it has decided. */
export function QueueView(props: QueueViewProps) {
  const { unit, list } = props;
  const t = useTexts(reviewTexts);
  const { filters, setFilters } = useQueueFilters(props.standard);
  const { query, entries: all, first } = useQueue(unit, list, filters);
  const client = useQueryClient();
  const counts = useQueueCounts(unit);
  const records = useSyncExternalStore(decisionBook.subscribe, decisionBook.records);
  const entries = useMemo(
    () => (list === "waiting" ? all.filter((entry) => !isDecided(records, unit, entry)) : all),
    [all, records, list, unit],
  );
  const matchCount = Math.max(entries.length, (first?.matchCount ?? 0) - (all.length - entries.length));
  const isNarrow = useIsNarrow();
  const nowMilliseconds = useNow();
  const { search } = useLocation();
  const me = useMe();
  const textScale = useTextScale();
  useShortcuts({ "/": () => document.getElementById("queue-search")?.focus() });

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);

  const addressOf = useCallback(
    (entry: QueueEntry) => `${props.base}/declarations/${entry.declarationId}${search}`,
    [props.base, search],
  );
  const employers = useMemo(
    () =>
      list === "waiting"
        ? (counts.data?.byEmployer ?? []).map((each) => ({ ...each.employer, count: each.count }))
        : [],
    [counts.data, list],
  );
  const hasChanged =
    list === "waiting" && counts.data !== undefined && first !== null && !first.isLoading
      ? Math.abs(counts.data.total - first.totalCount) > 0 && (query.data?.pages.length ?? 0) > 2
      : false;
  const readAgain = () => void query.refetch();
  // The present list is read again at once, and any other one when it is shown.
  const forgetAnswers = useCallback(
    (isAnother: boolean) =>
      void client.invalidateQueries({
        queryKey: reviewKeys.lists(unit, list),
        refetchType: isAnother ? "none" : "active",
      }),
    [client, unit, list],
  );

  return (
    <section className="queue-view">
      <QueueFiltersForm
        filters={filters}
        onChange={setFilters}
        onSearch={forgetAnswers}
        isSearching={query.isFetching && !query.isFetchingNextPage && query.isPlaceholderData}
        employers={employers}
        isNarrow={isNarrow}
        list={list}
        nowMilliseconds={nowMilliseconds}
      />
      <div className="queue-numbers" role="status">
        {first ? (
          <span>{t(`queue.count.${list}`, { count: matchCount, total: first.totalCount })}</span>
        ) : null}
        {first?.isLoading ? (
          <span className="review-tag review-tag-plain">{t("queue.stillLoading")}</span>
        ) : null}
        {hasChanged ? (
          <Button type="link" onClick={readAgain}>
            {t("queue.changed")}
          </Button>
        ) : null}
      </div>
      {props.bar?.({ entries, matchCount })}
      {query.isError && query.data ? <LoadError error={query.error} onRetry={readAgain} /> : null}
      {query.isPending ? (
        <Loading />
      ) : query.isError && !query.data ? (
        <LoadError error={query.error} onRetry={readAgain} />
      ) : entries.length === 0 && !hasNextPage ? (
        first?.isLoading ? (
          <Loading />
        ) : (
          <Empty text={narrows(filters) ? t("queue.noMatch") : t(`queue.empty.${list}`)} />
        )
      ) : (
        <QueueTable
          entries={entries}
          rowCount={matchCount}
          list={list}
          isNarrow={isNarrow}
          textScale={textScale}
          nowMilliseconds={nowMilliseconds}
          ownPersonId={me.personId}
          addressOf={addressOf}
          actionLabel={props.actionLabel}
          sort={filters.sort}
          descending={filters.descending}
          onSort={setFilters}
          selection={props.selection ?? null}
          onNearEnd={onNearEnd}
        />
      )}
      {isFetchingNextPage ? <div role="status">{t("queue.more")}</div> : null}
    </section>
  );
}
