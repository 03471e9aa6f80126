import { useCallback } from "react";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { api, unwrap } from "../api/client";
import { sendCommand } from "../api/commands";
import { isOutcomeUnknown } from "../api/delivery";
import { isFailure, type Failure } from "../api/problems";
import { decisionBook, type DecisionProblem } from "./decisionBook";
import type { Decision } from "./decisions";
import { keptWords } from "./keptWords";
import { lostTo } from "./losses";
import { reviewKeys, useQueueChanges } from "./useQueue";
import type { HistoryEntry } from "./types";

/** A decision with what it says. */
export interface DecisionWish extends Decision {
  /** The version as the API names it; the decision is void when the declaration has moved since. */
  readonly etag: string | null;
  /** Opinion of a pass, reason of anything else; empty when there is none. */
  readonly words: string;
  /** Items that a return concerns; none when it concerns the whole. */
  readonly itemIds: readonly string[];
  /** What the person would call it, should it be settled only after a reload. */
  readonly label: string;
}

/**
 * Decides: the lists show it at once, the answer comes later and is told by the notices of the portal, wherever the reviewer is by then.
 */
export function useDecide(unit: string) {
  const client = useQueryClient();
  const changes = useQueueChanges(unit);
  return useCallback(
    async (wish: DecisionWish): Promise<void> => {
      const number = decisionBook.begin(wish);
      try {
        await send(wish);
        decisionBook.settle(wish, number, "done", null);
        keptWords.forget(wish);
        changes.removeDecided(wish.declarationId, wish.version);
      } catch (failure) {
        if (!isFailure(failure)) {
          decisionBook.forget(unit, wish.declarationId);
          throw failure;
        }
        const problem: DecisionProblem = { failure, lostTo: await whoWasFaster(client, wish, failure) };
        decisionBook.settle(wish, number, isOutcomeUnknown(failure) ? "unknown" : "refused", problem);
        changes.readAgain(wish.declarationId);
      }
    },
    [client, changes, unit],
  );
}

async function whoWasFaster(
  client: QueryClient,
  wish: DecisionWish,
  failure: Failure,
): Promise<HistoryEntry | null> {
  if (failure.isTransient) {
    return null;
  }
  try {
    const params = { path: { unit: wish.unit, id: wish.declarationId } };
    const answer = await unwrap(api.GET("/api/units/{unit}/declarations/{id}", { params }));
    client.setQueryData(reviewKeys.declaration(wish.unit, wish.declarationId), answer);
    return lostTo(answer.data.history, wish.version);
  } catch {
    // It may be out of this unit's sight by now; the refusal's own sentence has to do.
    return null;
  }
}

function send(wish: DecisionWish) {
  const common = {
    parameters: { unit: wish.unit, id: wish.declarationId },
    etag: wish.etag,
    label: wish.label,
  };
  const words = wish.words.trim();
  switch (wish.kind) {
    case "pass":
      return sendCommand({
        ...common,
        method: "post",
        path: "/api/units/{unit}/declarations/{id}/pass",
        body: { nextUnitCode: wish.nextUnit?.code ?? null, opinion: words || null },
      });
    case "return":
      return sendCommand({
        ...common,
        method: "post",
        path: "/api/units/{unit}/declarations/{id}/return",
        body: { reason: words, itemIds: wish.itemIds.length > 0 ? [...wish.itemIds] : null },
      });
    case "reroute":
      return sendCommand({
        ...common,
        method: "post",
        path: "/api/units/{unit}/declarations/{id}/reroute",
        body: { nextUnitCode: wish.nextUnit?.code ?? "", reason: words },
      });
    case "revoke":
      return sendCommand({
        ...common,
        method: "post",
        path: "/api/units/{unit}/declarations/{id}/revocation",
        body: { reason: words },
      });
  }
}
