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
      <Form.Item
        name="number"
        label={text("number")}
        extra={text("numberHint")}
        rules={[{ required: true, whitespace: true, message: text("numberMissing") }]}
      >
        <Input
          maxLength={typedCharactersMax}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Form.Item>
      <Form.Item
        name="code"
        label={text("code")}
        extra={text("codeHint")}
        rules={[{ required: true, whitespace: true, message: text("codeMissing") }]}
      >
        <Input
          maxLength={typedCharactersMax}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {text("verify")}
      </Button>
    </Form>
  );
}
