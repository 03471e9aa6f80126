import { Alert, Button, Space } from "antd";
import type { ReactNode } from "react";
import { ApiProblem, type Failure } from "../api/problems";
import { useLanguage, useTexts } from "../language/defineTexts";
import { useSession } from "../session/useSession";
import { componentTexts } from "./texts";

type NextKey =
  | "nextStale"
  | "nextTransient"
  | "nextUnknown"
  | "nextForbidden"
  | "nextNotFound"
  | "nextCorrect"
  | "nextSignIn";

/** The refusal or failure of a command or a query: its sentence in the chosen language, the next step, and a way to take it. */
export function ProblemAlert({
  problem,
  title,
  onRetry,
  onClose,
}: {
  problem: Failure;
  /** What did not work; the problem's own sentence stands below. */
  title?: string;
  /** Tries again, or reads again what has changed meanwhile. */
  onRetry?: () => void;
  onClose?: () => void;
}): ReactNode {
  const text = useTexts(componentTexts);
  const { signIn } = useSession();
  const next = nextStep(problem);
  const sentence = useSentence(problem);
  const traceId = problem instanceof ApiProblem && problem.status >= 500 ? problem.traceId : null;
  return (
    <Alert
      type={problem.isTransient ? "warning" : "error"}
      showIcon
      role="alert"
      title={title ?? sentence}
      closable={onClose === undefined ? false : { onClose }}
      description={
        <Space orientation="vertical" size="small">
          {title === undefined ? null : <span>{sentence}</span>}
          <ProblemList problem={problem} />
          {next === null ? null : <span>{text(next)}</span>}
          {traceId === null ? null : <small>{text("traceId", { id: traceId })}</small>}
          {problem.isSignedOut ? (
            <Button onClick={() => void signIn()}>{text("signInAgain")}</Button>
          ) : onRetry === undefined ? null : (
            <Button onClick={onRetry}>{text(next === "nextStale" ? "refresh" : "retry")}</Button>
          )}
        </Space>
      }
    />
  );
}

function ProblemList({ problem }: { problem: Failure }): ReactNode {
  const language = useLanguage();
  const sentences = problem.problems
    .map((each) => (language === "zh" ? each.chinese : each.english))
    .filter((sentence) => sentence !== problem.chinese && sentence !== problem.english);
  return sentences.length === 0 ? null : (
    <ul className="problem-list">
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The problem's sentence in the chosen language. */
export function useSentence(problem: { readonly chinese: string; readonly english: string }): string {
  return useLanguage() === "zh" ? problem.chinese : problem.english;
}

function nextStep(problem: Failure): NextKey | null {
  if (problem.isUnknownOutcome) {
    return "nextUnknown";
  }
  if (problem.isTransient) {
    return "nextTransient";
  }
  switch (problem instanceof ApiProblem ? problem.status : 0) {
    case 401:
      return "nextSignIn";
    case 403:
      return "nextForbidden";
    case 404:
      return "nextNotFound";
    case 409:
    case 412:
      return "nextStale";
    case 400:
    case 422:
      return "nextCorrect";
    default:
      return null;
  }
}
