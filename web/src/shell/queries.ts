import { QueryClient } from "@tanstack/react-query";
import { isFailure } from "../api/problems";

/** Repetitions of a read before the page says that it did not succeed. */
export const readRetriesMax = 3;
const firstWaitMilliseconds = 1_000;
const waitMaxMilliseconds = 30_000;
const freshMilliseconds = 5_000;

/** Repeats what may pass by itself, never what was refused. */
export function repeatsRead(failures: number, error: Error): boolean {
  return failures < readRetriesMax && isFailure(error) && error.isTransient;
}

/** The wait before a repetition: as the service asked, else growing. */
export function readWaitMilliseconds(failures: number, error: Error): number {
  const asked = isFailure(error) ? error.retryAfterMilliseconds : null;
  return Math.min(Math.max(asked ?? 0, firstWaitMilliseconds * 2 ** failures), waitMaxMilliseconds);
}

/** The cache of what was read. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: repeatsRead,
        retryDelay: readWaitMilliseconds,
        staleTime: freshMilliseconds,
        // The browser's idea of a network knows nothing of a service inside an office.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}
