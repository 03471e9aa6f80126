import { type Edit, type FieldPath, type FieldValue, isSame } from "./edits";

/** What becomes of one edit when it meets what the service holds now. */
export type Meeting =
  /** The service holds it already. */
  | { readonly kind: "same" }
  /** Nobody else changed the field. */
  | { readonly kind: "mine" }
  /** Both changed it, and this was typed last: it is sent, and the other is offered. */
  | { readonly kind: "mine-newer"; readonly theirs: FieldValue }
  /** Both changed it, and the other was typed last: it stays, and this is offered. */
  | { readonly kind: "theirs-newer" };

/** What is known of the order in which two values were typed. */
export interface Order {
  /** When the service's value was typed in this browser; null when it came from elsewhere. */
  typedAt: (path: FieldPath, value: FieldValue) => number | null;
  /** When this page was opened. */
  readonly openedAt: number;
}

/** Decides by field; never drops a value without offering it. */
export function meet(path: FieldPath, edit: Edit, theirs: FieldValue, order: Order): Meeting {
  if (isSame(edit.value, theirs)) {
    return { kind: "same" };
  }
  if (isSame(edit.base, theirs)) {
    return { kind: "mine" };
  }
  // The service does not tell when a value was typed. One from another device is held to be older than what was typed into the
  // open page, and newer than what a page that was closed has left behind.
  const theirsTypedAt = order.typedAt(path, theirs) ?? order.openedAt;
  return edit.typedAt >= theirsTypedAt ? { kind: "mine-newer", theirs } : { kind: "theirs-newer" };
}
