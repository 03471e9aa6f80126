import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloudUploadOutlined,
  ExclamationCircleOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Unreachable } from "../../api/problems";
import { ProblemAlert, useSentence } from "../../components/ProblemAlert";
import { useDraft, useDraftSnapshot } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";

/** Says, once for the whole form, whether what was typed has arrived. */
export function SavedState(): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const { kept, sending } = useDraftSnapshot();
  const keptCount = kept.edits.size + kept.newItems.size;
  const { failure, phase } = sending;
  if (phase === "stopped" && failure !== null) {
    return <ProblemAlert title={text("notSent")} problem={failure} onRetry={() => void draft.flush()} />;
  }
  const isWaiting = phase === "waiting";
  return (
    <div className={`saved-state no-print ${isWaiting ? "saved-state-waiting" : ""}`}>
      <span role="status" aria-live="polite">
        {isWaiting ? (
          <>
            <ClockCircleOutlined aria-hidden />{" "}
            {text(failure instanceof Unreachable || failure === null ? "keptOffline" : "keptBusy", {
              count: keptCount,
            })}
          </>
        ) : sending.refused.size > 0 ? (
          <>
            <ExclamationCircleOutlined aria-hidden /> {text("someRefused", { count: sending.refused.size })}
          </>
        ) : phase === "sending" ? (
          <>
            <CloudUploadOutlined aria-hidden /> {text("savingAll")}
          </>
        ) : keptCount > 0 ? (
          <>
            <ClockCircleOutlined aria-hidden /> {text("keptTyping")}
          </>
        ) : (
          <>
            <CheckCircleOutlined aria-hidden /> {text("savedAll")}
          </>
        )}
        {draft.store.isStored() ? null : ` ${text("notStored")}`}
      </span>
      {sending.mayHurry ? (
        <Button size="small" onClick={() => void draft.flush()}>
          {text("sendNow")}
        </Button>
      ) : null}
    </div>
  );
}

/** Sentence of a problem of the draft, in the chosen language. */
export function Sentence({ of }: { of: { chinese: string; english: string } }): ReactNode {
  return useSentence(of);
}
