import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { isFailure } from "../api/problems";
import { useTexts } from "../language/defineTexts";
import { ProblemAlert } from "./ProblemAlert";
import { componentTexts } from "./texts";

/** Something could not be loaded: why, and a way to try again. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const text = useTexts(componentTexts);
  if (isFailure(error)) {
    return <ProblemAlert problem={error} title={text("loadErrorTitle")} onRetry={onRetry} />;
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text("loadErrorTitle")}
      description={text("loadErrorUnknown")}
      action={onRetry === undefined ? null : <Button onClick={onRetry}>{text("retry")}</Button>}
    />
  );
}
