import type { Schemas } from "../api/client";

/** Head and items as typed; wrong values are kept and reported, never dropped. */
export type DraftHead = Schemas["DraftHead"];
export type DraftItem = Schemas["DraftItem"];

/** What one field holds. */
export type FieldValue = string | number | boolean | null;

/** Something typed that the service has not yet acknowledged. */
export interface Edit {
  readonly value: FieldValue;
  /** What the person saw the service hold when this was begun. */
  readonly base: FieldValue;
  /** When the last key was pressed, in milliseconds since 1970. */
  readonly typedAt: number;
  /** The tab in which it was typed. */
  readonly tab: string;
}

/** An item that was added here and that the service may not yet know. */
export interface NewItem {
  /** Repeats the command that adds it, so that it is added once. */
  readonly commandKey: string;
  readonly body: DraftItem;
  readonly createdAt: number;
}

/** Names one field: `head/phone`, `items/{itemId}/hours`. */
export type FieldPath = string;

const headPrefix = "head/";
const itemsPrefix = "items/";

export const headFields = [
  "phone",
  "email",
  "title",
  "titleSeries",
  "titleLevel",
  "profession",
  "spanFromYear",
  "spanToYear",
  "note",
  "promisesTruth",
] as const satisfies readonly (keyof DraftHead)[];

export const itemFields = [
  "year",
  "subject",
  "activityType",
  "activityName",
  "organiser",
  "place",
  "startDate",
  "endDate",
  "hours",
  "note",
] as const satisfies readonly (keyof DraftItem)[];

export type HeadField = (typeof headFields)[number];
export type ItemField = (typeof itemFields)[number];

export function headPath(field: HeadField): FieldPath {
  return headPrefix + field;
}

export function itemPath(itemId: string, field: ItemField): FieldPath {
  return `${itemsPrefix}${itemId}/${field}`;
}

/** The item that a path lies in; null for a field of the head. */
export function itemOf(path: FieldPath): string | null {
  return path.startsWith(itemsPrefix) ? (path.split("/")[1] ?? null) : null;
}

/** The last part of a path: the field's name. */
export function fieldOf(path: FieldPath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A field that was cleared and one that was never filled are the same to the service. */
export function isSame(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return blankAsNull(one) === blankAsNull(other);
}

/** Blank texts and absent values are null. */
export function blankAsNull(value: FieldValue | undefined): FieldValue {
  return value === undefined || value === "" || value === false ? null : value;
}
