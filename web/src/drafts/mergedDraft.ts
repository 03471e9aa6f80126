import type { DraftSnapshot } from "./draftSession";
import { type DraftHead, type DraftItem, fieldOf, type FieldValue, itemOf } from "./edits";

/** An item as the form shows it. */
export interface ShownItem {
  /** The id that the form knows it by; stays the same while the service gives it another. */
  readonly formId: string;
  /** The service's id; null until it knows the item. */
  readonly itemId: string | null;
  readonly item: DraftItem;
  /** Something of it is not acknowledged. */
  readonly isKeptHere: boolean;
}

/** The draft as typed: what the service holds, with what is kept here in its place. */
export interface MergedDraft {
  readonly head: DraftHead;
  readonly items: readonly ShownItem[];
}

/** Puts together what the form shows. */
export function mergedDraft({ known, kept, names }: DraftSnapshot): MergedDraft {
  const formIds = new Map([...names].map(([formId, itemId]) => [itemId, formId]));
  const items: ShownItem[] = (known?.view.items ?? []).map(({ itemId, item }) => ({
    formId: formIds.get(itemId) ?? itemId,
    itemId,
    ...typedInto(itemId, item),
  }));
  for (const [localId, { body }] of kept.newItems) {
    if (!names.has(localId)) {
      items.push({ formId: localId, itemId: null, ...typedInto(localId, body), isKeptHere: true });
    }
  }
  const head: Record<string, FieldValue | undefined> = { ...known?.view.head };
  for (const [path, edit] of kept.edits) {
    if (itemOf(path) === null) {
      head[fieldOf(path)] = edit.value;
    }
  }
  return { head, items };

  function typedInto(id: string, item: DraftItem): { item: DraftItem; isKeptHere: boolean } {
    const typed: Record<string, FieldValue | undefined> = { ...item };
    let isKeptHere = false;
    for (const [path, edit] of kept.edits) {
      if (itemOf(path) === id) {
        typed[fieldOf(path)] = edit.value;
        isKeptHere = true;
      }
    }
    return { item: typed, isKeptHere };
  }
}
