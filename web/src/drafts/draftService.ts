import type { Schemas } from "../api/client";
import type { DraftHead, DraftItem } from "./edits";

export type DeclarationView = Schemas["DeclarationView"];
export type DeclarationReceipt = Schemas["DeclarationReceipt"];

/** A declaration as the service holds it, with the version to be named when it is changed. */
export interface Known {
  readonly view: DeclarationView;
  readonly etag: string;
}

export interface Answer {
  readonly receipt: DeclarationReceipt;
  readonly etag: string;
}

/** The service, as far as drafts need it. All throw `ApiProblem` or `Unreachable`. */
export interface DraftService {
  read: () => Promise<Known>;
  saveHead: (head: DraftHead, etag: string) => Promise<Answer>;
  addItem: (commandKey: string, item: DraftItem) => Promise<Answer>;
  changeItem: (itemId: string, item: DraftItem, etag: string) => Promise<Answer>;
}
