import { useEffect, useState } from "react";
import { send } from "../../api/client";
import { ApiProblem, type Failure, isFailure, problemOf } from "../../api/problems";

/** Reads a file of one's own declaration; the service redirects to a link that is good for a minute. */
export async function readEvidence(
  declarationId: string,
  evidenceId: string,
  signal?: AbortSignal,
): Promise<Blob> {
  const address = `/api/declarations/${encodeURIComponent(declarationId)}/evidence/${encodeURIComponent(evidenceId)}/content`;
  const response = await send(new Request(new URL(address, location.origin), { signal: signal ?? null }));
  if (!response.ok) {
    throw problemOf(response, await response.json().catch(() => null));
  }
  return response.blob();
}

interface Content {
  readonly blob: Blob | null;
  readonly address: string | null;
  readonly failure: Failure | null;
}

/** A file and its address in this page; both null while it is read. */
export function useEvidenceAddress(declarationId: string, evidenceId: string): Content {
  const [state, setState] = useState<Content>({ blob: null, address: null, failure: null });
  useEffect(() => {
    const stop = new AbortController();
    let made: string | null = null;
    readEvidence(declarationId, evidenceId, stop.signal)
      .then((blob) => {
        made = URL.createObjectURL(blob);
        setState({ blob, address: made, failure: null });
      })
      .catch((failure: unknown) => {
        if (!stop.signal.aborted) {
          setState({ blob: null, address: null, failure: isFailure(failure) ? failure : unreadable });
        }
      });
    return () => {
      stop.abort();
      if (made !== null) {
        URL.revokeObjectURL(made);
      }
    };
  }, [declarationId, evidenceId]);
  return state;
}

const unreadable = new ApiProblem(
  502,
  "file-unreadable",
  "文件没有读出来，请稍后再试。",
  "The file could not be read; try again shortly.",
);
