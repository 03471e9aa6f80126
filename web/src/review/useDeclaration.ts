import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../api/client";
import { reviewKeys } from "./useQueue";

/** Often enough that a reviewer learns of somebody else's decision before reading everything for nothing. */
const watchedMilliseconds = 15_000;

/** A declaration as this unit may see it, with the version that a decision on it names. */
export function useDeclaration(unit: string, id: string) {
  return useQuery({
    queryKey: reviewKeys.declaration(unit, id),
    queryFn: ({ signal }) => readDeclaration(unit, id, signal),
    refetchInterval: watchedMilliseconds,
  });
}

export function readDeclaration(unit: string, id: string, signal?: AbortSignal) {
  const params = { path: { unit, id } };
  return unwrap(api.GET("/api/units/{unit}/declarations/{id}", { params, ...(signal ? { signal } : {}) }));
}
