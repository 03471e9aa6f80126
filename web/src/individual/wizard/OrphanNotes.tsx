import { Alert, Button, Flex } from "antd";
import type { ReactNode } from "react";
import { fieldOf, type FieldValue, itemOf } from "../../drafts/edits";
import { useDraft, useDraftSnapshot } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { ItemFacts } from "../ItemFacts";
import { texts } from "../texts";

/** Items that were deleted elsewhere while something was typed into them here: the person decides. */
export function OrphanNotes(): ReactNode {
  const text = useTexts(texts);
  const draft = useDraft();
  const { kept, sending } = useDraftSnapshot();
  return [...sending.orphans].map((itemId) => {
    const edits = [...kept.edits].filter(([path]) => itemOf(path) === itemId);
    if (edits.length === 0) {
      return null;
    }
    const typed: Record<string, FieldValue> = {};
    edits.forEach(([path, edit]) => {
      typed[fieldOf(path)] = edit.value;
    });
    const forget = () => {
      draft.store.discard(edits.map(([path]) => path));
      draft.sender.forgetOrphan(itemId);
    };
    return (
      <Alert
        key={itemId}
        type="warning"
        showIcon
        role="alert"
        title={text("orphanTitle")}
        description={
          <>
            <ItemFacts item={typed} />
            <Flex gap="small">
              <Button
                onClick={() => {
                  draft.addItem(typed);
                  forget();
                }}
              >
                {text("orphanAdd")}
              </Button>
              <Button type="text" onClick={forget}>
                {text("orphanDrop")}
              </Button>
            </Flex>
          </>
        }
      />
    );
  });
}
