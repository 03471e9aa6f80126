import { Alert, Button, Flex, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { ApiProblem } from "../../api/problems";
import { CommandProgress } from "../../components/CommandProgress";
import { ProblemAlert, useSentence } from "../../components/ProblemAlert";
import { itemOf } from "../../drafts/edits";
import type { ShownItem } from "../../drafts/mergedDraft";
import type { DeclarationView } from "../../drafts/draftService";
import { useDraft } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { returnOfItem } from "../declaration/lastReturn";
import { ItemFacts } from "../ItemFacts";
import type { Rules } from "../queries";
import { texts } from "../texts";
import { ItemEditor } from "./ItemEditor";
import { ShowsMissing } from "./showsMissing";
import { useDraftCommand } from "./useDraftCommand";

/** One item: its facts, or its form when it is open; and what is wrong with it. */
export function ItemRow({
  shown,
  view,
  rules,
  isOpen,
  isNew,
  onOpen,
  onClose,
  onImports,
}: {
  shown: ShownItem;
  view: DeclarationView;
  rules: Rules;
  isOpen: boolean;
  /** Added a moment ago, and not closed since. */
  isNew: boolean;
  onOpen: () => void;
  onClose: () => void;
  onImports: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const [isRemoving, setIsRemoving] = useState(false);
  const back = shown.itemId === null ? null : returnOfItem(view, shown.itemId);
  const problems =
    shown.itemId === null || shown.isKeptHere
      ? []
      : view.problems.filter(({ path }) => path.startsWith(`/items/${shown.itemId ?? ""}/`));
  const name = shown.item.activityName ?? "";
  const label = name === "" ? text("unnamed") : name;
  const close = () => {
    onClose();
    // The form goes; the keyboard stays at the item.
    requestAnimationFrame(() => document.getElementById(`edit-${shown.formId}`)?.focus());
  };
  return (
    <li className={isOpen ? "individual-item-open" : undefined}>
      {back === null ? null : (
        <Alert type="warning" showIcon title={text("itemReturned", { reason: back.reason ?? "" })} />
      )}
      {isOpen ? (
        <ShowsMissing value={!isNew}>
          <ItemEditor shown={shown} rules={rules} onClose={close} onImports={onImports} />
        </ShowsMissing>
      ) : (
        <>
          <ItemFacts item={shown.item} />
          {shown.isKeptHere ? <p className="field-state-kept">{text("state-kept")}</p> : null}
          {problems.length === 0 ? null : (
            <ul className="problem-list">
              {problems.map((problem) => (
                <li key={problem.path + problem.code}>
                  <ProblemText of={problem} />
                </li>
              ))}
            </ul>
          )}
          <Flex gap="small">
            <Button
              id={`edit-${shown.formId}`}
              size="small"
              aria-label={text("editItem", { name: label })}
              onClick={onOpen}
            >
              {text("edit")}
            </Button>
            <Button
              size="small"
              danger
              aria-label={text("removeItem", { name: label })}
              onClick={() => setIsRemoving(true)}
            >
              {text("remove")}
            </Button>
          </Flex>
        </>
      )}
      {isRemoving ? <Removal shown={shown} label={label} onClose={() => setIsRemoving(false)} /> : null}
    </li>
  );
}

function ProblemText({ of }: { of: { chinese: string; english: string } }): ReactNode {
  return useSentence(of);
}

function Removal({
  shown,
  label,
  onClose,
}: {
  shown: ShownItem;
  label: string;
  onClose: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const command = useDraftCommand();
  const id = draft.snapshot().known?.view.declarationId ?? "";
  const remove = async () => {
    const itemId = shown.itemId;
    if (itemId === null) {
      // It may be on its way; then it is an item like the others in a moment.
      await draft.flush();
    }
    const known = itemId ?? draft.snapshot().names.get(shown.formId);
    if (known === undefined) {
      draft.store.forgetNew(shown.formId);
      forget(shown.formId);
      onClose();
      return;
    }
    forget(known);
    const result = await command.send(() => ({
      method: "delete",
      path: "/api/declarations/{id}/items/{itemId}",
      parameters: { id, itemId: known },
      etag: null,
      label: text("remove"),
    }));
    const isGone =
      !result.isDone && result.problem instanceof ApiProblem && result.problem.code === "item-not-found";
    if (result.isDone || isGone) {
      draft.sender.forgetOrphan(known);
      onClose();
    }
  };
  const forget = (itemId: string) =>
    draft.store.discard([...draft.store.kept().edits.keys()].filter((path) => itemOf(path) === itemId));
  return (
    <Modal
      open
      title={text("removeItemTitle")}
      okText={text("remove")}
      cancelText={text("cancel")}
      okButtonProps={{ danger: true, loading: command.isSending }}
      mask={{ closable: false }}
      onOk={() => void remove()}
      onCancel={onClose}
    >
      <p>{text("removeItemExplained", { name: label })}</p>
      <CommandProgress progress={command.progress} />
      {command.problem === null ? null : (
        <ProblemAlert problem={command.problem} onRetry={() => void remove()} />
      )}
    </Modal>
  );
}
