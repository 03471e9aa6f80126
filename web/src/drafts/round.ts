import { ApiProblem } from "../api/problems";
import type { Answer, DeclarationView, DraftService, Known } from "./draftService";
import type { DraftStore } from "./draftStore";
import {
  blankAsNull,
  type DraftHead,
  type DraftItem,
  type Edit,
  fieldOf,
  type FieldPath,
  type FieldValue,
  itemOf,
} from "./edits";
import { meet } from "./merge";
import { isMendable, type Refusals } from "./refusals";

export interface RoundParts {
  readonly store: DraftStore;
  readonly service: DraftService;
  readonly refusals: Refusals;
  /** Items that were deleted elsewhere while something was typed into them here. */
  readonly orphans: Set<string>;
  /** What this page knows of the declaration; null before it was read. */
  readonly known: () => Known | null;
  /** Something newer is known. */
  readonly onKnown: (known: Known) => void;
  /** An item that was added here is known by another id from now on. */
  readonly onAdded: (localId: string, itemId: string) => void;
  readonly openedAt: number;
}

/** Times that a round starts again because the declaration changed meanwhile. */
export const roundsMax = 6;

/** Sends everything that is kept, one command after the other; what changed elsewhere meanwhile is merged by field. */
export async function sendKept(parts: RoundParts): Promise<void> {
  let known = parts.known() ?? (await readInto(parts));
  for (let round = 1; ; round++) {
    try {
      known = await sendNewItems(parts, known);
      known = await sendHead(parts, known);
      await sendItems(parts, known);
      return;
    } catch (failure) {
      const isStale = failure instanceof ApiProblem && failure.status === 412;
      if (!isStale || round === roundsMax) {
        throw failure;
      }
      known = await readInto(parts);
    }
  }
}

/** Reads what the service holds now. */
export async function readInto({ service, onKnown }: RoundParts): Promise<Known> {
  const known = await service.read();
  onKnown(known);
  return known;
}

async function sendNewItems(parts: RoundParts, start: Known): Promise<Known> {
  let known = start;
  for (const [localId, item] of [...parts.store.kept().newItems]) {
    const { receipt } = await parts.service.addItem(item.commandKey, item.body);
    const itemId = receipt.createdId ?? localId;
    // At one moment: an item that neither list holds for a while would take its form, its focus and its open choices away. Until then it is
    // kept as new, and sent again with its key, which changes nothing.
    known = await parts.service.read();
    parts.onAdded(localId, itemId);
    parts.store.settleNew(localId, itemId);
    parts.onKnown(known);
  }
  return known;
}

async function sendHead(parts: RoundParts, known: Known): Promise<Known> {
  const merged = merge(parts, (path) => itemOf(path) === null, known.view.head);
  if (merged === null) {
    return known;
  }
  const head: DraftHead = merged.values;
  const answer = await attempt(parts, merged.sent, () => parts.service.saveHead(head, known.etag));
  return answer === null
    ? sendHead(parts, known)
    : acknowledge(parts, merged.sent, answer, { ...known.view, head });
}

async function sendItems(parts: RoundParts, start: Known): Promise<void> {
  let known = start;
  const ids = new Set([...parts.store.kept().edits.keys()].map(itemOf).filter((id) => id !== null));
  for (const itemId of ids) {
    known = await sendItem(parts, itemId, known);
  }
}

async function sendItem(parts: RoundParts, itemId: string, known: Known): Promise<Known> {
  if (parts.store.kept().newItems.has(itemId)) {
    return known;
  }
  const present = known.view.items.find((item) => item.itemId === itemId);
  if (present === undefined) {
    parts.orphans.add(itemId);
    return known;
  }
  parts.orphans.delete(itemId);
  const merged = merge(parts, (path) => itemOf(path) === itemId, present.item);
  if (merged === null) {
    return known;
  }
  const item: DraftItem = merged.values;
  const answer = await attempt(parts, merged.sent, () => parts.service.changeItem(itemId, item, known.etag));
  if (answer === null) {
    return sendItem(parts, itemId, known);
  }
  const items = known.view.items.map((each) => (each.itemId === itemId ? { itemId, item } : each));
  return acknowledge(parts, merged.sent, answer, { ...known.view, items });
}

/** The values to send, and the edits among them; null when there is nothing to send. */
function merge(
  { store, refusals, openedAt }: RoundParts,
  belongs: (path: FieldPath) => boolean,
  theirs: Readonly<Record<string, FieldValue | undefined>>,
): { values: Record<string, never>; sent: Map<FieldPath, Edit> } | null {
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(theirs)) {
    values[name] = value ?? null;
  }
  const sent = new Map<FieldPath, Edit>();
  for (const [path, edit] of [...store.kept().edits]) {
    if (!belongs(path) || refusals.has(path, edit)) {
      continue;
    }
    const meeting = meet(path, edit, theirs[fieldOf(path)] ?? null, { typedAt: store.typedAt, openedAt });
    if (meeting.kind === "same") {
      store.settle(path, edit);
    } else if (meeting.kind === "theirs-newer") {
      store.yieldTo(path, edit);
    } else {
      if (meeting.kind === "mine-newer") {
        store.offer(path, meeting.theirs);
      }
      values[fieldOf(path)] = edit.value === false ? false : blankAsNull(edit.value);
      sent.set(path, edit);
    }
  }
  // Each value has the type of its field: it came from the service, or from the form of that field.
  return sent.size === 0 ? null : { values: values as Record<string, never>, sent };
}

/** Null when the service does not take one of the values: those are marked, and the others can be sent without them. */
async function attempt(
  { refusals }: RoundParts,
  sent: ReadonlyMap<FieldPath, Edit>,
  command: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await command();
  } catch (failure) {
    if (!(failure instanceof ApiProblem) || !isMendable(failure)) {
      throw failure;
    }
    refusals.mark(sent, failure);
    return null;
  }
}

function acknowledge(
  { store, onKnown }: RoundParts,
  sent: ReadonlyMap<FieldPath, Edit>,
  { receipt, etag }: Answer,
  view: DeclarationView,
): Known {
  const { version, draftRevision, status, problems } = receipt;
  const known = { view: { ...view, version, draftRevision, status, problems }, etag };
  // First what the service holds, then what is kept here: the field never shows the old value in between.
  onKnown(known);
  for (const [path, edit] of sent) {
    store.settle(path, edit);
  }
  return known;
}
