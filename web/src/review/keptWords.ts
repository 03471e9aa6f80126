import { ownStorage } from "../session/ownStorage";
import type { DecisionKind } from "./decisions";

/** What was written for a decision that is not done: words, and the items of a return. */
export interface KeptWords {
  readonly words: string;
  readonly itemIds: readonly string[];
}

/** Whose decision on what. */
export interface WordsPlace {
  readonly unit: string;
  readonly declarationId: string;
  readonly kind: DecisionKind;
}

/** Decisions for which words are kept; the oldest go first. */
export const keptMax = 50;

const prefix = "words/";
const nothing: KeptWords = { words: "", itemIds: [] };

function keyOf({ unit, declarationId, kind }: WordsPlace): string {
  return `${prefix}${unit}/${declarationId}/${kind}`;
}

function parsed(text: string | null): KeptWords {
  try {
    const value = JSON.parse(text ?? "null") as Partial<KeptWords> | null;
    return typeof value?.words === "string" && Array.isArray(value.itemIds)
      ? { words: value.words, itemIds: value.itemIds.filter((id) => typeof id === "string") }
      : nothing;
  } catch {
    return nothing;
  }
}

/** Keeps what a reviewer writes until the decision is done, through a closed dialog, a refusal, a reload and a new sign-in in this tab. */
export const keptWords = {
  of: (place: WordsPlace): KeptWords => parsed(ownStorage.get(keyOf(place))),

  keep(place: WordsPlace, kept: KeptWords): void {
    ownStorage.set(keyOf(place), JSON.stringify(kept));
    const keys = ownStorage.keys().filter((key) => key.startsWith(prefix));
    keys.slice(0, Math.max(0, keys.length - keptMax)).forEach((key) => ownStorage.remove(key));
  },

  /** The decision is done. */
  forget: (place: WordsPlace): void => ownStorage.remove(keyOf(place)),
};
