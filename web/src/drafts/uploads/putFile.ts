import type { Schemas } from "../../api/client";

/** The storage did not take the file. */
export class UploadFailure extends Error {
  override readonly name = "UploadFailure";

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
  ) {
    super(`upload failed (${status})`);
  }

  /** The permission is over or void: a new one is needed. */
  get isForbidden(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

/** Without progress for so long, the network is taken to be away. */
export const silenceMillisecondsMax = 60_000;

/** Sends a file straight to the storage; fetch knows no progress of uploads, so this is XMLHttpRequest. */
export function putFile(
  upload: Schemas["UploadInstruction"],
  file: Blob,
  onProgress: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), silenceMillisecondsMax);
    };
    const end = (action: () => void) => {
      clearTimeout(silence);
      signal.removeEventListener("abort", stop);
      action();
    };
    const stop = () => request.abort();
    signal.addEventListener("abort", stop);
    request.open(upload.method, upload.uri);
    for (const [name, value] of Object.entries(upload.headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      hear();
      onProgress(event.loaded);
    };
    request.onload = () =>
      end(() => (request.status < 300 ? resolve() : reject(new UploadFailure(request.status))));
    request.onerror = () => end(() => reject(new UploadFailure(0)));
    request.onabort = () => end(() => reject(new UploadFailure(0)));
    hear();
    request.send(file);
  });
}
