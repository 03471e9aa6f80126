import { useEffect } from "react";
import { useMeQuery } from "../session/useMe";

/** The wait between two questions who is signed in. */
export const askAgainMilliseconds = 5_000;
/** Questions of one page; the directory tells a new membership after 33 seconds at the latest (UnitDirectoryCache), so that a minute is enough. */
export const asksMax = 12;

/** Asks again who is signed in, for a while, on a page that is refused: somebody may just have been made a member. */
export function useAskingAgain(): void {
  const { refetch } = useMeQuery();
  useEffect(() => {
    let asked = 0;
    const timer = setInterval(() => {
      asked++;
      if (asked === asksMax) {
        clearInterval(timer);
      }
      void refetch();
    }, askAgainMilliseconds);
    return () => clearInterval(timer);
  }, [refetch]);
}
