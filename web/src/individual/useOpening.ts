import { useCallback } from "react";
import { useNavigate } from "react-router";
import { useCommand } from "../api/useCommand";
import { ApiProblem } from "../api/problems";
import type { DraftHead } from "../drafts/edits";
import { useMe } from "../session/useMe";
import { type DeclarationSummary, isEditable, readDeclaration } from "./queries";

/** Where a declaration is gone on with. */
export function addressOf({
  declarationId,
  status,
}: Pick<DeclarationSummary, "declarationId" | "status">): string {
  const page = `/individual/declarations/${declarationId}`;
  return isEditable(status) ? `${page}/edit` : page;
}

/** Opens a declaration (新增学时核认申报) and goes to its first step; leads to the open one where there is one. */
export function useOpening(): Pick<ReturnType<typeof useCommand>, "isSending" | "progress" | "problem"> & {
  open: (earlier: readonly DeclarationSummary[]) => Promise<void>;
} {
  const me = useMe();
  const navigate = useNavigate();
  const { send, isSending, progress, problem } = useCommand();
  const open = useCallback(
    async (earlier: readonly DeclarationSummary[]) => {
      const head = await headFrom(earlier, me.profile?.title ?? null);
      const result = await send({ method: "post", path: "/api/declarations", body: { head, submit: false } });
      if (result.isDone) {
        await navigate(`/individual/declarations/${result.data.declarationId}/edit`, { replace: true });
      } else if (result.problem instanceof ApiProblem && result.problem.code === "declaration-open") {
        const openId = result.problem.facts["declarationId"];
        await navigate(openId === undefined ? "/individual" : `/individual/declarations/${openId}`, {
          replace: true,
          state: { isLedHere: true },
        });
      }
    },
    [me.profile?.title, navigate, send],
  );
  return { open, isSending, progress, problem };
}

/** What rarely changes from one declaration to the next is typed once. */
async function headFrom(earlier: readonly DeclarationSummary[], title: string | null): Promise<DraftHead> {
  const last = earlier[0];
  const empty: DraftHead = { title, promisesTruth: false };
  if (last === undefined) {
    return empty;
  }
  try {
    const { phone, email, titleSeries, titleLevel, profession, ...rest } = (
      await readDeclaration(last.declarationId)
    ).view.head;
    return { ...empty, title: rest.title ?? title, phone, email, titleSeries, titleLevel, profession };
  } catch {
    // A convenience; without it the fields are empty.
    return empty;
  }
}
