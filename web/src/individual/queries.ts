import { keepPreviousData, type QueryClient, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "../api/client";
import { ApiProblem } from "../api/problems";
import type { DeclarationView, Known } from "../drafts/draftService";

export type DeclarationSummary = Schemas["DeclarationSummary"];
export type Rules = Schemas["RuleSetView"];
export type ImportedHoursView = Schemas["ImportedHoursView"];
export type StatementView = Schemas["StatementView"];
export type RecognisedYear = Schemas["RecognisedYear"];

/** Rules change once a year. */
const rulesFreshMilliseconds = 3_600_000;

/** How often a declaration that somebody else holds is looked at anew. */
const pendingAgainMilliseconds = 30_000;

const editableStatuses: readonly DeclarationView["status"][] = ["draft", "returned", "withdrawn"];
const pendingStatuses: readonly DeclarationView["status"][] = [
  "pendingEmployer",
  "pendingSuperior",
  "pendingAgency",
];

/** The person has it and may change it. */
export function isEditable(status: DeclarationView["status"]): boolean {
  return editableStatuses.includes(status);
}

/** A unit has it. */
export function isPending(status: DeclarationView["status"]): boolean {
  return pendingStatuses.includes(status);
}

/** It counts against "one open declaration a person". */
export function isOpen(status: DeclarationView["status"]): boolean {
  return isEditable(status) || isPending(status);
}

/** One's own declarations, newest first. */
export function useDeclarations(): UseQueryResult<readonly DeclarationSummary[]> {
  return useQuery({
    queryKey: ["declarations"],
    queryFn: async () => (await unwrap(api.GET("/api/declarations"))).data.declarations,
  });
}

export function declarationKey(id: string): readonly string[] {
  return ["declaration", id];
}

/** Reads a declaration with the version to be named when it is changed. */
export async function readDeclaration(id: string): Promise<Known> {
  const { data, etag } = await unwrap(api.GET("/api/declarations/{id}", { params: { path: { id } } }));
  return { view: data, etag: etag ?? "" };
}

export function useDeclaration(id: string): UseQueryResult<Known> {
  return useQuery({
    queryKey: declarationKey(id),
    queryFn: () => readDeclaration(id),
    // Others move it meanwhile: returned, passed on.
    refetchOnMount: "always",
    refetchInterval: (query) =>
      query.state.data !== undefined && isPending(query.state.data.view.status)
        ? pendingAgainMilliseconds
        : false,
    retry: (count, failure) => count < 2 && !(failure instanceof ApiProblem && failure.status === 404),
  });
}

/** Something newer was answered than any read that may still be under way. */
export async function keepDeclaration(queries: QueryClient, id: string, known: Known): Promise<void> {
  await queries.cancelQueries({ queryKey: declarationKey(id) });
  queries.setQueryData(declarationKey(id), known);
}

export function useRules(): UseQueryResult<Rules> {
  return useQuery({
    queryKey: ["rules"],
    queryFn: async () => (await unwrap(api.GET("/api/rules"))).data,
    staleTime: rulesFreshMilliseconds,
  });
}

/** Hours that the training platform reported, of all years. */
export function useImportedHours(): UseQueryResult<readonly ImportedHoursView[]> {
  return useQuery({
    queryKey: ["imported-hours"],
    queryFn: async () => (await unwrap(api.GET("/api/imported-hours"))).data.rows,
  });
}

/** Recognised hours by year, ends included; not asked before both ends are chosen. */
export function useRecognisedHours(
  range: { fromYear: number; toYear: number } | null,
): UseQueryResult<readonly RecognisedYear[]> {
  return useQuery({
    queryKey: ["recognised-hours", range?.fromYear, range?.toYear],
    queryFn: async () =>
      (await unwrap(api.GET("/api/recognised-hours", { params: { query: range ?? {} } }))).data.years,
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });
}

export function useStatements(): UseQueryResult<readonly StatementView[]> {
  return useQuery({
    queryKey: ["statements"],
    queryFn: async () => (await unwrap(api.GET("/api/statements"))).data.statements,
  });
}
