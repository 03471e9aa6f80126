import type { ReactNode } from "react";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";
import { useForm } from "./useForm";
import type { Rules } from "../queries";
import { stepStates } from "./stepStates";
import { type Step, steps } from "./steps";

/** The steps, each a click away: nothing is lost by going back and forth. */
export function StepBar({
  step,
  rules,
  onGo,
}: {
  step: Step;
  rules: Rules;
  onGo: (step: Step) => void;
}): ReactNode {
  const { view, draft } = useForm(rules);
  const states = stepStates(view, draft);
  const text = useTexts(texts);
  return (
    <nav aria-label={text("steps")} className="step-bar no-print">
      <ol>
        {steps.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === step ? "step" : undefined}
              onClick={() => onGo(each)}
            >
              <span className={`step-number ${states[each].isDone ? "step-done" : ""}`} aria-hidden>
                {states[each].isDone ? "✓" : index + 1}
              </span>
              <span>{text(`short-${each}`)}</span>
              {states[each].problemCount > 0 ? (
                <span className="step-count" aria-hidden>
                  {states[each].problemCount}
                </span>
              ) : null}
              <span className="visually-hidden">
                {states[each].problemCount > 0
                  ? text("stepOpen", { count: states[each].problemCount })
                  : states[each].isDone
                    ? text("stepDone")
                    : ""}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
