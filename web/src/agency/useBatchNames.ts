import { useQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { api, unwrap } from "../api/client";
import type { BatchView } from "../review/types";
import { reviewKeys } from "../review/useQueue";

/** Entries of each of the two lists that are searched for names: as many as one request gives. */
const searchedEntries = 200;

export interface BatchName {
  readonly person: string;
  readonly employer: string;
}

/** What the page of a batch is told of its declarations, kept with the address in the history of this tab alone. */
export interface BatchNames {
  readonly names: Readonly<Record<string, BatchName>>;
}

/**
 * Who the declarations of a batch are of. A batch knows ids alone: the page that started it hands the names over, and after a reload
 * they are found among what was decided last and what still waits; what is not found there goes by its id.
 */
export function useBatchNames(unit: string, batch: BatchView): (declarationId: string) => BatchName | null {
  const handed = useLocation().state as BatchNames | null;
  const found = useQuery({
    queryKey: [...reviewKeys.unit(unit), "batch", batch.batchId, "names"],
    queryFn: ({ signal }) => findNames(unit, signal),
    enabled: handed === null && batch.isFinished,
    retry: false,
  });
  return (declarationId) => handed?.names[declarationId] ?? found.data?.get(declarationId) ?? null;
}

async function findNames(unit: string, signal: AbortSignal): Promise<ReadonlyMap<string, BatchName>> {
  const query = { sort: "heldSince", descending: true, pageSize: searchedEntries } as const;
  const params = { path: { unit }, query };
  const [done, waiting] = await Promise.all([
    unwrap(api.GET("/api/units/{unit}/done", { params, signal })),
    unwrap(api.GET("/api/units/{unit}/queue", { params, signal })),
  ]);
  return new Map(
    [...done.data.entries, ...waiting.data.entries].map((entry) => [
      entry.declarationId,
      { person: entry.personName, employer: entry.employerName },
    ]),
  );
}
