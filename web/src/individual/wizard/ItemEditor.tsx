import { Button, Flex, Form } from "antd";
import type { ReactNode } from "react";
import { type ItemField, itemPath } from "../../drafts/edits";
import type { ShownItem } from "../../drafts/mergedDraft";
import { useDraft } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { useActivityTypes } from "../labels";
import { type Rules, useImportedHours } from "../queries";
import { texts } from "../texts";
import { ChoiceField, TextField } from "./DraftField";

/** The form of one item. Every field is saved as it is left; 保存 closes the form. */
export function ItemEditor({
  shown,
  rules,
  onClose,
  onImports,
}: {
  shown: ShownItem;
  rules: Rules;
  onClose: () => void;
  onImports: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const { options } = useActivityTypes();
  const rows = useImportedHours().data ?? [];
  const { year } = shown.item;
  const free = rows.filter(
    ({ record, usedByDeclarationId }) => record.year === year && usedByDeclarationId === null,
  ).length;
  const years = Array.from({ length: rules.spanToYear - rules.spanFromYear + 1 }, (_, index) => ({
    value: rules.spanFromYear + index,
    label: text("yearHeading", { year: rules.spanFromYear + index }),
  }));
  const field = (name: ItemField) => ({
    path: itemPath(shown.formId, name),
    label: text(`field-${name}`),
    isRequired: rules.requiredFields.includes(`item.${name}`),
  });
  const bounds = year == null ? undefined : { min: `${year}-01-01`, max: `${year}-12-31` };
  return (
    <Form
      layout="vertical"
      component="div"
      className="wizard-grid"
      role="group"
      aria-label={text("itemForm")}
    >
      <ChoiceField {...field("year")} options={years} placeholder={text("choose")} />
      <ChoiceField
        {...field("subject")}
        isShort
        options={[
          { value: "general", label: text("general") },
          { value: "professional", label: text("professional") },
        ]}
      />
      {free === 0 ? null : (
        <p className="wizard-wide wizard-hint">
          {text("importsOfYear", { count: free, year: year ?? "" })}{" "}
          <Button type="link" size="small" onClick={onImports}>
            {text("goToImports")}
          </Button>
        </p>
      )}
      <div className="wizard-wide">
        <TextField {...field("activityName")} hint={text("hint-activityName")} />
      </div>
      <ChoiceField {...field("activityType")} options={options} placeholder={text("choose")} />
      <TextField {...field("hours")} kind="hours" hint={text("hint-hours")} />
      <TextField {...field("organiser")} />
      <TextField {...field("place")} />
      <TextField {...field("startDate")} kind="date" bounds={bounds} />
      <TextField {...field("endDate")} kind="date" bounds={bounds} />
      <div className="wizard-wide">
        <TextField {...field("note")} lines={2} />
      </div>
      <Flex className="wizard-wide" gap="small">
        <Button
          type="primary"
          onClick={() => {
            void draft.flush();
            onClose();
          }}
        >
          {text("save")}
        </Button>
      </Flex>
    </Form>
  );
}
