import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";

/** Prints the page by its print styles. */
export function PrintButton({ label }: { label?: string }): ReactNode {
  const text = useTexts(componentTexts);
  return (
    <Button className="no-print" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {label ?? text("print")}
    </Button>
  );
}
