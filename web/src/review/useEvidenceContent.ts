import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { send } from "../api/client";
import { isFailure, problemOf, Unreachable, type Failure } from "../api/problems";
import type { EvidenceView } from "./types";

/** How long a file that was looked at is kept, in memory alone. */
const keptMilliseconds = 300_000;

/** Reads a file through the link that the API gives; the link ends after a minute, the bytes stay here. */
export async function readEvidence(
  unit: string,
  declarationId: string,
  evidenceId: string,
  signal: AbortSignal,
) {
  const path = [unit, declarationId, evidenceId].map(encodeURIComponent);
  const address = `/api/units/${path[0]}/declarations/${path[1]}/evidence/${path[2]}/content`;
  const response = await send(new Request(new URL(address, location.origin), { signal }));
  if (!response.ok) {
    throw problemOf(response, await response.json().catch(() => null));
  }
  try {
    return await response.blob();
  } catch (failure) {
    if (signal.aborted) {
      throw failure;
    }
    throw new Unreachable(failure);
  }
}

/** The bytes of a file and an address of them for this page; the file after it is read ahead. */
export function useEvidenceContent(
  unit: string,
  declarationId: string,
  active: EvidenceView | null,
  next: EvidenceView | null,
) {
  const client = useQueryClient();
  const optionsOf = (file: EvidenceView | null) => ({
    // The digest names the bytes: a file of the same id with others would be read anew.
    queryKey: ["review", unit, "evidence", declarationId, file?.evidenceId, file?.digest] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      readEvidence(unit, declarationId, file?.evidenceId ?? "", signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMilliseconds,
    enabled: file !== null,
  });
  const query = useQuery(optionsOf(active));
  const isHere = query.isSuccess;
  const nextId = next?.evidenceId;
  useEffect(() => {
    if (isHere && next) {
      void client.query(optionsOf(next)).catch(() => null);
    }
    // The options are made of what is listed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, isHere, nextId, unit, declarationId]);
  const address = useAddressOf(query.data ?? null);
  const failure: Failure | null = isFailure(query.error) ? query.error : null;
  return { blob: query.data ?? null, address, failure, readAgain: () => void query.refetch() };
}

function useAddressOf(blob: Blob | null): string | null {
  const [made, setMade] = useState<{ readonly blob: Blob; readonly address: string } | null>(null);
  useEffect(() => {
    if (!blob) {
      return undefined;
    }
    const address = URL.createObjectURL(blob);
    // An address is a thing outside of React that has to be given back.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setMade({ blob, address });
    return () => URL.revokeObjectURL(address);
  }, [blob]);
  return made && made.blob === blob ? made.address : null;
}
