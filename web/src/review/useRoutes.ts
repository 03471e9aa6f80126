import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../api/client";
import { isFailure } from "../api/problems";
import { decisionBook } from "./decisionBook";
import { choicesOf, chosenLast, suggestRoute } from "./routeSuggestion";
import type { DeclarationView } from "./types";
import { reviewKeys } from "./useQueue";

/** Decisions looked at for one that sent something on; returns do not tell a route. */
const lastDecidedLookedAt = 20;

/** How soon the list of what was decided is asked for again while the unit still reads it. */
const askedAgainMilliseconds = 1_000;

/** Where a unit may send a declaration, with the suggestion. */
export function useRoutes(unit: string, declaration: DeclarationView) {
  const query = useQuery({
    queryKey: reviewKeys.routes(unit),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/units/{unit}/routes", { params: { path: { unit } }, signal }))).data,
  });
  const routes = query.data ?? null;
  const chosenHere = chosenLast(decisionBook.records().values(), unit);
  const isOpen =
    routes !== null &&
    choicesOf(routes).length > 1 &&
    suggestRoute(routes, unit, declaration, chosenHere, null) === null;
  // The unit remembers its last choice in memory alone; the history of what it decided last tells it after a restart.
  const last = useQuery({
    queryKey: [...reviewKeys.routes(unit), "last-decided"],
    queryFn: ({ signal }) => lastDecided(unit, signal),
    enabled: isOpen,
    retry: false,
    refetchInterval: (asked) => (asked.state.data === "loading" ? askedAgainMilliseconds : false),
  });
  const lastKnown = last.data === "loading" ? null : (last.data ?? null);
  return {
    routes,
    suggestedCode: routes ? suggestRoute(routes, unit, declaration, chosenHere, lastKnown) : null,
    failure: isFailure(query.error) ? query.error : null,
    readAgain: () => void query.refetch(),
  };
}

async function lastDecided(unit: string, signal: AbortSignal): Promise<DeclarationView | "loading" | null> {
  const query = { sort: "heldSince", descending: true, pageSize: lastDecidedLookedAt } as const;
  const done = await unwrap(api.GET("/api/units/{unit}/done", { params: { path: { unit }, query }, signal }));
  const newest = done.data.entries.find(
    (entry) => entry.status !== "returned" && entry.status !== "withdrawn",
  );
  if (!newest) {
    return done.data.isLoading ? "loading" : null;
  }
  const params = { path: { unit, id: newest.declarationId } };
  return (await unwrap(api.GET("/api/units/{unit}/declarations/{id}", { params, signal }))).data;
}
