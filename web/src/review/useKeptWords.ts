import { useCallback, useState } from "react";
import { keptWords, type KeptWords, type WordsPlace } from "./keptWords";

/** What was written for this decision, and how to change it: kept until the decision is done. */
export function useKeptWords({
  unit,
  declarationId,
  kind,
}: WordsPlace): readonly [KeptWords, (change: Partial<KeptWords>) => void] {
  const [kept, setKept] = useState(() => keptWords.of({ unit, declarationId, kind }));
  const change = useCallback(
    (changed: Partial<KeptWords>) =>
      setKept((before) => {
        const after = { ...before, ...changed };
        keptWords.keep({ unit, declarationId, kind }, after);
        return after;
      }),
    [unit, declarationId, kind],
  );
  return [kept, change];
}
