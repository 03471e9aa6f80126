import { blankAsNull, type FieldValue } from "./edits";

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** A short digest (FNV-1a) that tells values apart without keeping what they say. */
export function fingerprint(value: FieldValue): string {
  let hash = offsetBasis;
  for (const character of JSON.stringify(blankAsNull(value))) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), prime);
  }
  return (hash >>> 0).toString(36);
}
