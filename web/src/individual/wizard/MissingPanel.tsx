import { Button } from "antd";
import type { ReactNode } from "react";
import { HoursChart } from "../../components/HoursChart";
import { useTexts } from "../../language/defineTexts";
import type { Rules } from "../queries";
import { texts } from "../texts";
import { ProblemLinks } from "./ProblemLinks";
import type { Place } from "./steps";
import { useForm } from "./useForm";
import { YearGaps } from "./YearGaps";

/** What is still missing, by year and subject, and what stands in the way of submission. */
export function MissingPanel({ rules, onGo }: { rules: Rules; onGo: (place: Place) => void }): ReactNode {
  const text = useTexts(texts);
  const { view, years } = useForm(rules);
  const hasHours = years.some(
    ({ generalQuarterHours, professionalQuarterHours }) => generalQuarterHours + professionalQuarterHours > 0,
  );
  const isReady = view.problems.length === 0;
  return (
    <aside className="wizard-missing" aria-label={text("missing")}>
      <h2>{text("missing")}</h2>
      {years.length === 0 ? <p>{text("missingNothingYet")}</p> : null}
      <YearGaps years={years} />
      {hasHours ? <HoursChart years={years} hasTable={false} /> : null}
      {rules.isExample ? (
        <p className="field-hint">{text("exampleRules", { version: rules.version })}</p>
      ) : null}
      <h3>{isReady ? text("readyHeading") : text("problemsHeading", { count: view.problems.length })}</h3>
      {isReady ? (
        <>
          <p>{text("noProblems")}</p>
          <Button onClick={() => onGo({ step: "check", elementId: null, itemId: null })}>
            {text("goToCheck")}
          </Button>
        </>
      ) : (
        <ProblemLinks problems={view.problems} onGo={onGo} />
      )}
    </aside>
  );
}
