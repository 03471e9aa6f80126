import { useMemo } from "react";
import type { YearSummary } from "../../components/HoursChart";
import { type MergedDraft, mergedDraft } from "../../drafts/mergedDraft";
import type { DeclarationView } from "../../drafts/draftService";
import { useDraftSnapshot } from "../../drafts/useDraft";
import type { Rules } from "../queries";
import { yearSums } from "./yearSums";

/** The declaration as the wizard shows it: what the service holds, what is typed over it, and the sums of both. */
export function useForm(rules: Rules): {
  view: DeclarationView;
  draft: MergedDraft;
  years: readonly YearSummary[];
} {
  const snapshot = useDraftSnapshot();
  if (snapshot.known === null) {
    throw new Error("The wizard begins with a declaration that was read.");
  }
  const view = snapshot.known.view;
  return useMemo(() => {
    const draft = mergedDraft(snapshot);
    return { view, draft, years: yearSums(draft, view, rules) };
  }, [snapshot, view, rules]);
}
