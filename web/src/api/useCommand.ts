import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answered } from "./client";
import type { Command, CommandAnswer, CommandMethod, CommandPath } from "./commandTypes";
import { sendCommand } from "./commands";
import type { Progress } from "./delivery";
import { type Failure, isFailure } from "./problems";

/** What came of a command: an answer, or the refusal or failure as a value. */
export type CommandResult<T> =
  ({ readonly isDone: true } & Answered<T>) | { readonly isDone: false; readonly problem: Failure };

/** A command as a page sees it. */
export interface CommandState {
  /** From the click to the answer, waits between attempts included. */
  readonly isSending: boolean;
  /** Attempts and waits; null while none is under way. */
  readonly progress: Progress | null;
  /** Why the last one did not do; null before, while sending and after success. Show it by `<ProblemAlert>`. */
  readonly problem: Failure | null;
}

const idle: CommandState = { isSending: false, progress: null, problem: null };

/**
 * Sends commands and keeps where they stand. After success every query is read again, so that pages show what is so now.
 * A second call while one is under way sends a second command: disable what was clicked while `isSending`.
 */
export function useCommand(): CommandState & {
  send: <M extends CommandMethod, P extends CommandPath<M>>(
    command: Command<M, P>,
  ) => Promise<CommandResult<CommandAnswer<M, P>>>;
  /** Forgets the problem that is shown. */
  clear: () => void;
} {
  const queries = useQueryClient();
  const [state, setState] = useState(idle);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const show = useCallback((next: CommandState) => {
    if (isShown.current) {
      setState(next);
    }
  }, []);
  const send = useCallback(
    async <M extends CommandMethod, P extends CommandPath<M>>(
      command: Command<M, P>,
    ): Promise<CommandResult<CommandAnswer<M, P>>> => {
      show({ isSending: true, progress: null, problem: null });
      try {
        const answer = await sendCommand(command, {
          onProgress: (progress) => show({ isSending: true, progress, problem: null }),
        });
        show(idle);
        void queries.invalidateQueries();
        return { isDone: true, ...answer };
      } catch (failure) {
        if (!isFailure(failure)) {
          show(idle);
          throw failure;
        }
        show({ isSending: false, progress: null, problem: failure });
        return { isDone: false, problem: failure };
      }
    },
    [queries, show],
  );
  const clear = useCallback(() => show(idle), [show]);
  return { ...state, send, clear };
}
