import type { UnitReference } from "./types";

export type DecisionKind = "pass" | "return" | "reroute" | "revoke";

/** What a reviewer has decided on a declaration as it was at that version. */
export interface Decision {
  readonly unit: string;
  readonly declarationId: string;
  readonly version: number;
  readonly kind: DecisionKind;
  readonly personName: string;
  readonly nextUnit: UnitReference | null;
}

/** Sending until the answer is known; unknown when the attempts are used up and nobody knows whether it has landed. */
export type DecisionPhase = "sending" | "done" | "refused" | "unknown";

export interface DecisionRecord<Problem> extends Decision {
  readonly phase: DecisionPhase;
  /** Why it was refused or is unknown; null otherwise. */
  readonly problem: Problem | null;
  /** Counts up: later decisions have greater numbers. */
  readonly number: number;
}

/** Decisions remembered: the oldest settled ones are forgotten first. */
export const decisionsKeptMax = 500;

/**
 * The decisions of this page's life, so that what was decided leaves every list at once and comes back when it is refused. It lives
 * outside of the components: the answer may come after the page that asked has gone.
 */
export class DecisionBook<Problem> {
  #records: ReadonlyMap<string, DecisionRecord<Problem>> = new Map();
  #number = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly records = (): ReadonlyMap<string, DecisionRecord<Problem>> => this.#records;

  /** Takes note of a decision that is being sent. Its number names it afterwards. */
  begin(decision: Decision): number {
    this.#number += 1;
    this.#put({ ...decision, phase: "sending", problem: null, number: this.#number });
    return this.#number;
  }

  /** Says how a decision ended. What has been decided anew since, or was forgotten, stays as it is. */
  settle(decision: Decision, number: number, phase: DecisionPhase, problem: Problem | null): void {
    if (this.#records.get(keyOf(decision.unit, decision.declarationId))?.number === number) {
      this.#put({ ...decision, phase, problem, number });
    }
  }

  /** Forgets a decision; its declaration shows as the list says. */
  forget(unit: string, declarationId: string): void {
    const records = new Map(this.#records);
    if (records.delete(keyOf(unit, declarationId))) {
      this.#publish(records);
    }
  }

  #put(record: DecisionRecord<Problem>): void {
    const records = new Map(this.#records);
    const key = keyOf(record.unit, record.declarationId);
    // Put last, so that the order is the order of time.
    records.delete(key);
    records.set(key, record);
    if (records.size > decisionsKeptMax) {
      const oldest = [...records].find(([, other]) => other.phase !== "sending");
      if (oldest) {
        records.delete(oldest[0]);
      }
    }
    this.#publish(records);
  }

  #publish(records: ReadonlyMap<string, DecisionRecord<Problem>>): void {
    this.#records = records;
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

export function keyOf(unit: string, declarationId: string): string {
  return `${unit}|${declarationId}`;
}

/**
 * Whether a waiting line is to be left out: it is being decided, or was, and the list does not know yet. A line of a later version is
 * the declaration come back and shows.
 */
export function isDecided(
  records: ReadonlyMap<string, DecisionRecord<unknown>>,
  unit: string,
  line: { readonly declarationId: string; readonly version: number },
): boolean {
  const record = records.get(keyOf(unit, line.declarationId));
  return (
    record !== undefined &&
    (record.phase === "sending" || record.phase === "done") &&
    line.version <= record.version
  );
}
