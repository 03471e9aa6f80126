import { Button } from "antd";
import type { ReactNode } from "react";
import type { Problem } from "../../api/problems";
import { useLanguage, useTexts } from "../../language/defineTexts";
import { useDraftSnapshot } from "../../drafts/useDraft";
import { texts } from "../texts";
import { problemGroups } from "./problemGroups";
import { type Place, placeOf } from "./steps";

/** Problems, each leading to the field that mends it. */
export function ProblemLinks({
  problems,
  onGo,
}: {
  problems: readonly Problem[];
  onGo: (place: Place) => void;
}): ReactNode {
  const text = useTexts(texts);
  const language = useLanguage();
  const { known } = useDraftSnapshot();
  const nameOf = (pointer: string): string => {
    const [, area, id] = pointer.split("/");
    const record =
      area === "importedHours"
        ? known?.view.importedHours.find((row) => row.record.recordId === id)?.record
        : undefined;
    if (record !== undefined) {
      return text("problemOfItem", { name: record.courseName, year: record.year });
    }
    const item = area === "items" ? known?.view.items.find(({ itemId }) => itemId === id)?.item : undefined;
    if (item === undefined) {
      return "";
    }
    const name = item.activityName == null || item.activityName === "" ? text("unnamed") : item.activityName;
    return text("problemOfItem", { name, year: item.year ?? "" });
  };
  return (
    <ul className="problem-links">
      {problemGroups(problems).map(({ first: problem, count }) => (
        <li key={problem.path + problem.code}>
          <Button type="link" onClick={() => onGo(placeOf(problem.path))}>
            {nameOf(problem.path)}
            {count > 1
              ? text("fieldsEmpty", { count })
              : language === "zh"
                ? problem.chinese
                : problem.english}
          </Button>
        </li>
      ))}
    </ul>
  );
}
