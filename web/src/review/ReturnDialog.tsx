import { Checkbox } from "antd";
import { ReasonDialog } from "../components/ReasonDialog";
import { useTexts } from "../language/defineTexts";
import { useItemNames } from "./itemNames";
import { reviewTexts } from "./texts";
import type { DeclarationView } from "./types";
import { useKeptWords } from "./useKeptWords";

/** 审核不通过: with a reason, and the items that it concerns where it does not concern the whole. */
export function ReturnDialog(props: {
  readonly unit: string;
  readonly declaration: DeclarationView;
  readonly onReturn: (reason: string, itemIds: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(reviewTexts);
  const { declaration } = props;
  const nameOf = useItemNames(declaration.items);
  const [{ words, itemIds: chosen }, keep] = useKeptWords({
    unit: props.unit,
    declarationId: declaration.declarationId,
    kind: "return",
  });
  // The person may have removed one since.
  const itemIds = chosen.filter((id) => declaration.items.some((item) => item.itemId === id));
  return (
    <ReasonDialog
      title={t("return.title", { name: declaration.declarant.name })}
      explanation={t("return.explains")}
      label={t("return.reason")}
      confirmText={t("return.ok")}
      suggestions={[
        t("phrase.unreadable"),
        t("phrase.hoursDiffer"),
        t("phrase.missing"),
        t("phrase.organiser"),
        t("phrase.year"),
      ]}
      reason={words}
      onChange={(reason) => keep({ words: reason })}
      onConfirm={(reason) => props.onReturn(reason, itemIds)}
      onCancel={props.onCancel}
    >
      {declaration.items.length > 0 ? (
        <fieldset className="picker">
          <legend>{t("return.items")}</legend>
          <div className="picker-scroll">
            {declaration.items.map(({ itemId }) => (
              <div key={itemId} className="picker-choice">
                <Checkbox
                  checked={itemIds.includes(itemId)}
                  onChange={(event) =>
                    keep({
                      itemIds: event.target.checked
                        ? [...itemIds, itemId]
                        : itemIds.filter((id) => id !== itemId),
                    })
                  }
                >
                  {nameOf(itemId)}
                </Checkbox>
              </div>
            ))}
          </div>
        </fieldset>
      ) : null}
    </ReasonDialog>
  );
}
