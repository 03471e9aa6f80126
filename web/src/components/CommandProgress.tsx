import type { ReactNode } from "react";
import type { Progress } from "../api/delivery";
import { Unreachable } from "../api/problems";
import { useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";

/** Says that a command is being sent, or why and how long it waits. Nothing while none is under way. */
export function CommandProgress({ progress }: { progress: Progress | null }): ReactNode {
  const text = useTexts(componentTexts);
  if (progress === null) {
    return null;
  }
  const { attempt, waitMilliseconds, failure } = progress;
  return (
    <span role="status">
      {waitMilliseconds === null
        ? text("sending")
        : text("waiting", {
            reason: text(failure instanceof Unreachable ? "waitingOffline" : "waitingBusy"),
            seconds: Math.ceil(waitMilliseconds / 1_000),
            attempt: attempt + 1,
          })}
    </span>
  );
}
