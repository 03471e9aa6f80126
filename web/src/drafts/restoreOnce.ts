import { join } from "../api/locks";
import type { KeyedStorage } from "./draftStore";
import { restore } from "./mirror";

const lockPrefix = "ceactors-draft-open-";
const begun = new Map<string, Promise<void>>();

/**
 * Puts back what a crash took, once a page, and only if no other page has the declaration open. What such a page has just had acknowledged is
 * gone from the first place and may still be on its way out of the second: put back, it would stand there as if it had been typed anew and
 * nobody had sent it.
 */
export function restoreOnce(storage: KeyedStorage, prefix: string): Promise<void> {
  const already = begun.get(prefix);
  if (already !== undefined) {
    return already;
  }
  const restoring = join(lockPrefix + prefix, () => restore(storage, prefix));
  begun.set(prefix, restoring);
  return restoring;
}
