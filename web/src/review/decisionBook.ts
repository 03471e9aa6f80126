import type { Failure } from "../api/problems";
import { DecisionBook } from "./decisions";
import type { HistoryEntry } from "./types";

/** Why a decision did not take effect, and who had decided before, when somebody had. */
export interface DecisionProblem {
  readonly failure: Failure;
  readonly lostTo: HistoryEntry | null;
}

/** One for the page's life; see {@link DecisionBook}. */
export const decisionBook = new DecisionBook<DecisionProblem>();
