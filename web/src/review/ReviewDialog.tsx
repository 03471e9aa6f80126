import { Modal } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";
import { useIsNarrow } from "./useSurroundings";

const dialogWidth = 640;

/** A decision's dialog: its name, what it needs, and the two ways out. Ctrl+Enter decides, Escape leaves. */
export function ReviewDialog(props: {
  readonly title: string;
  readonly okLabel: string;
  readonly isDanger: boolean;
  readonly isOpen: boolean;
  readonly isBusy?: boolean;
  readonly onOk: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts(reviewTexts);
  const isNarrow = useIsNarrow();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onOk();
    }
  };
  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      width={isNarrow ? "calc(100vw - 24px)" : dialogWidth}
      okText={props.okLabel}
      cancelText={t("dialog.cancel")}
      okButtonProps={{ danger: props.isDanger, loading: props.isBusy ?? false }}
      onOk={props.onOk}
      onCancel={props.onCancel}
      destroyOnHidden
      centered
    >
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut for the button below */}
      <div className="dialog-body" onKeyDown={onKeyDown}>
        {props.children}
      </div>
    </Modal>
  );
}
