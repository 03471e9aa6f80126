import type { Schemas } from "../../api/client";
import { ApiProblem, type Failure, isFailure } from "../../api/problems";
import { fittingName, typeOf, type UploadDefect, uploadLimits, type UploadType } from "./limits";
import { UploadFailure } from "./putFile";

/** One chosen file on its way to be evidence. */
export interface Upload {
  readonly id: string;
  readonly year: number;
  readonly file: File;
  readonly name: string;
  readonly phase: "waiting" | "sending" | "checking" | "done" | "failed" | "refused";
  readonly sentBytes: number;
  /** Why it was not even sent. */
  readonly defect: UploadDefect | null;
  /** What the service or the storage said; null when nothing went wrong, or the network did. */
  readonly failure: Failure | null;
}

export interface UploadService {
  reserve: (
    year: number,
    name: string,
    type: UploadType,
    sizeBytes: number,
  ) => Promise<Schemas["EvidenceReservation"]>;
  put: (
    upload: Schemas["UploadInstruction"],
    file: Blob,
    onProgress: (sentBytes: number) => void,
    signal: AbortSignal,
  ) => Promise<void>;
  complete: (evidenceId: string) => Promise<unknown>;
  remove: (evidenceId: string) => Promise<unknown>;
  pause: (milliseconds: number) => Promise<void>;
}

/** Files on their way at the same time; the declaration allows five reserved ones, other tabs included. */
export const uploadsAtOnceMax = 2;
/** Times that the bytes are sent before the person is asked. */
export const attemptsMax = 4;
export const firstPauseMilliseconds = 1_000;

export type UploadQueue = ReturnType<typeof createUploadQueue>;

/** Uploads chosen files two at a time; each is reserved, sent, and checked by the service. */
export function createUploadQueue(service: UploadService, onDone: () => void) {
  let uploads: readonly Upload[] = [];
  const stops = new Map<string, AbortController>();
  const reservations = new Map<string, Schemas["EvidenceReservation"]>();
  const listeners = new Set<() => void>();
  let working = 0;

  function change(id: string, next: Partial<Upload>): void {
    uploads = uploads.map((upload) => (upload.id === id ? { ...upload, ...next } : upload));
    tell();
  }

  function tell(): void {
    listeners.forEach((listener) => {
      listener();
    });
  }

  function next(): void {
    while (working < uploadsAtOnceMax) {
      const upload = uploads.find((each) => each.phase === "waiting");
      if (upload === undefined) {
        return;
      }
      working++;
      change(upload.id, { phase: "sending", sentBytes: 0, failure: null });
      void work(upload).finally(() => {
        working--;
        next();
      });
    }
  }

  async function work(upload: Upload): Promise<void> {
    const stop = new AbortController();
    stops.set(upload.id, stop);
    try {
      await send(upload, stop.signal);
      if (stop.signal.aborted) {
        return;
      }
      change(upload.id, { phase: "checking", sentBytes: upload.file.size });
      await service.complete(reservationOf(upload.id).evidenceId);
      reservations.delete(upload.id);
      change(upload.id, { phase: "done" });
      onDone();
    } catch (failure) {
      if (!isFailure(failure) && !(failure instanceof UploadFailure)) {
        throw failure;
      }
      await fail(upload.id, isFailure(failure) ? failure : null);
    } finally {
      stops.delete(upload.id);
    }
  }

  async function send(upload: Upload, signal: AbortSignal): Promise<void> {
    const isStopped = () => signal.aborted;
    for (let attempt = 1; ; attempt++) {
      const reservation = reservations.get(upload.id) ?? (await reserve(upload));
      if (isStopped()) {
        await release(upload.id);
        return;
      }
      try {
        await service.put(
          reservation.upload,
          upload.file,
          (sentBytes) => change(upload.id, { sentBytes }),
          signal,
        );
        return;
      } catch (failure) {
        if (!(failure instanceof UploadFailure) || attempt === attemptsMax || isStopped()) {
          throw failure;
        }
        if (failure.isForbidden) {
          await release(upload.id);
        }
        await service.pause(firstPauseMilliseconds * 2 ** (attempt - 1));
      }
    }
  }

  async function reserve(upload: Upload): Promise<Schemas["EvidenceReservation"]> {
    const type = (await typeOf(upload.file)) ?? "application/pdf";
    const reservation = await service.reserve(upload.year, upload.name, type, upload.file.size);
    reservations.set(upload.id, reservation);
    return reservation;
  }

  function reservationOf(id: string): Schemas["EvidenceReservation"] {
    const reservation = reservations.get(id);
    if (reservation === undefined) {
      throw new Error("An upload is reserved before it is sent.");
    }
    return reservation;
  }

  async function fail(id: string, failure: Failure | null): Promise<void> {
    const isRefused = failure instanceof ApiProblem && !failure.isTransient && !failure.isSignedOut;
    change(id, { phase: isRefused ? "refused" : "failed", failure });
    if (isRefused) {
      // What the service found wrong does not mend itself: the place must not stand open in the declaration.
      await release(id);
    }
  }

  /** Gives a reserved place back; one that stays is shown as unfinished by the declaration, and can be removed there. */
  async function release(id: string): Promise<void> {
    const reservation = reservations.get(id);
    reservations.delete(id);
    if (reservation !== undefined) {
      try {
        await service.remove(reservation.evidenceId);
      } catch (failure) {
        if (!isFailure(failure)) {
          throw failure;
        }
      }
      onDone();
    }
  }

  return {
    uploads: () => uploads,
    /** Places in the declaration that belong to uploads of this page. */
    reservedIds: (): ReadonlySet<string> =>
      new Set([...reservations.values()].map(({ evidenceId }) => evidenceId)),
    isBusy: () =>
      uploads.some(({ phase }) => phase === "waiting" || phase === "sending" || phase === "checking"),
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Takes chosen files; `present` counts the declaration's files: of this year, and in all. */
    async add(year: number, files: readonly File[], present: { ofYear: number; all: number }): Promise<void> {
      let { ofYear, all } = present;
      const added: Upload[] = [];
      for (const file of files) {
        const defect = await defectOf(file, ofYear, all);
        if (defect === null) {
          ofYear++;
          all++;
        }
        added.push({
          id: crypto.randomUUID(),
          year,
          file,
          name: fittingName(file.name),
          phase: defect === null ? "waiting" : "refused",
          sentBytes: 0,
          defect,
          failure: null,
        });
      }
      uploads = [...uploads, ...added];
      tell();
      next();
    },

    retry(id: string): void {
      change(id, { phase: "waiting" });
      next();
    },

    /** Stops it, and gives its place back. */
    async dismiss(id: string): Promise<void> {
      stops.get(id)?.abort();
      uploads = uploads.filter((upload) => upload.id !== id);
      tell();
      await release(id);
    },
  };
}

async function defectOf(file: File, ofYear: number, all: number): Promise<UploadDefect | null> {
  if (file.size === 0) {
    return "empty";
  }
  if (file.size > uploadLimits.sizeBytesMax) {
    return "too-large";
  }
  if ((await typeOf(file)) === null) {
    return "type";
  }
  if (ofYear >= uploadLimits.filesPerYearMax) {
    return "year-full";
  }
  return all >= uploadLimits.filesMax ? "full" : null;
}
