import createClient from "openapi-fetch";
import { language } from "../language/language";
import { connection } from "../shell/connection";
import { isFailure, problemOf, Unreachable } from "./problems";
import type { components, paths } from "./schema";

/** Types of the API, by their names there. */
export type Schemas = components["schemas"];

/** How long one request may take; the front answers within 15 s what the cluster does not. */
export const requestLimitMilliseconds = 30_000;

/** Who the requests are sent for. The session puts itself here; before that nobody is signed in. */
export interface Credentials {
  /** The access token, renewed when it is about to end; null when nobody is signed in. */
  token: () => Promise<string | null>;
  /** A 401 came for this token: a new one, or null when only a new sign-in helps. */
  renew: (refused: string) => Promise<string | null>;
  /** Who is signed in, as the authority names them; null when nobody is. */
  subject: () => string | null;
}

let credentials: Credentials = {
  token: () => Promise.resolve(null),
  renew: () => Promise.resolve(null),
  subject: () => null,
};

/** Names the session that requests are sent for. */
export function setCredentials(session: Credentials): void {
  credentials = session;
}

/** Whose requests these are; null when nobody is signed in. */
export function requestingSubject(): string | null {
  return credentials.subject();
}

async function once(request: Request, token: string | null): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("Accept-Language", language.tag());
  if (token !== null) {
    headers.set("Authorization", `Bearer ${token}`);
  }
  const limit = AbortSignal.timeout(requestLimitMilliseconds);
  try {
    return await fetch(
      new Request(request, {
        headers,
        signal: AbortSignal.any([request.signal, limit]),
        credentials: "omit",
      }),
    );
  } catch (failure) {
    if (request.signal.aborted) {
      throw failure;
    }
    throw new Unreachable(failure);
  }
}

/** Sends a request with the bearer token and the language; a 401 is repeated once with a renewed token. */
export async function send(request: Request): Promise<Response> {
  try {
    const repetition = request.clone();
    const token = await credentials.token();
    let response = await once(request, token);
    if (response.status === 401 && token !== null) {
      const renewed = await credentials.renew(token);
      if (renewed !== null) {
        response = await once(repetition, renewed);
      }
    }
    connection.onAnswer(response.status, response.headers.get("Retry-After"));
    return response;
  } catch (failure) {
    if (isFailure(failure)) {
      connection.onUnreachable();
    }
    throw failure;
  }
}

/** The typed API. Read by `await unwrap(api.GET("/api/…", { params }))`; change something by `sendCommand`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });

/** An answer with the version that it names. */
export interface Answered<T> {
  readonly data: T;
  /** For If-Match; null when the answer has no version. */
  readonly etag: string | null;
}

/**
 * What was answered.
 * @throws ApiProblem when the service said no or failed.
 * @throws Unreachable when no answer came.
 */
export async function unwrap<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Answered<T>> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw problemOf(response, error);
  }
  return { data: data as T, etag: response.headers.get("ETag") };
}
