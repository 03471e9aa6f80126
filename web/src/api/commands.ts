import { type Answered, requestingSubject } from "./client";
import { commandStore, type StoredCommand } from "./commandStore";
import type { Command, CommandAnswer, CommandMethod, CommandPath } from "./commandTypes";
import { deliver, type Progress } from "./delivery";
import { whileHolding } from "./locks";
import { pendingCommands } from "./pendingCommands";
import { ApiProblem } from "./problems";

/** Commands of one person whose outcome is not known; a page that waits for its answers has one or two. */
export const pendingMax = 64;

/** What is told while a command is under way. */
export interface SendOptions {
  onProgress?: (progress: Progress) => void;
}

/** The path with its names filled in. */
export function addressOf(path: string, parameters: Readonly<Record<string, unknown>> | undefined): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters?.[name];
    if (typeof value !== "string" && typeof value !== "number") {
      throw new Error(`${path} needs ${name}.`);
    }
    return encodeURIComponent(value);
  });
}

const tooManyPending = new ApiProblem(
  429,
  "too-many-pending",
  "还有较多操作没有得到结果，请先检查网络并等待它们完成，再继续。",
  "Many of your actions have no result yet; check the connection and wait for them before going on.",
);

const notSignedIn = new ApiProblem(401, "not-signed-in", "请先登录，再继续。", "Sign in to go on.");

/**
 * Sends a command. Its key is made and stored with it before the first attempt, every attempt uses it, and it is forgotten with
 * a known outcome; after a reload it is settled with the same key (see `pendingCommands`).
 * @throws ApiProblem when it was refused (nothing changed), or when attempts are used up.
 * @throws Unreachable when the network stayed away.
 */
export async function sendCommand<M extends CommandMethod, P extends CommandPath<M>>(
  command: Command<M, P>,
  options: SendOptions = {},
): Promise<Answered<CommandAnswer<M, P>>> {
  const subject = requestingSubject();
  if (subject === null) {
    throw notSignedIn;
  }
  if (pendingCommands.count() >= pendingMax) {
    throw tooManyPending;
  }
  const stored: StoredCommand = {
    key: command.key ?? crypto.randomUUID(),
    subject,
    method: command.method,
    address: addressOf(command.path, command.parameters),
    body: command.body === undefined ? null : JSON.stringify(command.body),
    etag: command.etag ?? null,
    label: command.label ?? null,
    storedAtMilliseconds: Date.now(),
  };
  const answer = await track(stored, async (onProgress) => {
    await commandStore.put(stored);
    return deliver(stored, (progress) => {
      onProgress(progress);
      options.onProgress?.(progress);
    });
  });
  return answer as Answered<CommandAnswer<M, P>>;
}

// The lock tells other tabs that somebody is at it; it is let go when this tab dies.
function track(
  stored: StoredCommand,
  work: (onProgress: (progress: Progress) => void) => Promise<Answered<unknown>>,
): Promise<Answered<unknown>> {
  return whileHolding(stored.key, () => pendingCommands.track(stored, work));
}
