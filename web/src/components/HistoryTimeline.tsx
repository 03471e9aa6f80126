import { Timeline } from "antd";
import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import { useLanguage, useTexts } from "../language/defineTexts";
import { StatusTag } from "./StatusTag";
import { componentTexts } from "./texts";
import { formatTime } from "./time";

/** One version of a declaration. */
export type HistoryEntry = Schemas["HistoryEntry"];

const actionKeys = {
  created: "created",
  submitted: "submitted",
  passed: "passed",
  returned: "returnedAction",
  rerouted: "rerouted",
  withdrawn: "withdrawnAction",
  recognised: "recognisedAction",
  revoked: "revokedAction",
  deleted: "deletedAction",
} as const;

function isKnown(action: string): action is keyof typeof actionKeys {
  return action in actionKeys;
}

/** Who moved a declaration, when, how and why; the latest first. `nameOfItem` names the items that a return concerns. */
export function HistoryTimeline({
  entries,
  nameOfItem,
}: {
  entries: readonly HistoryEntry[];
  nameOfItem?: (itemId: string) => string;
}): ReactNode {
  const text = useTexts(componentTexts);
  const language = useLanguage();
  const latestFirst = [...entries].sort((one, other) => other.version - one.version);
  return (
    <Timeline
      aria-label={text("history")}
      items={latestFirst.map((entry) => ({
        key: entry.version,
        content: (
          <div className="history-entry">
            <div>
              <strong>{isKnown(entry.action) ? text(actionKeys[entry.action]) : entry.action}</strong>{" "}
              <StatusTag status={entry.statusAfter} />{" "}
              <time dateTime={entry.at} className="nowrap">
                {formatTime(entry.at, language)}
              </time>
            </div>
            <div>{text("by", { name: entry.actorName })}</div>
            {entry.unit === null ? null : <div>{text("at", { unit: entry.unit.name })}</div>}
            {entry.nextUnit === null ? null : <div>{text("to", { unit: entry.nextUnit.name })}</div>}
            {entry.reason === null ? null : (
              <div className="history-reason">{text("reasonGiven", { reason: entry.reason })}</div>
            )}
            {entry.itemIds.length === 0 || nameOfItem === undefined ? null : (
              <div>{text("itemsConcerned", { items: entry.itemIds.map(nameOfItem).join("、") })}</div>
            )}
          </div>
        ),
      }))}
    />
  );
}
