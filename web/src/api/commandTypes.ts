import type { paths } from "./schema";

/** Methods that change something. */
export type CommandMethod = "post" | "put" | "delete";

/** Addresses at which a method is a command, that is, takes an Idempotency-Key. */
export type CommandPath<M extends CommandMethod> = {
  [P in keyof paths]: paths[P][M] extends { parameters: { header: { "Idempotency-Key": string } } }
    ? P
    : never;
}[keyof paths];

type OperationOf<M extends CommandMethod, P extends CommandPath<M>> = paths[P][M];

type AddressPart<O> = O extends { parameters: { path: infer R extends object } }
  ? { parameters: R }
  : { parameters?: undefined };

type BodyPart<O> = O extends { requestBody: { content: { "application/json": infer B } } }
  ? { body: B }
  : { body?: undefined };

// Also where the API does without: a retry may come late, and must not undo what was decided or typed since.
type VersionPart<O> = O extends { parameters: { header: infer H } }
  ? "If-Match" extends keyof H
    ? { etag: string | null }
    : { etag?: undefined }
  : { etag?: undefined };

/** A wish of a person that changes something. */
export type Command<M extends CommandMethod, P extends CommandPath<M>> = {
  readonly method: M;
  /** The address as the API's document writes it, with names in braces. */
  readonly path: P;
  /** What the person would call it, shown when it is settled after a reload. */
  readonly label?: string;
  /** A key that the caller has stored together with its wish, so that the wish outlives this page; made here otherwise. */
  readonly key?: string;
} & AddressPart<OperationOf<M, P>> &
  BodyPart<OperationOf<M, P>> &
  VersionPart<OperationOf<M, P>>;

type JsonOf<R> = R extends { content: { "application/json": infer T } } ? T : never;

/** What a command is answered. */
export type CommandAnswer<M extends CommandMethod, P extends CommandPath<M>> =
  OperationOf<M, P> extends { responses: infer R }
    ? { [S in keyof R & (200 | 201 | 202)]: JsonOf<R[S]> }[keyof R & (200 | 201 | 202)]
    : never;
