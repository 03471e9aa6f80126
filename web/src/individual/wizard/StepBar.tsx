import type { ReactNode } from "react";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";
import { type Step, steps } from "./steps";

/** The steps, each a click away: nothing is lost by going back and forth. */
export function StepBar({ step, onGo }: { step: Step; onGo: (step: Step) => void }): ReactNode {
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
              <span className="step-number" aria-hidden>
                {index + 1}
              </span>
              <span>{text(`short-${each}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
