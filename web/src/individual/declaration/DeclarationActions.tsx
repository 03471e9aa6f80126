import { Button, Flex, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { useCommand } from "../../api/useCommand";
import { CommandProgress } from "../../components/CommandProgress";
import { ProblemAlert } from "../../components/ProblemAlert";
import { openDraftStore } from "../../drafts/draftStore";
import { mirroredStorage } from "../../drafts/mirror";
import type { DeclarationView } from "../../drafts/draftService";
import { useTexts } from "../../language/defineTexts";
import { useMe } from "../../session/useMe";
import { ButtonLink } from "../ButtonLink";
import { isEditable, isPending } from "../queries";
import { texts } from "../texts";

type Question = "withdraw" | "delete";

/** What the person can do with a declaration now. */
export function DeclarationActions({ view, etag }: { view: DeclarationView; etag: string }): ReactNode {
  const text = useTexts(texts);
  const [question, setQuestion] = useState<Question | null>(null);
  const edit = `/individual/declarations/${view.declarationId}/edit`;
  const canEdit = isEditable(view.status);
  return (
    <Flex gap="small" wrap className="no-print">
      {canEdit ? (
        <ButtonLink to={edit} type="primary">
          {text(view.status === "draft" ? "continue" : "correct")}
        </ButtonLink>
      ) : null}
      {isPending(view.status) ? (
        <Button danger onClick={() => setQuestion("withdraw")}>
          {text("withdraw")}
        </Button>
      ) : null}
      {view.status === "recognised" ? (
        <ButtonLink to="/individual/statements" type="primary">
          {text("statements")}
        </ButtonLink>
      ) : null}
      {canEdit ? (
        <Button danger onClick={() => setQuestion("delete")}>
          {text("delete")}
        </Button>
      ) : null}
      {question === null ? null : (
        <Confirmation question={question} view={view} etag={etag} onClose={() => setQuestion(null)} />
      )}
    </Flex>
  );
}

function Confirmation({
  question,
  view,
  etag,
  onClose,
}: {
  question: Question;
  view: DeclarationView;
  etag: string;
  onClose: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const me = useMe();
  const navigate = useNavigate();
  const command = useCommand();
  const id = view.declarationId;
  const confirm = async () => {
    const parameters = { id };
    if (question === "withdraw") {
      const result = await command.send({
        method: "post",
        path: "/api/declarations/{id}/withdrawal",
        parameters,
        etag,
        label: text("withdraw"),
      });
      if (result.isDone) {
        onClose();
      }
      return;
    }
    const result = await command.send({
      method: "delete",
      path: "/api/declarations/{id}",
      parameters,
      etag,
      label: text("delete"),
    });
    if (result.isDone) {
      openDraftStore(mirroredStorage(localStorage), me.personId, id, "").clear();
      await navigate("/individual", { replace: true });
    }
  };
  return (
    <Modal
      open
      title={text(question === "withdraw" ? "withdrawTitle" : "deleteTitle")}
      okText={text(question === "withdraw" ? "withdrawConfirm" : "deleteConfirm")}
      cancelText={text("cancel")}
      okButtonProps={{ danger: true, loading: command.isSending }}
      cancelButtonProps={{ disabled: command.isSending }}
      mask={{ closable: false }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <p>{text(question === "withdraw" ? "withdrawExplained" : "deleteExplained")}</p>
      <CommandProgress progress={command.progress} />
      {command.problem === null ? null : (
        <ProblemAlert problem={command.problem} onRetry={() => void confirm()} />
      )}
    </Modal>
  );
}
