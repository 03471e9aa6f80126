import { Input, Radio } from "antd";
import { useId, useState } from "react";
import { useTexts } from "../language/defineTexts";
import { choicesMatching } from "./routeSuggestion";
import { reviewTexts } from "./texts";
import type { RouteChoices, UnitReference } from "./types";

/** With more choices than this there is a field to search them. */
const searchedAbove = 5;

export interface NextUnitPickerProps {
  readonly routes: Pick<RouteChoices, "superiors" | "agencies" | "mustChooseAgency">;
  readonly suggestedCode: string | null;
  readonly value: string | null;
  readonly onChange: (code: string) => void;
  /** Said when nothing is chosen and somebody went on. */
  readonly error: string | null;
}

/** 选择上级审核单位: the superiors as the tree that they are, the highest first, then the agency; searched by name or code. */
export function NextUnitPicker(props: NextUnitPickerProps) {
  const { routes, value, suggestedCode } = props;
  const t = useTexts(reviewTexts);
  const errorId = useId();
  const [text, setText] = useState("");
  const superiors = routes.superiors.map((unit, place) => ({ ...unit, level: place + 1 }));
  const highestFirst = choicesMatching(superiors.toReversed(), text) as typeof superiors;
  const agencies = choicesMatching(routes.agencies, text);
  const count = routes.superiors.length + routes.agencies.length;
  return (
    <fieldset className="picker" aria-describedby={props.error ? errorId : undefined}>
      <legend>{routes.mustChooseAgency ? t("route.chooseAgency") : t("route.choose")}</legend>
      {count > searchedAbove ? (
        <Input
          value={text}
          allowClear
          aria-label={t("route.search")}
          placeholder={t("route.search")}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <Radio.Group value={value} onChange={(event) => props.onChange(event.target.value as string)}>
        {highestFirst.length > 0 ? <p className="picker-group">{t("route.superiors")}</p> : null}
        {highestFirst.map((unit) => (
          <Choice
            key={unit.code}
            unit={unit}
            indent={text ? 0 : routes.superiors.length - unit.level}
            remark={unit.level === 1 ? t("route.direct") : t("route.level", { level: unit.level })}
            isSuggested={unit.code === suggestedCode}
          />
        ))}
        {agencies.length > 0 ? <p className="picker-group">{t("route.agency")}</p> : null}
        {agencies.map((unit) => (
          <Choice
            key={unit.code}
            unit={unit}
            indent={0}
            remark={t("route.agency")}
            isSuggested={unit.code === suggestedCode}
          />
        ))}
      </Radio.Group>
      {highestFirst.length + agencies.length === 0 ? (
        <p>{count === 0 ? t("route.none") : t("route.noMatch")}</p>
      ) : null}
      {props.error ? (
        <p id={errorId} role="alert" className="field-error">
          {props.error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** Pixels by which each lower level stands further in. */
const indentPixels = 20;

function Choice(props: {
  readonly unit: UnitReference;
  readonly indent: number;
  readonly remark: string;
  readonly isSuggested: boolean;
}) {
  const t = useTexts(reviewTexts);
  return (
    <div className="picker-choice" style={{ paddingInlineStart: props.indent * indentPixels }}>
      <Radio value={props.unit.code}>
        <span className="picker-name">{props.unit.name}</span>
        <span className="picker-remark">
          {props.remark} · {props.unit.code}
        </span>
        {props.isSuggested ? (
          <span className="review-tag review-tag-plain">{t("route.suggested")}</span>
        ) : null}
      </Radio>
    </div>
  );
}
