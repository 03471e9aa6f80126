import { type Answered, send } from "./client";
import { commandStore, type StoredCommand } from "./commandStore";
import { ApiProblem, type Failure, isFailure, problemOf, Unreachable } from "./problems";

/** Attempts of one command before the person is asked; with the waits between them about two minutes. */
export const attemptsMax = 8;
/** Attempts against a bound of what is stored; two waits of five seconds show whether it passes. */
export const attemptsAtBoundMax = 3;
/** Wait after the first attempt, doubled after each further one. */
export const firstWaitMilliseconds = 2_000;
/** Longest wait that is chosen here. */
export const waitMaxMilliseconds = 30_000;
/** Longest Retry-After that is followed; a longer one ends the attempts. */
export const retryAfterMaxMilliseconds = 60_000;
/** Random share added to each wait, so that pages do not come back all at once. */
export const jitterShare = 0.25;

/** Where a command stands. */
export interface Progress {
  /** From 1. */
  readonly attempt: number;
  /** How long until the next attempt; null while one is under way. */
  readonly waitMilliseconds: number | null;
  /** Why the last attempt did not do; null at the first. */
  readonly failure: Failure | null;
}

/** The wait after an attempt; null when no further attempt is made. */
export function waitAfter(attempt: number, failure: Failure, random: number): number | null {
  const isAtBound = failure instanceof ApiProblem && failure.status === 429 && !failure.isOfTheMoment;
  const limit = isAtBound ? attemptsAtBoundMax : attemptsMax;
  const asked = failure.retryAfterMilliseconds;
  if (!failure.isTransient || attempt >= limit || (asked !== null && asked > retryAfterMaxMilliseconds)) {
    return null;
  }
  const own = Math.min(firstWaitMilliseconds * 2 ** (attempt - 1), waitMaxMilliseconds);
  return Math.round(Math.max(asked ?? 0, own) * (1 + jitterShare * random));
}

const unknown = new WeakSet<Failure>();

/** Whether the command that ended with this failure may have taken effect, or will: it stays stored and is sent again. */
export function isOutcomeUnknown(failure: Failure): boolean {
  return failure.isUnknownOutcome || unknown.has(failure);
}

function pause(milliseconds: number, endsWhenOnline: boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (endsWhenOnline) {
      addEventListener("online", end);
    }
  });
}

async function attempt(command: StoredCommand): Promise<Answered<unknown>> {
  const headers = new Headers({ "Idempotency-Key": command.key });
  if (command.etag !== null) {
    headers.set("If-Match", command.etag);
  }
  if (command.body !== null) {
    headers.set("Content-Type", "application/json");
  }
  const response = await send(
    new Request(new URL(command.address, location.origin), {
      method: command.method.toUpperCase(),
      headers,
      body: command.body,
    }),
  );
  let text: string;
  try {
    text = await response.text();
  } catch (failure) {
    // It broke off in the middle of the answer.
    throw new Unreachable(failure);
  }
  const body = parsed(text);
  if (!response.ok) {
    throw problemOf(response, body);
  }
  return { data: body, etag: response.headers.get("ETag") };
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Sends a stored command until its outcome is known or the attempts are used up. It is forgotten with a known outcome; it stays
 * stored when the sign-in is over, or when one attempt may have taken effect.
 * @throws ApiProblem or Unreachable, the last failure.
 */
export async function deliver(
  command: StoredCommand,
  onProgress: (progress: Progress) => void,
): Promise<Answered<unknown>> {
  // What is found stored was sent before, and perhaps took effect.
  let mayHaveTakenEffect = false;
  let last: Failure | null = null;
  for (let number = 1; ; number++) {
    onProgress({ attempt: number, waitMilliseconds: null, failure: last });
    try {
      const answer = await attempt(command);
      await commandStore.remove(command.key);
      return answer;
    } catch (failure) {
      if (!isFailure(failure)) {
        throw failure;
      }
      last = failure;
    }
    mayHaveTakenEffect ||= last.isUnknownOutcome;
    const waitMilliseconds = waitAfter(number, last, Math.random());
    if (waitMilliseconds === null) {
      const staysStored = last.isSignedOut || (last.isTransient && mayHaveTakenEffect);
      if (staysStored) {
        unknown.add(last);
      } else {
        await commandStore.remove(command.key);
      }
      throw last;
    }
    onProgress({ attempt: number, waitMilliseconds, failure: last });
    await pause(waitMilliseconds, last instanceof Unreachable);
  }
}
