import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  DeleteOutlined,
  EditOutlined,
  RollbackOutlined,
  StopOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { Tag } from "antd";
import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import { useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";

/** Where a declaration stands. */
export type Status = Schemas["DeclarationStatus"];

// Colours of antd's own tags fail WCAG AA with their texts; these are dark on light, and the sign says the same.
const looks: Record<Status, { className: string; icon: ReactNode }> = {
  draft: { className: "tag-quiet", icon: <EditOutlined aria-hidden /> },
  pendingEmployer: { className: "tag-waiting", icon: <ClockCircleOutlined aria-hidden /> },
  pendingSuperior: { className: "tag-waiting", icon: <ClockCircleOutlined aria-hidden /> },
  pendingAgency: { className: "tag-waiting", icon: <ClockCircleOutlined aria-hidden /> },
  recognised: { className: "tag-good", icon: <CheckCircleOutlined aria-hidden /> },
  returned: { className: "tag-bad", icon: <RollbackOutlined aria-hidden /> },
  withdrawn: { className: "tag-quiet", icon: <UndoOutlined aria-hidden /> },
  revoked: { className: "tag-bad", icon: <StopOutlined aria-hidden /> },
  deleted: { className: "tag-quiet", icon: <DeleteOutlined aria-hidden /> },
};

/** The status of a declaration, by sign, colour and word. */
export function StatusTag({ status }: { status: Status }): ReactNode {
  const text = useTexts(componentTexts);
  const { className, icon } = looks[status];
  return (
    <Tag className={`status-tag ${className}`} icon={icon}>
      {text(status)}
    </Tag>
  );
}
