import { Form, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { Failure } from "../api/problems";
import { useTexts } from "../language/defineTexts";
import { ProblemAlert } from "./ProblemAlert";
import { componentTexts } from "./texts";

/** Characters that a reason may have, as the API bounds it. */
export const reasonCharactersMax = 500;

/** Asks for a reason before something is done that needs one. */
export function ReasonDialog({
  title,
  explanation,
  label,
  confirmText,
  isDangerous = true,
  isSending = false,
  problem = null,
  suggestions,
  reason,
  onChange,
  children,
  onConfirm,
  onCancel,
}: {
  title: string;
  /** What will happen. */
  explanation?: ReactNode;
  /** Name of the field; 原因 otherwise. */
  label?: string;
  /** What the button says, such as 审核不通过. */
  confirmText: string;
  isDangerous?: boolean;
  isSending?: boolean;
  /** Why the last attempt was refused. */
  problem?: Failure | null;
  /** Texts to begin with, added by a click. */
  suggestions?: readonly string[];
  /** What is written; it is kept by whoever opens the dialog. */
  reason: string;
  onChange: (reason: string) => void;
  /** Further fields, above the reason. */
  children?: ReactNode;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}): ReactNode {
  const text = useTexts(componentTexts);
  const [wasAsked, setWasAsked] = useState(false);
  const isMissing = wasAsked && reason.trim() === "";
  const confirm = () => {
    setWasAsked(true);
    if (reason.trim() !== "") {
      onConfirm(reason.trim());
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={confirmText}
      cancelText={text("cancel")}
      okButtonProps={{ danger: isDangerous, loading: isSending }}
      cancelButtonProps={{ disabled: isSending }}
      mask={{ closable: false }}
      onOk={confirm}
      onCancel={onCancel}
    >
      {explanation === undefined ? null : <p>{explanation}</p>}
      {children}
      <Form layout="vertical" component={false}>
        <Form.Item
          label={label ?? text("reason")}
          htmlFor="reason-dialog-text"
          required
          validateStatus={isMissing ? "error" : ""}
          help={isMissing ? <span role="alert">{text("reasonRequired")}</span> : null}
        >
          <Input.TextArea
            id="reason-dialog-text"
            value={reason}
            rows={4}
            maxLength={reasonCharactersMax}
            showCount
            aria-required
            aria-invalid={isMissing}
            onChange={(change) => onChange(change.target.value)}
          />
        </Form.Item>
      </Form>
      {suggestions === undefined ? null : (
        <div className="reason-suggestions">
          {suggestions.map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              onClick={() =>
                onChange(
                  (reason === "" ? suggestion : `${reason}；${suggestion}`).slice(0, reasonCharactersMax),
                )
              }
            >
              {suggestion}
            </button>
          ))}
        </div>
      )}
      {problem === null ? null : <ProblemAlert problem={problem} />}
    </Modal>
  );
}
