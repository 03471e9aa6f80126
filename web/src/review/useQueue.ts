import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { api, unwrap } from "../api/client";
import { queryOf, type QueueFilters } from "./queueFilters";
import { mergePages, pageSize, withoutEntry } from "./queuePages";
import type { QueuePage } from "./types";

export type QueueList = "waiting" | "done";

type QueueData = InfiniteData<QueuePage, string | null>;

/** Pages read again by themselves; longer lists say that something changed and are read again when asked. */
const refreshedPagesMax = 2;

export const refreshMilliseconds = 30_000;

/** How soon a list is asked for again that the unit is still reading itself. */
const loadingMilliseconds = 1_500;

export const reviewKeys = {
  unit: (unit: string) => ["review", unit] as const,
  lists: (unit: string, list: QueueList) => ["review", unit, "list", list] as const,
  list: (unit: string, list: QueueList, filters: QueueFilters) =>
    ["review", unit, "list", list, filters] as const,
  counts: (unit: string) => ["review", unit, "counts"] as const,
  routes: (unit: string) => ["review", unit, "routes"] as const,
  members: (unit: string) => ["review", unit, "members"] as const,
  declaration: (unit: string, id: string) => ["review", unit, "declaration", id] as const,
};

async function readPage(
  unit: string,
  list: QueueList,
  filters: QueueFilters,
  after: string | null,
  signal: AbortSignal,
) {
  const query = { ...queryOf(filters, Date.now()), pageSize, ...(after ? { after } : {}) };
  const params = { path: { unit }, query };
  const answer =
    list === "waiting"
      ? await unwrap(api.GET("/api/units/{unit}/queue", { params, signal }))
      : await unwrap(api.GET("/api/units/{unit}/done", { params, signal }));
  return answer.data;
}

function listOptions(unit: string, list: QueueList, filters: QueueFilters) {
  return {
    queryKey: reviewKeys.list(unit, list, filters),
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
      readPage(unit, list, filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: QueuePage) => last.next ?? null,
  };
}

/** A list page by page; what is shown stays until what was asked for is there. */
export function useQueue(unit: string, list: QueueList, filters: QueueFilters) {
  const query = useInfiniteQuery({
    ...listOptions(unit, list, filters),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: (asked) => (asked.state.data?.pages.length ?? 0) <= refreshedPagesMax,
    refetchInterval: (asked) => {
      const pages = asked.state.data?.pages ?? [];
      if (pages[0]?.isLoading) {
        return loadingMilliseconds;
      }
      return pages.length <= refreshedPagesMax ? refreshMilliseconds : false;
    },
  });
  const pages = query.data?.pages;
  const entries = useMemo(() => mergePages(pages ?? []), [pages]);
  return { query, entries, first: pages?.[0] ?? null };
}

/** How many wait, by age and employer. */
export function useQueueCounts(unit: string) {
  return useQuery({
    queryKey: reviewKeys.counts(unit),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/units/{unit}/counts", { params: { path: { unit } }, signal }))).data,
    refetchInterval: (asked) => (asked.state.data?.isLoading ? loadingMilliseconds : refreshMilliseconds),
  });
}

/** How many of those decided here stand how. */
export function useDoneCounts(unit: string) {
  return useQuery({
    queryKey: [...reviewKeys.lists(unit, "done"), "counts"],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/units/{unit}/done/counts", { params: { path: { unit } }, signal }))).data,
    refetchInterval: (asked) => (asked.state.data?.isLoading ? loadingMilliseconds : refreshMilliseconds),
  });
}

/** The list as it was read last, or its first page read now. For "the next one" on the page of a declaration. */
export async function fetchedEntries(client: QueryClient, unit: string, filters: QueueFilters) {
  const present = client.getQueryData<QueueData>(reviewKeys.list(unit, "waiting", filters));
  const data = present ?? (await client.infiniteQuery(listOptions(unit, "waiting", filters)));
  return mergePages(data?.pages ?? []);
}

/** Takes a decided declaration out of every list read so far, and has the numbers and the lists of decisions read again. */
export function useQueueChanges(unit: string) {
  const client = useQueryClient();
  return useMemo(
    () => ({
      removeDecided: (declarationId: string, upToVersion: number) => {
        client.setQueriesData<QueueData>({ queryKey: reviewKeys.lists(unit, "waiting") }, (data) =>
          data ? { ...data, pages: withoutEntry(data.pages, declarationId, upToVersion) } : data,
        );
        void client.invalidateQueries({ queryKey: reviewKeys.counts(unit) });
        void client.invalidateQueries({ queryKey: reviewKeys.lists(unit, "done") });
        void client.invalidateQueries({ queryKey: reviewKeys.declaration(unit, declarationId) });
      },
      readAgain: (declarationId: string | null) => {
        void client.invalidateQueries({ queryKey: reviewKeys.lists(unit, "waiting") });
        void client.invalidateQueries({ queryKey: reviewKeys.counts(unit) });
        if (declarationId !== null) {
          void client.invalidateQueries({ queryKey: reviewKeys.declaration(unit, declarationId) });
        }
      },
    }),
    [client, unit],
  );
}
