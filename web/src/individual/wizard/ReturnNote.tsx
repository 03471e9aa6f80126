import { Alert } from "antd";
import type { ReactNode } from "react";
import { useDraftSnapshot } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { returnOf } from "../declaration/lastReturn";
import { texts } from "../texts";

/** Why the declaration came back, in every step until it is submitted again. */
export function ReturnNote(): ReactNode {
  const text = useTexts(texts);
  const { known } = useDraftSnapshot();
  const back = known === null ? null : returnOf(known.view);
  if (back === null) {
    return null;
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={text("returnedTitle", { unit: back.unit?.name ?? "" })}
      description={<span className="individual-preserved">{back.reason}</span>}
    />
  );
}
