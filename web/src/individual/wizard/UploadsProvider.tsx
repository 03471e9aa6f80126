import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import { createUploadQueue, type Upload, type UploadQueue } from "../../drafts/uploads/uploadQueue";
import { uploadServiceOf } from "../declarationService";
import { declarationKey } from "../queries";

const UploadsContext = createContext<UploadQueue | null>(null);

/** Uploads go on while the person moves through the steps; leaving the page is asked about. */
export function UploadsProvider({
  declarationId,
  children,
}: {
  declarationId: string;
  children: ReactNode;
}): ReactNode {
  const queries = useQueryClient();
  const queue = useMemo(
    () =>
      createUploadQueue(uploadServiceOf(declarationId), () => {
        void queries.invalidateQueries({ queryKey: declarationKey(declarationId) });
      }),
    [declarationId, queries],
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.isBusy()) {
        event.preventDefault();
      }
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [queue]);
  return <UploadsContext value={queue}>{children}</UploadsContext>;
}

/** The uploads of the declaration that is being edited. */
export function useUploads(): { queue: UploadQueue; uploads: readonly Upload[] } {
  const queue = useContext(UploadsContext);
  if (queue === null) {
    throw new Error("Uploads belong to the wizard.");
  }
  return { queue, uploads: useSyncExternalStore(queue.subscribe, queue.uploads) };
}
