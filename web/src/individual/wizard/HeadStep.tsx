import { Descriptions, Form } from "antd";
import type { ReactNode } from "react";
import { headPath, type HeadField } from "../../drafts/edits";
import { useDraftSnapshot } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { titleLevels } from "../labels";
import type { Rules } from "../queries";
import { texts } from "../texts";
import { ChoiceField, TextField } from "./DraftField";

/** 申报信息: who declares, as registered, and what the person adds. */
export function HeadStep({ rules }: { rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const { known } = useDraftSnapshot();
  const declarant = known?.view.declarant;
  const years = Array.from({ length: rules.spanToYear - rules.spanFromYear + 1 }, (_, index) => {
    const year = String(rules.spanFromYear + index);
    return { value: year, label: year };
  });
  const field = (name: Exclude<HeadField, "promisesTruth">) => ({
    path: headPath(name),
    label: text(`field-${name}`),
    isRequired: rules.requiredFields.includes(`head.${name}`),
  });
  return (
    <>
      {declarant === undefined ? null : (
        <Descriptions
          className="individual-registered"
          size="small"
          column={{ xs: 1, sm: 2 }}
          items={[
            { key: "name", label: text("name"), children: declarant.name },
            { key: "id", label: text("residentId"), children: declarant.maskedResidentId },
            { key: "employer", label: text("employer"), children: declarant.employer.name },
          ]}
        />
      )}
      <p className="wizard-hint">{text("registeredHint")}</p>
      <Form layout="vertical" component="div" className="wizard-grid">
        <TextField {...field("phone")} kind="tel" autoComplete="tel" hint={text("hint-phone")} />
        <TextField {...field("email")} kind="email" autoComplete="email" />
        <TextField {...field("title")} hint={text("hint-title")} />
        <ChoiceField
          {...field("titleLevel")}
          options={titleLevels.map((level) => ({ value: level, label: text(`level-${level}`) }))}
          placeholder={text("choose")}
        />
        <TextField {...field("titleSeries")} hint={text("hint-titleSeries")} />
        <TextField {...field("profession")} hint={text("hint-profession")} />
        <ChoiceField
          {...field("spanFromYear")}
          options={years}
          placeholder={text("choose")}
          hint={text("hint-span")}
        />
        <ChoiceField {...field("spanToYear")} options={years} placeholder={text("choose")} />
        <div className="wizard-wide">
          <TextField {...field("note")} lines={3} />
        </div>
      </Form>
    </>
  );
}
