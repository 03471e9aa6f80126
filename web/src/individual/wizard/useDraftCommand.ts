import { useCallback } from "react";
import type { Command, CommandAnswer, CommandMethod, CommandPath } from "../../api/commandTypes";
import { useCommand, type CommandResult, type CommandState } from "../../api/useCommand";
import { isFailure } from "../../api/problems";
import { useDraft } from "../../drafts/useDraft";

/** Sends a command on the draft after everything that was typed before it, and names the version that came of that. */
export function useDraftCommand(): CommandState & {
  send: <M extends CommandMethod, P extends CommandPath<M>>(
    command: (etag: string | null) => Command<M, P>,
  ) => Promise<CommandResult<CommandAnswer<M, P>>>;
  clear: () => void;
} {
  const draft = useDraft();
  const { send, ...state } = useCommand();
  const sendAfterTyped = useCallback(
    async <M extends CommandMethod, P extends CommandPath<M>>(
      command: (etag: string | null) => Command<M, P>,
    ) => {
      await draft.flush();
      const result = await send(command(draft.snapshot().known?.etag ?? null));
      // What is sent next names the version that came of this; and after a refusal for a version that has passed, the present one.
      await draft.sender.refresh().catch((failure: unknown) => {
        if (!isFailure(failure)) {
          throw failure;
        }
        // The outcome is known; the next reading tells the rest.
      });
      return result;
    },
    [draft, send],
  );
  return { ...state, send: sendAfterTyped };
}
