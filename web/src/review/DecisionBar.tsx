import { Button, Checkbox, Space } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { decisionBook } from "./decisionBook";
import { isDecided, type DecisionKind } from "./decisions";
import type { DeclarationReviewProps } from "./DeclarationReview";
import { PassDialog } from "./PassDialog";
import { useOpensNext } from "./preferences";
import { readFilters } from "./queueFilters";
import { entryAfter } from "./queuePages";
import { RerouteDialog } from "./RerouteDialog";
import { ReturnDialog } from "./ReturnDialog";
import { RevokeDialog } from "./RevokeDialog";
import { ShortcutsHelp, type KeyHelp } from "./ShortcutsHelp";
import { useShortcuts } from "./shortcuts";
import { reviewTexts } from "./texts";
import type { QueueEntry, UnitReference } from "./types";
import { declarationOptions } from "./useDeclaration";
import { useDecide } from "./useDecide";
import { fetchedEntries } from "./useQueue";
import { useIsNarrow } from "./useSurroundings";

export interface DecisionBarProps extends DeclarationReviewProps {
  /** The version that the decision is made on. */
  readonly version: number;
  readonly canDecide: boolean;
  readonly canRevoke: boolean;
  readonly isHeldHere: boolean;
  readonly isRoleMissing: boolean;
}

/** 审核通过, 审核不通过 and what else can be done, always in reach; and the way to the next one. */
export function DecisionBar(props: DecisionBarProps) {
  const { declaration, unit, kind, base, canDecide, canRevoke } = props;
  const t = useTexts(reviewTexts);
  const isNarrow = useIsNarrow();
  const navigate = useNavigate();
  const { search } = useLocation();
  const decide = useDecide(unit);
  const [dialog, setDialog] = useState<DecisionKind | null>(null);
  const [opensNext, setOpensNext] = useOpensNext();
  const next = useNextInQueue(props);
  const canReroute = canDecide && declaration.status !== "pendingEmployer";
  const goOn = (entry: QueueEntry | null) =>
    void navigate(entry ? `${base}/declarations/${entry.declarationId}${search}` : `${base}${search}`);

  const finish = (
    kind: DecisionKind,
    words: string,
    nextUnit: UnitReference | null,
    itemIds: readonly string[] = [],
  ) => {
    setDialog(null);
    const name = declaration.declarant.name;
    void decide({
      unit,
      declarationId: declaration.declarationId,
      version: props.version,
      etag: props.etag,
      kind,
      personName: name,
      nextUnit,
      words,
      itemIds,
      label: `${t(`decide.${kind}`)}：${name}`,
    });
    if (kind !== "revoke") {
      goOn(opensNext ? next : null);
    }
  };

  useShortcuts({
    p: canDecide ? () => setDialog("pass") : null,
    r: canDecide ? () => setDialog("return") : null,
    n: next ? () => goOn(next) : null,
    b: () => goOn(null),
  });

  const keys: readonly KeyHelp[] = [
    ["P", t("decide.pass")],
    ["R", t("decide.return")],
    ["N", t("decide.next")],
    ["B", t("decide.back")],
    ["[  ]", t("keys.files")],
    ["+  −  0", t("keys.zoom")],
    ["T", t("viewer.rotate")],
    ["PgUp PgDn", t("keys.pages")],
    ["Ctrl+Enter", t("keys.confirm")],
  ];

  return (
    <div className="decision-bar no-print" role="region" aria-label={t("decide.title")}>
      <Space wrap className="decision-main">
        {canDecide ? (
          <>
            <Button type="primary" size="large" onClick={() => setDialog("pass")}>
              {t("decide.pass")}
            </Button>
            <Button danger size="large" onClick={() => setDialog("return")}>
              {t("decide.return")}
            </Button>
          </>
        ) : null}
        {canReroute ? <Button onClick={() => setDialog("reroute")}>{t("decide.reroute")}</Button> : null}
        {canRevoke ? (
          <Button danger onClick={() => setDialog("revoke")}>
            {t("decide.revoke")}
          </Button>
        ) : null}
        {!canDecide && !canRevoke ? <span>{whyNot(props, t)}</span> : null}
      </Space>
      <Space wrap>
        {canDecide ? (
          <Checkbox checked={opensNext} onChange={(event) => setOpensNext(event.target.checked)}>
            {t("decide.opensNext")}
          </Checkbox>
        ) : null}
        {next ? <Button onClick={() => goOn(next)}>{t("decide.next")}</Button> : null}
        {isNarrow ? null : <Button onClick={() => goOn(null)}>{t("decide.back")}</Button>}
        {isNarrow ? null : <ShortcutsHelp keys={keys} />}
      </Space>
      {dialog === "pass" ? (
        <PassDialog
          {...{ unit, kind, declaration }}
          onPass={(nextUnit, opinion) => finish("pass", opinion, nextUnit)}
          onCancel={() => setDialog(null)}
        />
      ) : null}
      {dialog === "return" ? (
        <ReturnDialog
          {...{ unit, declaration }}
          onReturn={(reason, itemIds) => finish("return", reason, null, itemIds)}
          onCancel={() => setDialog(null)}
        />
      ) : null}
      {dialog === "reroute" ? (
        <RerouteDialog
          {...{ unit, declaration }}
          onReroute={(nextUnit, reason) => finish("reroute", reason, nextUnit)}
          onCancel={() => setDialog(null)}
        />
      ) : null}
      {dialog === "revoke" ? (
        <RevokeDialog
          {...{ unit, declaration }}
          onRevoke={(reason) => finish("revoke", reason, null)}
          onCancel={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

function whyNot(
  props: DecisionBarProps,
  t: (key: "decide.roleMissing" | "decide.notHere" | "decide.underWay" | "review.own") => string,
): string {
  if (props.isRoleMissing) {
    return t("decide.roleMissing");
  }
  return props.isHeldHere ? t("decide.underWay") : t("decide.notHere");
}

/** The next declaration of the list that the reviewer came from; it is read ahead, so that it opens at once. */
function useNextInQueue({ unit, declaration, isHeldHere }: DecisionBarProps): QueueEntry | null {
  const client = useQueryClient();
  const me = useMe();
  const { search } = useLocation();
  const [next, setNext] = useState<QueueEntry | null>(null);
  const id = declaration.declarationId;
  useEffect(() => {
    if (!isHeldHere) {
      return undefined;
    }
    const over = new AbortController();
    void (async () => {
      const entries = await fetchedEntries(client, unit, readFilters(new URLSearchParams(search))).catch(
        () => [],
      );
      const records = decisionBook.records();
      const found = entryAfter(
        entries,
        id,
        (entry) => entry.personId !== me.personId && !isDecided(records, unit, entry),
      );
      if (!over.signal.aborted) {
        setNext(found);
        if (found) {
          void client.query(declarationOptions(unit, found.declarationId)).catch(() => null);
        }
      }
    })();
    return () => over.abort();
  }, [client, unit, id, search, me.personId, isHeldHere]);
  return next;
}
