import { useState } from "react";
import { remembered } from "./remembered";

const key = "review.opensNext";

/** Whether the next declaration is opened after a decision; the reviewer's wish, kept on this machine. */
export function useOpensNext(): readonly [boolean, (opensNext: boolean) => void] {
  const [opensNext, setOpensNext] = useState(() => remembered.get(key) !== "no");
  return [
    opensNext,
    (wish: boolean) => {
      remembered.set(key, wish ? "yes" : "no");
      setOpensNext(wish);
    },
  ];
}
