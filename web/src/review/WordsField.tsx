import { Button, Input, Space } from "antd";
import { useId } from "react";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";

/** Characters that the API takes in a reason or an opinion. */
export const wordsMax = 500;

/** A reason or an opinion: free words, with phrases at hand. */
export function WordsField(props: {
  readonly label: string;
  readonly isMandatory: boolean;
  readonly phrases: readonly string[];
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly error: string | null;
}) {
  const t = useTexts(reviewTexts);
  const id = useId();
  const errorId = useId();
  return (
    <div className="words">
      <label htmlFor={id}>
        {props.isMandatory ? <span aria-hidden="true">* </span> : null}
        {props.label}
      </label>
      <Input.TextArea
        id={id}
        value={props.value}
        maxLength={wordsMax}
        showCount
        autoSize={{ minRows: 3, maxRows: 8 }}
        required={props.isMandatory}
        aria-invalid={props.error !== null}
        aria-describedby={props.error ? errorId : undefined}
        status={props.error ? "error" : ""}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.error ? (
        <p id={errorId} role="alert" className="field-error">
          {props.error}
        </p>
      ) : null}
      {props.phrases.length > 0 ? (
        <Space wrap size={4} role="group" aria-label={t("words.phrases")}>
          {props.phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              onClick={() =>
                props.onChange(`${props.value}${props.value.trim() ? "；" : ""}${phrase}`.slice(0, wordsMax))
              }
            >
              {phrase}
            </Button>
          ))}
        </Space>
      ) : null}
    </div>
  );
}
