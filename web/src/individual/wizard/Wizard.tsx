import { Button, Flex } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useDraft } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import type { Rules } from "../queries";
import { texts } from "../texts";
import { CheckStep } from "./CheckStep";
import { EvidenceStep } from "./EvidenceStep";
import { HeadStep } from "./HeadStep";
import { ImportsStep } from "./ImportsStep";
import { MissingPanel } from "./MissingPanel";
import { ReturnNote } from "./ReturnNote";
import { SavedState } from "./SavedState";
import { ShowsMissing } from "./showsMissing";
import { StepBar } from "./StepBar";
import { fieldElementId, type Place, type Step, stepOf, steps } from "./steps";
import { YearsStep } from "./YearsStep";

/** The five steps of 新增学时核认申报, with what is still missing beside them. */
export function Wizard({ rules }: { rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const [parameters, setParameters] = useSearchParams();
  const step = stepOf(parameters.get("step"));
  const [target, setTarget] = useState<Place | null>(null);
  const [passed, setPassed] = useState<ReadonlySet<Step>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const index = steps.indexOf(step);

  const go = (next: Step, place: Place | null = null) => {
    void draft.flush();
    setTarget(place);
    setPassed((before) => new Set([...before, step, ...(place === null ? [] : [next])]));
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        after.set("step", next);
        return after;
      },
      { preventScrollReset: place !== null },
    );
  };
  // Another step begins at its heading, for eyes and screen readers; a problem leads to its field.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const element = target?.elementId == null ? null : document.getElementById(target.elementId);
    // A group of choices is no place for the focus, but its first choice is.
    const focused = element?.matches("input, textarea, button, [tabindex]")
      ? element
      : (element?.querySelector<HTMLElement>("input, button") ?? heading.current);
    focused?.focus();
    focused?.scrollIntoView({ block: element === null ? "start" : "center" });
  }, [step, target]);

  const previous = steps[index - 1];
  const next = steps[index + 1];
  return (
    <div className="wizard">
      <StepBar step={step} rules={rules} onGo={go} />
      <SavedState />
      <div className="wizard-columns">
        <section className="wizard-form" aria-labelledby="step-heading">
          <h2 id="step-heading" ref={heading} tabIndex={-1}>
            {text(`step-${step}`)}
          </h2>
          <p className="wizard-hint">{text(`hint-${step}`)}</p>
          <ReturnNote />
          <ShowsMissing value={passed.has(step)}>
            {step === "head" ? <HeadStep rules={rules} /> : null}
            {step === "years" ? (
              <YearsStep
                rules={rules}
                openItemId={target?.itemId ?? null}
                onImports={() => go("imports")}
                onHead={() =>
                  go("head", { step: "head", elementId: fieldElementId("head/spanFromYear"), itemId: null })
                }
              />
            ) : null}
            {step === "imports" ? <ImportsStep rules={rules} /> : null}
            {step === "evidence" ? <EvidenceStep rules={rules} /> : null}
            {step === "check" ? <CheckStep rules={rules} onGo={(place) => go(place.step, place)} /> : null}
          </ShowsMissing>
          <Flex className="wizard-buttons" justify="space-between" gap="small" wrap>
            {previous === undefined ? (
              <span />
            ) : (
              <Button onClick={() => go(previous)}>{text("previous")}</Button>
            )}
            {next === undefined ? null : (
              <Button type="primary" onClick={() => go(next)}>
                {text("next")}
              </Button>
            )}
          </Flex>
        </section>
        {step === "check" ? null : <MissingPanel rules={rules} onGo={(place) => go(place.step, place)} />}
      </div>
    </div>
  );
}
