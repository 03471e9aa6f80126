import { Button, Result, Space } from "antd";
import type { ReactNode } from "react";
import { useRouteError } from "react-router";
import { useTexts } from "../language/defineTexts";
import { shellTexts } from "./texts";

// A page that is older than the service asks for files that are no more.
function isMissingFile(error: unknown): boolean {
  return (
    error instanceof Error && /dynamically imported module|module script failed|preload/i.test(error.message)
  );
}

/** In place of a page that failed in a way nobody foresaw. */
export function Crash(): ReactNode {
  const text = useTexts(shellTexts);
  const isOld = isMissingFile(useRouteError());
  return (
    <Result
      status={isOld ? "info" : "error"}
      title={<h1>{text(isOld ? "updateTitle" : "crashTitle")}</h1>}
      subTitle={text(isOld ? "updateText" : "crashText")}
      extra={
        <Space wrap>
          <Button type="primary" onClick={() => location.reload()}>
            {text("reload")}
          </Button>
          <Button href="/">{text("home")}</Button>
        </Space>
      }
    />
  );
}
