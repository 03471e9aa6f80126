import { Alert, Button, Checkbox, Flex, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { ApiProblem } from "../../api/problems";
import { CommandProgress } from "../../components/CommandProgress";
import { HoursChart } from "../../components/HoursChart";
import { ProblemAlert } from "../../components/ProblemAlert";
import { headPath } from "../../drafts/edits";
import { useDraft, useDraftField } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { HeadView } from "../declaration/HeadView";
import { YearsView } from "../declaration/YearsView";
import type { Rules } from "../queries";
import { texts } from "../texts";
import { ProblemLinks } from "./ProblemLinks";
import { fieldElementId, type Place } from "./steps";
import { useDraftCommand } from "./useDraftCommand";
import { useForm } from "./useForm";
import { useUploads } from "./UploadsProvider";
import { YearGaps } from "./YearGaps";

/** 核对 and 提交: everything once more, the promise, and the button. */
export function CheckStep({ rules, onGo }: { rules: Rules; onGo: (place: Place) => void }): ReactNode {
  const text = useTexts(texts);
  const { view, draft, years } = useForm(rules);
  const declared = years.filter(
    ({ generalQuarterHours, professionalQuarterHours }) => generalQuarterHours + professionalQuarterHours > 0,
  );
  const isShort = declared.some(({ targetMet }) => !targetMet);
  return (
    <>
      {view.problems.length === 0 ? (
        <Alert type="success" showIcon title={text("noProblems")} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={text("problemsHeading", { count: view.problems.length })}
          description={<ProblemLinks problems={view.problems} onGo={onGo} />}
        />
      )}
      {isShort ? (
        <Alert
          type="warning"
          showIcon
          title={text("targetsShort")}
          description={<YearGaps years={declared} />}
        />
      ) : null}
      {declared.length === 0 ? null : <HoursChart years={declared} />}
      <HeadView view={{ ...view, head: draft.head }} />
      <YearsView view={view} />
      <TruthPromise />
      <Submission />
    </>
  );
}

function TruthPromise(): ReactNode {
  const text = useTexts(texts);
  const path = headPath("promisesTruth");
  const field = useDraftField(path);
  return (
    <Checkbox
      id={fieldElementId(path)}
      className="wizard-promise"
      checked={field.value === true}
      onChange={(event) => {
        field.change(event.target.checked);
        field.leave();
      }}
    >
      {text("promise")}
    </Checkbox>
  );
}

function Submission(): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const { queue } = useUploads();
  const command = useDraftCommand();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const [hindrance, setHindrance] = useState<"unsent" | "uploading" | "problems" | null>(null);
  const id = draft.snapshot().known?.view.declarationId ?? "";
  const ask = async () => {
    await draft.flush();
    const known = draft.snapshot().known;
    const isUnsent = !draft.store.isEmpty();
    const next = isUnsent
      ? "unsent"
      : queue.isBusy()
        ? "uploading"
        : (known?.view.problems.length ?? 0) > 0
          ? "problems"
          : null;
    setHindrance(next);
    command.clear();
    setIsAsking(next === null);
  };
  const submit = async () => {
    const result = await command.send((etag) => ({
      method: "post",
      path: "/api/declarations/{id}/submission",
      parameters: { id },
      etag,
      label: text("submit"),
    }));
    if (result.isDone) {
      draft.store.clear();
      await navigate(`/individual/declarations/${id}`, { replace: true, state: { isSubmitted: true } });
      return;
    }
    setIsAsking(false);
    // What the service judged anew, such as a year recognised meanwhile, stands in its answer.
    if (result.problem instanceof ApiProblem && result.problem.status === 412) {
      await draft.sender.refresh();
    }
  };
  return (
    <>
      {hindrance === null ? null : (
        <Alert type="warning" showIcon role="alert" title={text(`hindrance-${hindrance}`)} />
      )}
      {command.problem === null ? null : (
        <ProblemAlert problem={command.problem} onRetry={() => void ask()} />
      )}
      <Flex gap="small" align="center" wrap>
        <Button type="primary" size="large" loading={command.isSending} onClick={() => void ask()}>
          {text("submit")}
        </Button>
        <CommandProgress progress={command.progress} />
      </Flex>
      <Modal
        open={isAsking}
        title={text("submitTitle")}
        okText={text("submitConfirm")}
        cancelText={text("cancel")}
        okButtonProps={{ loading: command.isSending }}
        cancelButtonProps={{ disabled: command.isSending }}
        mask={{ closable: false }}
        onOk={() => void submit()}
        onCancel={() => setIsAsking(false)}
      >
        <p>{text("submitExplained")}</p>
        <CommandProgress progress={command.progress} />
      </Modal>
    </>
  );
}
