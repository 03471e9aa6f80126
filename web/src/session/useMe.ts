import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api, type Schemas, unwrap } from "../api/client";
import { useSession } from "./useSession";

/** Who is signed in, and as what. */
export type Me = Schemas["MeView"];

const freshMilliseconds = 60_000;

/** Asks who is signed in; for the shell. Pages inside it call `useMe`. */
export function useMeQuery(): UseQueryResult<Me> {
  const { subject, isSignedIn } = useSession();
  return useQuery({
    queryKey: ["me", subject],
    queryFn: async () => (await unwrap(api.GET("/api/me"))).data,
    enabled: isSignedIn,
    staleTime: freshMilliseconds,
  });
}

/**
 * Who is signed in, for every page that needs a sign-in: the shell shows them only when it is known.
 * @throws Error outside those pages.
 */
export function useMe(): Me {
  const { data } = useMeQuery();
  if (data === undefined) {
    throw new Error("useMe is for pages inside RequireSession.");
  }
  return data;
}
