import { Button, Form, Input, Radio, Select } from "antd";
import { type ReactNode, use, useEffect } from "react";
import { useSentence } from "../../components/ProblemAlert";
import type { FieldPath } from "../../drafts/edits";
import { type DraftField as Field, useDraftField } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";
import { ShowsMissing } from "./showsMissing";
import { fieldElementId } from "./steps";

/** Characters of any text of a draft (DeclarationLimits.TextLengthMax). */
export const textCharactersMax = 500;

export interface FieldProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly isRequired: boolean;
  /** An example or an explanation, below the field. */
  readonly hint?: string;
}

interface ShellProps extends FieldProps {
  readonly field: Field;
  /** The element that the label names; groups have none. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
}

/** Label, state and problems around one field. */
function FieldShell({
  path,
  label,
  isRequired,
  hint,
  field,
  isGroup = false,
  children,
}: ShellProps): ReactNode {
  const text = useTexts(texts);
  const id = fieldElementId(path);
  return (
    <Form.Item
      label={isGroup ? <span id={`${id}-label`}>{label}</span> : label}
      htmlFor={isGroup ? undefined : id}
      required={isRequired}
      validateStatus={field.problem === null ? "" : "error"}
      extra={
        <span id={`${id}-note`} className="field-note">
          {field.problem === null ? null : <ProblemSentence of={field.problem} />}
          {hint === undefined ? null : <span className="field-hint">{hint}</span>}
          <span className={`field-state field-state-${field.state}`}>
            {field.state === "untouched" ? "" : text(`state-${field.state}`)}
          </span>
        </span>
      }
    >
      {children}
      {field.offers.map((offered) => (
        <div key={String(offered)} className="field-offer" role="alert">
          <span>{text("offer", { value: String(offered) })}</span>
          <Button size="small" onClick={() => field.takeOffer(offered)}>
            {text("takeOffer")}
          </Button>
          <Button size="small" type="text" onClick={field.waveOffersAway}>
            {text("keepMine")}
          </Button>
        </div>
      ))}
    </Form.Item>
  );
}

function ProblemSentence({ of }: { of: { chinese: string; english: string } }): ReactNode {
  return <span className="field-problem">{useSentence(of)}</span>;
}

/** The field, without the word that it is empty as long as nobody has been there. */
function useFieldOf(path: FieldPath): Field {
  const field = useDraftField(path);
  const showsMissing = use(ShowsMissing);
  const isEarly = field.problem?.code === "required" && field.state === "untouched" && !showsMissing;
  return isEarly ? { ...field, problem: null } : field;
}

/** A field in which one types. */
export function TextField({
  kind = "text",
  lines = 1,
  autoComplete,
  bounds,
  ...shell
}: FieldProps & {
  kind?: "text" | "tel" | "email" | "hours" | "date";
  lines?: number;
  autoComplete?: string;
  /** First and last day, for a date. */
  bounds?: { min: string; max: string };
}): ReactNode {
  const field = useFieldOf(shell.path);
  const id = fieldElementId(shell.path);
  // What is being typed is sent, too, when the field goes away without having been left.
  useEffect(() => field.leave, [field.leave]);
  const common = {
    id,
    value: field.value === null ? "" : String(field.value),
    maxLength: textCharactersMax,
    "aria-required": shell.isRequired,
    "aria-invalid": field.problem !== null,
    "aria-describedby": `${id}-note`,
    onBlur: field.leave,
  };
  return (
    <FieldShell {...shell} field={field}>
      {lines > 1 ? (
        <Input.TextArea {...common} rows={lines} onChange={(event) => field.change(event.target.value)} />
      ) : (
        <Input
          {...common}
          {...bounds}
          type={kind === "hours" ? "text" : kind}
          inputMode={kind === "hours" ? "decimal" : undefined}
          autoComplete={autoComplete ?? "off"}
          onChange={(event) => field.change(event.target.value)}
        />
      )}
    </FieldShell>
  );
}

/** A field with a few values to choose from; choosing is leaving. */
export function ChoiceField({
  options,
  isShort = false,
  placeholder,
  ...shell
}: FieldProps & {
  options: readonly { value: string | number; label: string }[];
  /** All choices are shown at once. */
  isShort?: boolean;
  placeholder?: string;
}): ReactNode {
  const field = useFieldOf(shell.path);
  const id = fieldElementId(shell.path);
  const choose = (value: string | number | undefined) => {
    field.change(value ?? null);
    field.leave();
  };
  // What was typed elsewhere and is on no list is shown as it is, and named as a problem.
  const value = field.value === null || field.value === "" ? undefined : (field.value as string | number);
  return (
    <FieldShell {...shell} field={field} isGroup={isShort}>
      {isShort ? (
        <Radio.Group
          id={id}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-note`}
          name={id}
          value={value}
          options={[...options]}
          onChange={(event) => choose(event.target.value as string | number)}
        />
      ) : (
        <Select
          id={id}
          aria-required={shell.isRequired}
          aria-invalid={field.problem !== null}
          aria-describedby={`${id}-note`}
          value={value}
          placeholder={placeholder}
          allowClear={!shell.isRequired}
          options={[...options]}
          onChange={choose}
        />
      )}
    </FieldShell>
  );
}
