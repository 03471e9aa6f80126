import { Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../language/defineTexts";
import { codeOf, numberOf } from "./statementNumber";
import { verifierTexts } from "./texts";

// As long as the API takes, with room for spaces and hyphens.
const typedCharactersMax = 64;

/** Asks for what the paper shows. */
export function VerifierForm({
  number,
  code,
  onVerify,
}: {
  number: string;
  code: string;
  onVerify: (asked: { number: string; code: string }) => void;
}): ReactNode {
  const text = useTexts(verifierTexts);
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ number, code }}
      onFinish={(values: { number: string; code: string }) =>
        onVerify({ number: numberOf(values.number), code: codeOf(values.code) })
      }
    >
      <PaperField
        name="number"
        label={text("number")}
        hint={text("numberHint")}
        missing={text("numberMissing")}
      />
      <PaperField name="code" label={text("code")} hint={text("codeHint")} missing={text("codeMissing")} />
      <Button type="primary" htmlType="submit">
        {text("verify")}
      </Button>
    </Form>
  );
}

/** Something to copy from the paper; capitals, spaces and hyphens are put right later. */
function PaperField({
  name,
  label,
  hint,
  missing,
}: {
  name: string;
  label: string;
  hint: string;
  missing: string;
}): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: true, whitespace: true, message: missing }]}
    >
      <Input
        maxLength={typedCharactersMax}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </Form.Item>
  );
}
