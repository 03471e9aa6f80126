import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { paths } from "../api/schema";
import { dayMilliseconds } from "./waiting";

export type QueueSort = NonNullable<
  NonNullable<paths["/api/units/{unit}/queue"]["get"]["parameters"]["query"]>["sort"]
>;

/** Orders of a list as the API names them. */
export const queueSorts: readonly QueueSort[] = [
  "heldSince",
  "submittedAt",
  "personName",
  "employerName",
  "totalHours",
];

/** Characters that the API takes in a search. */
export const searchCharactersMax = 50;

/** What a list shows: kept in the query string, so that an address can be shared and comes back after a sign-in. */
export interface QueueFilters {
  readonly text: string;
  readonly employer: string | null;
  readonly year: number | null;
  readonly targetsMet: boolean | null;
  /** Only what has waited for at least so many days. */
  readonly waitingDays: number | null;
  readonly sort: QueueSort;
  readonly descending: boolean;
}

export const noFilters: QueueFilters = {
  text: "",
  employer: null,
  year: null,
  targetsMet: null,
  waitingDays: null,
  sort: "heldSince",
  descending: false,
};

/** The usual order of what was decided. */
export const newestFirst: QueueFilters = { ...noFilters, descending: true };

/** Reads a query string; what is not understood is left out, never an error: people edit addresses. */
export function readFilters(parameters: URLSearchParams, standard: QueueFilters = noFilters): QueueFilters {
  const met = parameters.get("met");
  const sort = queueSorts.find((each) => each === parameters.get("sort"));
  return {
    text: (parameters.get("text") ?? "").slice(0, searchCharactersMax),
    employer: parameters.get("employer") || null,
    year: readInteger(parameters.get("year"), 1900, 2999),
    targetsMet: met === "yes" ? true : met === "no" ? false : null,
    waitingDays: readInteger(parameters.get("waiting"), 1, 3650),
    sort: sort ?? standard.sort,
    descending: sort ? parameters.get("order") === "down" : standard.descending,
  };
}

/** The query string of these filters; what is as usual is left out. */
export function writeFilters(filters: QueueFilters, standard: QueueFilters = noFilters): URLSearchParams {
  const parameters = new URLSearchParams();
  const text = filters.text.trim();
  if (text) {
    parameters.set("text", text);
  }
  if (filters.employer) {
    parameters.set("employer", filters.employer);
  }
  if (filters.year !== null) {
    parameters.set("year", String(filters.year));
  }
  if (filters.targetsMet !== null) {
    parameters.set("met", filters.targetsMet ? "yes" : "no");
  }
  if (filters.waitingDays !== null) {
    parameters.set("waiting", String(filters.waitingDays));
  }
  if (filters.sort !== standard.sort || filters.descending !== standard.descending) {
    parameters.set("sort", filters.sort);
    parameters.set("order", filters.descending ? "down" : "up");
  }
  return parameters;
}

/** Whether anything narrows the list. */
export function narrows(filters: QueueFilters): boolean {
  return (
    filters.text.trim() !== "" ||
    filters.employer !== null ||
    filters.year !== null ||
    filters.targetsMet !== null ||
    filters.waitingDays !== null
  );
}

const hourMilliseconds = 3_600_000;

/** The API's query of these filters. Ages count from the full hour, so that the pages of one reading are pages of one list. */
export function queryOf(filters: QueueFilters, nowMilliseconds: number) {
  const fullHour = Math.floor(nowMilliseconds / hourMilliseconds) * hourMilliseconds;
  return {
    sort: filters.sort,
    descending: filters.descending,
    ...(filters.text.trim() ? { text: filters.text.trim() } : {}),
    ...(filters.employer ? { employer: filters.employer } : {}),
    ...(filters.year !== null ? { year: filters.year } : {}),
    ...(filters.targetsMet !== null ? { targetsMet: filters.targetsMet } : {}),
    ...(filters.waitingDays !== null
      ? { heldBefore: new Date(fullHour - filters.waitingDays * dayMilliseconds).toISOString() }
      : {}),
  };
}

export function useQueueFilters(standard: QueueFilters = noFilters) {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(() => readFilters(parameters, standard), [parameters, standard]);
  const setFilters = useCallback(
    (changed: Partial<QueueFilters>) => {
      // Replaced, not added: the way back leads to the page before, not through every letter that was typed.
      setParameters(writeFilters({ ...filters, ...changed }, standard), { replace: true });
    },
    [filters, standard, setParameters],
  );
  return { filters, setFilters };
}

function readInteger(text: string | null, least: number, most: number): number | null {
  const value = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
