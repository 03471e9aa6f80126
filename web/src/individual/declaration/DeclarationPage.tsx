import { Alert, Flex } from "antd";
import type { ReactNode } from "react";
import { useLocation, useParams } from "react-router";
import { Age } from "../../components/Age";
import { HistoryTimeline } from "../../components/HistoryTimeline";
import { HoursChart } from "../../components/HoursChart";
import { LoadError } from "../../components/LoadError";
import { Loading } from "../../components/Loading";
import { PageTitle } from "../../components/PageTitle";
import { PrintButton } from "../../components/PrintButton";
import { StatusTag } from "../../components/StatusTag";
import { formatTime } from "../../components/time";
import type { DeclarationView } from "../../drafts/draftService";
import { useLanguage, useTexts } from "../../language/defineTexts";
import { useMenuPath } from "../menuPath";
import { isEditable, isPending, useDeclaration } from "../queries";
import { texts } from "../texts";
import { DeclarationActions } from "./DeclarationActions";
import { HeadView } from "./HeadView";
import { returnOf } from "./lastReturn";
import { YearsView } from "./YearsView";

/** One declaration: where it is, why it came back, what it says and what happened to it. */
export function DeclarationPage(): ReactNode {
  const text = useTexts(texts);
  const { id = "" } = useParams();
  const path = useMenuPath({ text: text("declarations"), to: "/individual" }, text("declaration"));
  const declaration = useDeclaration(id);
  return (
    <>
      <PageTitle path={path} extra={<PrintButton />} />
      {declaration.isPending ? (
        <Loading />
      ) : declaration.isError ? (
        <LoadError error={declaration.error} onRetry={() => void declaration.refetch()} />
      ) : (
        <Content view={declaration.data.view} etag={declaration.data.etag} />
      )}
    </>
  );
}

function Content({ view, etag }: { view: DeclarationView; etag: string }): ReactNode {
  const text = useTexts(texts);
  return (
    <div className="individual-page">
      <Standing view={view} />
      <DeclarationActions view={view} etag={etag} />
      <section aria-labelledby="years-heading">
        <h2 id="years-heading">{text("hoursByYear")}</h2>
        {view.years.length === 0 ? <p>{text("nothingDeclared")}</p> : <HoursChart years={view.years} />}
      </section>
      <section aria-labelledby="head-heading">
        <h2 id="head-heading">{text("stepHead")}</h2>
        <HeadView view={view} />
      </section>
      <YearsView view={view} />
      <section aria-labelledby="history-heading">
        <h2 id="history-heading">{text("historyHeading")}</h2>
        <HistoryTimeline
          entries={view.history}
          nameOfItem={(itemId) =>
            view.items.find((item) => item.itemId === itemId)?.item.activityName ?? text("removedItem")
          }
        />
      </section>
    </div>
  );
}

/** The status in words, where it is and since when, and the next step. */
function Standing({ view }: { view: DeclarationView }): ReactNode {
  const text = useTexts(texts);
  const language = useLanguage();
  const back = returnOf(view);
  const state = useLocation().state as { isSubmitted?: boolean; isLedHere?: boolean } | null;
  return (
    <>
      {state?.isSubmitted === true && isPending(view.status) ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={text("submittedTitle")}
          description={text("submitted")}
        />
      ) : null}
      {state?.isLedHere === true ? (
        <Alert type="info" showIcon role="status" title={text("ledToOpen")} />
      ) : null}
      {back === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={text(view.status === "revoked" ? "revokedTitle" : "returnedTitle", {
            unit: back.unit?.name ?? "",
          })}
          description={
            <>
              <p className="individual-preserved">{back.reason}</p>
              <p>{text(view.status === "revoked" ? "revokedNext" : "returnedNext")}</p>
            </>
          }
        />
      )}
      <Flex className="individual-standing" gap="middle" align="center" wrap>
        <StatusTag status={view.status} />
        <span>
          {text(`standing-${view.status}`, { unit: view.holder?.name ?? "" })}
          {text("comma")}
          <Age since={view.heldSince} />
          {` (${formatTime(view.heldSince, language)})`}
        </span>
        {isEditable(view.status) || view.submittedAt == null ? null : (
          <span>{text("submittedAt", { time: formatTime(view.submittedAt, language) })}</span>
        )}
      </Flex>
    </>
  );
}
