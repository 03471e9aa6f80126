import { send } from "../../api/client";
import { problemOf } from "../../api/problems";

/** How long the browser may take to begin saving before the paper is let go of. */
const saveMilliseconds = 60_000;

/**
 * Downloads the paper of a statement and lets the browser save it.
 * @throws ApiProblem or Unreachable.
 */
export async function savePaper(number: string): Promise<void> {
  const response = await send(
    new Request(new URL(`/api/statements/${encodeURIComponent(number)}/pdf`, location.origin)),
  );
  if (!response.ok) {
    throw problemOf(response, await response.json().catch(() => null));
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = `学时认定单-${number}.pdf`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), saveMilliseconds);
}
