import type { HistoryEntry } from "../../components/HistoryTimeline";
import type { DeclarationView } from "../../drafts/draftService";

/** The return or revocation that the person has to deal with; null when the last word was another. */
export function returnOf(view: DeclarationView): HistoryEntry | null {
  if (view.status !== "returned" && view.status !== "revoked") {
    return null;
  }
  return [...view.history].sort((one, other) => other.version - one.version)[0] ?? null;
}

/** Why an item came back; null when the return does not name it. */
export function returnOfItem(view: DeclarationView, itemId: string): HistoryEntry | null {
  const back = returnOf(view);
  return back !== null && back.itemIds.includes(itemId) ? back : null;
}
