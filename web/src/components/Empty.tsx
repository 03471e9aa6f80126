import { Empty as AntdEmpty } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";

/** Nothing is here: `text` says what would be, `children` what to do about it. */
export function Empty({ text, children }: { text?: string; children?: ReactNode }): ReactNode {
  const own = useTexts(componentTexts);
  return (
    <AntdEmpty image={AntdEmpty.PRESENTED_IMAGE_SIMPLE} description={text ?? own("empty")}>
      {children}
    </AntdEmpty>
  );
}
