import { Spin } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";

/** Something is being loaded; `text` says what, where that helps. */
export function Loading({ text }: { text?: string }): ReactNode {
  const own = useTexts(componentTexts);
  return (
    <div className="loading" role="status">
      <Spin size="large" />
      <span>{text ?? own("loading")}</span>
    </div>
  );
}
