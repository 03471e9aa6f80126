import { useCallback } from "react";
import type { Command, CommandAnswer, CommandMethod, CommandPath } from "../../api/commandTypes";
import { useCommand, type CommandResult, type CommandState } from "../../api/useCommand";
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
      return send(command(draft.snapshot().known?.etag ?? null));
    },
    [draft, send],
  );
  return { ...state, send: sendAfterTyped };
}
