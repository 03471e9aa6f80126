import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { pendingCommands, type Settlement } from "../api/pendingCommands";
import { useLanguage, useTexts } from "../language/defineTexts";
import { useSession } from "../session/useSession";
import { shellTexts } from "./texts";

const keys = {
  done: "settledDone",
  refused: "settledRefused",
  open: "settledOpen",
  dropped: "settledDropped",
} as const;

const kinds = { done: "success", refused: "warning", open: "warning", dropped: "warning" } as const;

/**
 * After a sign-in: settles what earlier pages left without an answer, with its own keys, and says how it came out. What is left without one here
 * is named, and tried again when the person asks for it.
 */
export function Settlements(): ReactNode {
  const { subject, isSignedIn } = useSession();
  const queries = useQueryClient();
  const tell = useTelling();
  // The language and texts of the moment do: a settlement is told once.
  const latestTell = useRef(tell);
  useEffect(() => {
    latestTell.current = tell;
  });
  useEffect(() => {
    if (subject === null || !isSignedIn) {
      return;
    }
    void pendingCommands.settle(subject).then((settlements) => latestTell.current(settlements));
    return pendingCommands.onOtherTab(subject, () => void queries.invalidateQueries());
  }, [subject, isSignedIn, queries]);
  return subject !== null && isSignedIn ? <Unanswered subject={subject} onSettled={tell} /> : null;
}

function Unanswered({
  subject,
  onSettled,
}: {
  subject: string;
  onSettled: (settlements: readonly Settlement[]) => void;
}): ReactNode {
  const text = useTexts(shellTexts);
  const unanswered = useSyncExternalStore(pendingCommands.subscribe, pendingCommands.unanswered);
  const [isTrying, setIsTrying] = useState(false);
  if (unanswered.size === 0) {
    return null;
  }
  const tryAgain = async () => {
    setIsTrying(true);
    try {
      onSettled(await pendingCommands.settleAgain(subject));
    } finally {
      setIsTrying(false);
    }
  };
  return (
    <Alert
      banner
      type="warning"
      role="status"
      className="no-print"
      title={text("unanswered", { labels: [...new Set(unanswered.values())].join("、") })}
      action={
        <Button type="primary" loading={isTrying} onClick={() => void tryAgain()}>
          {text("tryAgain")}
        </Button>
      }
    />
  );
}

function useTelling(): (settlements: readonly Settlement[]) => void {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const text = useTexts(shellTexts);
  const language = useLanguage();
  return useCallback(
    (settlements) => {
      // Edits that were saved late are what the page shows anyway.
      const told = settlements.filter(({ label, outcome }) => label !== null || outcome !== "done");
      for (const [position, { label, outcome, failure }] of told.entries()) {
        notification[kinds[outcome]]({
          key: `settlement-${position}`,
          title: text(keys[outcome], { label: label ?? text("anAction") }),
          description: language === "zh" ? failure?.chinese : failure?.english,
          duration: outcome === "done" ? 8 : 0,
        });
      }
      if (settlements.length > 0) {
        void queries.invalidateQueries();
      }
    },
    [queries, notification, text, language],
  );
}
