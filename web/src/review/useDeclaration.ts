import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../api/client";
import { reviewKeys } from "./useQueue";

/** Often enough that a reviewer learns of somebody else's decision before reading everything for nothing. */
const watchedMilliseconds = 15_000;

/** A declaration as this unit may see it, with the version that a decision on it names. Read anew by every page that is opened. */
export function useDeclaration(unit: string, id: string) {
  return useQuery({
    ...declarationOptions(unit, id),
    refetchOnMount: "always",
    refetchInterval: watchedMilliseconds,
  });
}

/** How a declaration is read; also ahead of its page. */
export function declarationOptions(unit: string, id: string) {
  return queryOptions({
    queryKey: reviewKeys.declaration(unit, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/units/{unit}/declarations/{id}", { params: { path: { unit, id } }, signal })),
  });
}
