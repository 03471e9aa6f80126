import { type SendOptions, sendCommand } from "../api/commands";
import type { DraftService } from "../drafts/draftService";
import type { DraftSender } from "../drafts/sender";
import type { UploadService } from "../drafts/uploads/uploadQueue";
import { putFile } from "../drafts/uploads/putFile";
import { readDeclaration } from "./queries";

/** The commands of a draft, each with its key and its retries; waits between attempts are told. */
export function draftServiceOf(id: string, onWaiting: DraftSender["onWaiting"]): DraftService {
  const options: SendOptions = {
    onProgress: ({ waitMilliseconds, failure }) => onWaiting(waitMilliseconds !== null, failure),
  };
  return {
    read: () => readDeclaration(id),
    async saveHead(head, etag) {
      const answer = await sendCommand(
        { method: "put", path: "/api/declarations/{id}/head", parameters: { id }, body: head, etag },
        options,
      );
      return { receipt: answer.data, etag: answer.etag ?? "" };
    },
    async addItem(commandKey, item) {
      const answer = await sendCommand(
        {
          method: "post",
          path: "/api/declarations/{id}/items",
          parameters: { id },
          body: item,
          // The key alone keeps it from being added twice; it needs no version, as it changes nothing that is there.
          etag: null,
          key: commandKey,
        },
        options,
      );
      return { receipt: answer.data, etag: answer.etag ?? "" };
    },
    async changeItem(itemId, item, etag) {
      const answer = await sendCommand(
        {
          method: "put",
          path: "/api/declarations/{id}/items/{itemId}",
          parameters: { id, itemId },
          body: item,
          etag,
        },
        options,
      );
      return { receipt: answer.data, etag: answer.etag ?? "" };
    },
  };
}

/** The commands of an upload; the bytes go straight to the storage. */
export function uploadServiceOf(id: string): UploadService {
  return {
    async reserve(year, fileName, contentType, sizeBytes) {
      const { data } = await sendCommand({
        method: "post",
        path: "/api/declarations/{id}/evidence",
        parameters: { id },
        body: { year, fileName, contentType, sizeBytes },
        etag: null,
      });
      return data;
    },
    put: putFile,
    complete: (evidenceId) =>
      sendCommand({
        method: "post",
        path: "/api/declarations/{id}/evidence/{evidenceId}/completion",
        parameters: { id, evidenceId },
        etag: null,
      }),
    remove: (evidenceId) =>
      sendCommand({
        method: "delete",
        path: "/api/declarations/{id}/evidence/{evidenceId}",
        parameters: { id, evidenceId },
        etag: null,
      }),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
