import { Alert, Button, Space } from "antd";
import { useTexts } from "../language/defineTexts";
import { actionName } from "./actionName";
import { isMovedOnlyBy, lostTo } from "./losses";
import { reviewTexts } from "./texts";
import { momentOf } from "./times";
import type { DeclarationView } from "./types";

/** Somebody moved the declaration while it was being read: who, how, and what to do now. */
export function MovedAlert(props: {
  readonly declaration: DeclarationView;
  readonly sinceVersion: number;
  readonly isHeldHere: boolean;
  readonly ownPersonId: string;
  readonly onLookedAt: () => void;
}) {
  const t = useTexts(reviewTexts);
  const { history } = props.declaration;
  const by = lostTo(history, props.sinceVersion);
  const isOwn = isMovedOnlyBy(history, props.sinceVersion, props.ownPersonId);
  if (by && isOwn && !props.isHeldHere) {
    const last = history.reduce((latest, entry) => (entry.version > latest.version ? entry : latest), by);
    return (
      <Alert
        type="success"
        showIcon
        title={t("moved.own", { action: actionName(t, last.action), moment: momentOf(last.at) })}
        description={t("moved.ownNext")}
      />
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        by
          ? t("moved.by", {
              actor: by.actorName,
              unit: by.unit?.name ?? t("history.declarant"),
              action: actionName(t, by.action),
              moment: momentOf(by.at),
            })
          : t("moved.unknown")
      }
      description={
        <Space orientation="vertical">
          <span>{props.isHeldHere ? t("moved.back") : t("moved.away")}</span>
          {props.isHeldHere ? <Button onClick={props.onLookedAt}>{t("moved.lookedAt")}</Button> : null}
        </Space>
      }
    />
  );
}
