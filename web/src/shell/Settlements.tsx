import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { type ReactNode, useEffect } from "react";
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

/** After a sign-in: settles what earlier pages left without an answer, with its own keys, and says how it came out. */
export function Settlements(): ReactNode {
  const { subject, isSignedIn } = useSession();
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const text = useTexts(shellTexts);
  const language = useLanguage();
  useEffect(() => {
    if (subject === null || !isSignedIn) {
      return;
    }
    const tell = (settlement: Settlement, position: number) => {
      const label = settlement.label ?? text("anAction");
      notification[kinds[settlement.outcome]]({
        key: `settlement-${position}`,
        title: text(keys[settlement.outcome], { label }),
        description: language === "zh" ? settlement.failure?.chinese : settlement.failure?.english,
        duration: settlement.outcome === "done" ? 8 : 0,
      });
    };
    void pendingCommands.settle(subject).then((settlements) => {
      // Edits that were saved late are what the page shows anyway.
      settlements.filter(({ label, outcome }) => label !== null || outcome !== "done").forEach(tell);
      if (settlements.length > 0) {
        void queries.invalidateQueries();
      }
    });
    return pendingCommands.onOtherTab(subject, () => void queries.invalidateQueries());
    // The language and texts of the moment do: a settlement is told once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [subject, isSignedIn, queries, notification]);
  return null;
}
