import type { components } from "./schema";

/** One wrong value: where it is, which rule it breaks and how to mend it. */
export type Problem = components["schemas"]["Problem"];
type ProblemDocument = components["schemas"]["ProblemDocument"];

const millisecondsPerSecond = 1_000;

/** What the admission of the service answers; other 429s are bounds of what is stored, which may not pass. */
const codesOfTheMoment: readonly string[] = ["overloaded", "unit-busy", "asked-too-often"];

/** A "no" or a failure that the service told: its problem document (RFC 9457) with status and Retry-After. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";

  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Stable code, for programs. */
    readonly code: string,
    /** A full sentence that says what to do. */
    readonly chinese: string,
    /** The same in English. */
    readonly english: string,
    /** Each wrong place: a JSON pointer into the body, or `query:name`, `header:name`, `route:name`. */
    readonly problems: readonly Problem[] = [],
    /** What a page may need besides, such as `version` or `decidedBy`. */
    readonly facts: Readonly<Record<string, string>> = {},
    /** When to try again; null when the service named no time. */
    readonly retryAfterMilliseconds: number | null = null,
    /** Names the answer in the service's logs; null when there is none. */
    readonly traceId: string | null = null,
  ) {
    super(code);
  }

  /** Whether it took effect is not known: the same command may be sent again with the same key. */
  get isUnknownOutcome(): boolean {
    return this.code === "unknown-outcome" || this.code === "unexpected" || this.code === "gateway-failed";
  }

  /** Trying again later helps, without anything being changed by the person. */
  get isTransient(): boolean {
    return this.isUnknownOutcome || this.status === 503 || this.status === 429;
  }

  /** Too much is under way just now, of all people, of one unit or of this person: it passes without anybody's doing. */
  get isOfTheMoment(): boolean {
    return this.status === 429 && codesOfTheMoment.includes(this.code);
  }

  /** The sign-in is missing or over. */
  get isSignedOut(): boolean {
    return this.status === 401;
  }
}

/** No answer came: the network is away, or the answer took too long. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
  readonly code = "unreachable";
  readonly chinese = "网络连接不上，您填写的内容没有丢失；请检查网络，恢复后会继续。";
  readonly english =
    "The network cannot be reached. Nothing you typed is lost; check the connection to go on.";
  readonly problems: readonly Problem[] = [];
  readonly retryAfterMilliseconds = null;
  readonly isTransient = true;
  readonly isUnknownOutcome = true;
  readonly isSignedOut = false;

  constructor(cause?: unknown) {
    super("unreachable", { cause });
  }
}

/** Every way in which a request does not succeed. */
export type Failure = ApiProblem | Unreachable;

/** Whether an exception is one that pages show; others are faults of this program. */
export function isFailure(value: unknown): value is Failure {
  return value instanceof ApiProblem || value instanceof Unreachable;
}

/** The problem that an answer tells. What is not a problem document comes from something between here and the service. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const retryAfterMilliseconds = retryAfterOf(response.headers.get("Retry-After"));
  if (!isProblemDocument(body)) {
    return new ApiProblem(
      response.status,
      response.status >= 500 ? "gateway-failed" : "answer-unreadable",
      "服务暂时没有正常应答，请稍后再试；如一直如此，请联系管理员。",
      "The service gave no proper answer; try again shortly, or tell the administrator if it stays so.",
      [],
      {},
      retryAfterMilliseconds,
    );
  }
  return new ApiProblem(
    body.status,
    body.code,
    body.chinese,
    body.english,
    body.problems,
    body.facts ?? {},
    retryAfterMilliseconds,
    body.traceId,
  );
}

/** Seconds, or a date as HTTP writes it; null when absent or unreadable. */
export function retryAfterOf(value: string | null, now = Date.now()): number | null {
  if (value === null || value.trim() === "") {
    return null;
  }
  const seconds = Number(value);
  if (Number.isFinite(seconds)) {
    return Math.max(0, seconds * millisecondsPerSecond);
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function isProblemDocument(body: unknown): body is ProblemDocument {
  return (
    typeof body === "object" &&
    body !== null &&
    "code" in body &&
    "chinese" in body &&
    "problems" in body &&
    Array.isArray(body.problems)
  );
}
