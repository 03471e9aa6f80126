import { Button, Result } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTexts } from "../language/defineTexts";
import { shellTexts } from "./texts";

/** An address that leads nowhere. */
export function NotFound(): ReactNode {
  const text = useTexts(shellTexts);
  return (
    <Result
      status="info"
      title={<h1>{text("notFoundTitle")}</h1>}
      subTitle={text("notFoundText")}
      extra={
        <Link to="/">
          <Button type="primary">{text("home")}</Button>
        </Link>
      }
    />
  );
}
