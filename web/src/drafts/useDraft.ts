import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Problem } from "../api/problems";
import type { DraftSession, DraftSnapshot } from "./draftSession";
import type { Offers } from "./draftStore";
import {
  type DraftHead,
  type DraftItem,
  type FieldPath,
  fieldOf,
  type FieldValue,
  isSame,
  itemOf,
} from "./edits";

/** The draft that a form edits. */
export const DraftContext = createContext<DraftSession | null>(null);

/** The draft around this component. */
export function useDraft(): DraftSession {
  const draft = useContext(DraftContext);
  if (draft === null) {
    throw new Error("A draft's field belongs inside its DraftContext.");
  }
  return draft;
}

export function useDraftSnapshot(): DraftSnapshot {
  const draft = useDraft();
  return useSyncExternalStore(draft.subscribe, draft.snapshot);
}

/** How far one field is: on its way, acknowledged, kept here only, not taken by the service, or untouched. */
export type FieldState = "untouched" | "saving" | "saved" | "kept" | "refused";

export interface DraftField {
  readonly value: FieldValue;
  readonly state: FieldState;
  /** What was typed elsewhere and not chosen. */
  readonly offers: Offers;
  /** What stands in the way of this value, as the service said last; null while it has not seen it. */
  readonly problem: Problem | null;
  /** Keeps a new value; it is sent when the field is left. */
  change: (value: FieldValue) => void;
  /** Sends it. */
  leave: () => void;
  takeOffer: (value: FieldValue) => void;
  waveOffersAway: () => void;
}

/** One field of the draft, by its path as the form knows it. */
export function useDraftField(formPath: FieldPath): DraftField {
  const draft = useDraft();
  const snapshot = useDraftSnapshot();
  const path = draft.pathOf(formPath);
  const held = heldValue(snapshot, path);
  const edit = snapshot.kept.edits.get(path);
  const [own, setOwn] = useState<{ value: FieldValue } | null>(null);
  // What the person saw the service hold: what another tab saves while this field is being typed in was not seen.
  const seen = useRef(held);
  const lastPut = useRef<FieldValue>(null);
  const isTyping = own !== null;
  useEffect(() => {
    if (!isTyping || isSame(held, lastPut.current)) {
      seen.current = held;
    }
  }, [held, isTyping]);
  const shown = own !== null ? own.value : edit !== undefined ? edit.value : held;

  const change = useCallback(
    (value: FieldValue) => {
      draft.store.put(draft.pathOf(formPath), value, seen.current, shown);
      lastPut.current = value;
      setOwn({ value });
    },
    [draft, formPath, shown],
  );
  const leave = useCallback(() => {
    setOwn(null);
    void draft.flush();
  }, [draft]);
  const takeOffer = useCallback(
    (value: FieldValue) => {
      draft.store.waveAway(draft.pathOf(formPath));
      change(value);
      leave();
    },
    [draft, formPath, change, leave],
  );

  const refused = snapshot.sending.refused.get(path) ?? null;
  const [wasTouched, setWasTouched] = useState(false);
  if (edit !== undefined && !wasTouched) {
    setWasTouched(true);
  }
  const state: FieldState =
    edit === undefined
      ? wasTouched
        ? "saved"
        : "untouched"
      : refused !== null
        ? "refused"
        : snapshot.sending.phase === "sending"
          ? "saving"
          : "kept";
  return {
    value: shown,
    state,
    offers: (snapshot.kept.offers.get(path) ?? []).filter((offered) => !isSame(offered, shown)),
    problem: refused ?? (edit === undefined ? problemOf(snapshot, path) : null),
    change,
    leave,
    takeOffer,
    waveOffersAway: useCallback(() => draft.store.waveAway(draft.pathOf(formPath)), [draft, formPath]),
  };
}

/** What the service holds in a field. */
export function heldValue({ known, kept }: DraftSnapshot, path: FieldPath): FieldValue {
  const itemId = itemOf(path);
  const name = fieldOf(path);
  if (itemId === null) {
    return known?.view.head[name as keyof DraftHead] ?? null;
  }
  const item =
    known?.view.items.find((each) => each.itemId === itemId)?.item ?? kept.newItems.get(itemId)?.body;
  return item?.[name as keyof DraftItem] ?? null;
}

function problemOf({ known }: DraftSnapshot, path: FieldPath): Problem | null {
  return known?.view.problems.find((problem) => problem.path === `/${path}`) ?? null;
}
