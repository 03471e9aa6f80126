import { Alert, Modal } from "antd";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../api/client";
import { HistoryTimeline } from "../components/HistoryTimeline";
import { useLanguage, useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { DecisionBar } from "./DecisionBar";
import { decisionBook } from "./decisionBook";
import { isDecided } from "./decisions";
import { DeclarationHead } from "./DeclarationHead";
import type { DeclarationPageProps } from "./DeclarationPage";
import { shownEvidence } from "./evidenceFiles";
import { EvidenceViewer } from "./EvidenceViewer";
import { useItemNames } from "./itemNames";
import { isMovedOnlyBy } from "./losses";
import { MovedAlert } from "./MovedAlert";
import { reviewTexts } from "./texts";
import type { DeclarationView } from "./types";
import { useHasRoomBeside, useNow } from "./useSurroundings";
import { YearPanel } from "./YearPanel";

export interface DeclarationReviewProps extends DeclarationPageProps {
  readonly declaration: DeclarationView;
  readonly etag: string | null;
  readonly onReadAgain: () => void;
}

/** The claimed hours with the evidence beside them, what was said before, and the decision. */
export function DeclarationReview(props: DeclarationReviewProps) {
  const { unit, declaration } = props;
  const t = useTexts(reviewTexts);
  const me = useMe();
  const nowMilliseconds = useNow();
  const isBeside = useHasRoomBeside();
  const nameOf = useItemNames(declaration.items);
  const activityName = useActivityNames();
  const files = useMemo(() => shownEvidence(declaration.evidence), [declaration.evidence]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [isFull, setFull] = useState(false);
  // The version that was read; what came after it has to be looked at before it is decided.
  const [seen, setSeen] = useState({ version: declaration.version, etag: props.etag });
  const records = useSyncExternalStore(decisionBook.subscribe, decisionBook.records);
  const hasMoved = declaration.version !== seen.version;
  const isHeldHere = declaration.holder?.code === unit;
  // What the reader did to it themselves keeps nobody from revoking it: a page that is opened again begins with the copy from before.
  const isOwnMove = !isHeldHere && isMovedOnlyBy(declaration.history, seen.version, me.personId);
  const decidedOn = isOwnMove ? { version: declaration.version, etag: props.etag } : seen;
  const isBeingDecided = isDecided(records, unit, {
    declarationId: declaration.declarationId,
    version: decidedOn.version,
  });
  const membership = me.memberships.find((each) => each.unit.code === unit);
  const isOwn = declaration.declarant.personId === me.personId;
  const active = activeId ?? files[0]?.evidenceId ?? null;
  const showYear = (year: number) => {
    setActiveId(files.find((file) => file.year === year)?.evidenceId ?? null);
    setFull(!isBeside);
    if (isBeside) {
      document.querySelector<HTMLElement>(".viewer-stage")?.focus();
    }
  };
  const viewer = active ? (
    <EvidenceViewer
      unit={unit}
      declarationId={declaration.declarationId}
      files={files}
      activeId={active}
      onActive={setActiveId}
    />
  ) : (
    <Alert type="info" showIcon title={t("viewer.none")} />
  );
  return (
    <div className={isBeside ? "review review-beside" : "review"}>
      <div className="review-claims">
        {isOwn ? <Alert type="warning" showIcon title={t("review.own")} /> : null}
        {hasMoved ? (
          <MovedAlert
            declaration={declaration}
            sinceVersion={seen.version}
            isHeldHere={isHeldHere}
            ownPersonId={me.personId}
            onLookedAt={() => setSeen({ version: declaration.version, etag: props.etag })}
          />
        ) : null}
        <DeclarationHead declaration={declaration} nowMilliseconds={nowMilliseconds} />
        <section aria-labelledby="years-title">
          <h2 id="years-title">{t("year.heading")}</h2>
          {declaration.years.map((summary) => (
            <YearPanel
              key={summary.year}
              summary={summary}
              declaration={declaration}
              activityName={activityName}
              evidenceCount={files.filter((file) => file.year === summary.year).length}
              onEvidence={() => showYear(summary.year)}
            />
          ))}
        </section>
        <section aria-labelledby="history-title">
          <h2 id="history-title">{t("history.heading")}</h2>
          <HistoryTimeline entries={declaration.history} nameOfItem={nameOf} />
        </section>
      </div>
      {isBeside ? <aside className="review-evidence">{viewer}</aside> : null}
      <Modal
        open={isFull && !isBeside}
        title={t("viewer.title")}
        footer={null}
        width="100vw"
        className="viewer-full"
        onCancel={() => setFull(false)}
        destroyOnHidden
      >
        {viewer}
      </Modal>
      <DecisionBar
        {...props}
        etag={decidedOn.etag}
        version={decidedOn.version}
        canDecide={isHeldHere && !hasMoved && !isOwn && !isBeingDecided && mayDecide(membership?.roles ?? [])}
        canRevoke={
          props.isAuditor &&
          declaration.status === "recognised" &&
          (!hasMoved || isOwnMove) &&
          !isOwn &&
          !isBeingDecided
        }
        isHeldHere={isHeldHere}
        isRoleMissing={isHeldHere && !mayDecide(membership?.roles ?? [])}
      />
    </div>
  );
}

/** The registry decides; this only keeps buttons away from those who are certain to be refused. */
function mayDecide(roles: readonly string[]): boolean {
  return roles.some((role) => role !== "auditor");
}

function useActivityNames(): (code: string) => string {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["rules"],
    queryFn: async ({ signal }) => (await unwrap(api.GET("/api/rules", { signal }))).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (code) => {
    const type = data?.activityTypes.find((each) => each.code === code);
    return type ? (language === "zh" ? type.chinese : type.english) : code;
  };
}
