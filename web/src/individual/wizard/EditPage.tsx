import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Navigate, useLocation, useParams } from "react-router";
import { pendingCommands } from "../../api/pendingCommands";
import { LoadError } from "../../components/LoadError";
import { Loading } from "../../components/Loading";
import { PageTitle } from "../../components/PageTitle";
import { createDraftSession } from "../../drafts/draftSession";
import { draftPrefix } from "../../drafts/draftStore";
import { mirroredStorage } from "../../drafts/mirror";
import { restoreOnce } from "../../drafts/restoreOnce";
import type { Known } from "../../drafts/draftService";
import { DraftContext } from "../../drafts/useDraft";
import { useTexts } from "../../language/defineTexts";
import { useMe } from "../../session/useMe";
import { useSession } from "../../session/useSession";
import { draftServiceOf } from "../declarationService";
import { useMenuPath } from "../menuPath";
import { isEditable, isPending, keepDeclaration, type Rules, useDeclaration, useRules } from "../queries";
import { texts } from "../texts";
import { UploadsProvider } from "./UploadsProvider";
import { Wizard } from "./Wizard";

/** The wizard of one declaration; what cannot be edited is shown instead. */
export function EditPage(): ReactNode {
  const text = useTexts(texts);
  const { id = "" } = useParams();
  const path = useMenuPath({ text: text("declarations"), to: "/individual" }, text("editDeclaration"));
  const declaration = useDeclaration(id);
  const rules = useRules();
  const { personId } = useMe();
  const restored = useQuery({
    queryKey: ["restored-drafts", personId, id],
    queryFn: async () => {
      await restoreOnce(localStorage, draftPrefix(personId, id));
      return true;
    },
    networkMode: "always",
    staleTime: Infinity,
  });
  // What was read earlier may be of before a return: only what is read now can say that nothing may be edited.
  const isOutdated =
    declaration.data !== undefined &&
    !isEditable(declaration.data.view.status) &&
    !declaration.isFetchedAfterMount &&
    declaration.fetchStatus === "fetching";
  const failed = declaration.isError && declaration.data === undefined ? declaration : rules;
  return (
    <>
      <PageTitle path={path} />
      {declaration.data !== undefined && rules.data !== undefined && restored.isFetched && !isOutdated ? (
        <Editing key={id} known={declaration.data} rules={rules.data} />
      ) : failed.isError ? (
        <LoadError error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Editing({ known, rules }: { known: Known; rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const id = known.view.declarationId;
  const { personId } = useMe();
  const { isSignedIn } = useSession();
  const queries = useQueryClient();
  const state = useLocation().state as { isLedHere?: boolean } | null;
  const draft = useMemo(
    () =>
      createDraftSession({
        storage: mirroredStorage(localStorage),
        personId,
        declarationId: id,
        service: (onWaiting) => draftServiceOf(id, onWaiting),
        onKnown: (next) => void keepDeclaration(queries, id, next),
        whenSettled: () => pendingCommands.whenSettled(),
      }),
    [personId, id, queries],
  );
  // Before the first rendering of a field, so that none begins with nothing.
  useState(() => draft.adopt(known));
  useEffect(() => {
    draft.adopt(known);
  }, [draft, known]);
  useEffect(() => draft.watch(), [draft]);
  useEffect(() => {
    if (isSignedIn) {
      void draft.flush();
    }
  }, [draft, isSignedIn]);
  const [keptAfterLocking, setKeptAfterLocking] = useState(() => !draft.store.isEmpty());

  if (!isEditable(known.view.status)) {
    if (draft.store.isEmpty() || !keptAfterLocking) {
      // The answer to 提交 may be read before the button has it.
      const isSubmitted = isPending(known.view.status);
      return <Navigate to={`/individual/declarations/${id}`} replace state={{ isSubmitted }} />;
    }
    return (
      <Alert
        type="warning"
        showIcon
        title={text("lockedTitle")}
        description={
          <>
            <p>{text(isPending(known.view.status) ? "lockedPending" : "lockedFinal")}</p>
            <Button onClick={() => setKeptAfterLocking(false)}>{text("goToDeclaration")}</Button>
          </>
        }
      />
    );
  }
  return (
    <DraftContext value={draft}>
      <UploadsProvider declarationId={id}>
        {state?.isLedHere === true ? (
          <Alert type="info" showIcon role="status" title={text("ledToOpen")} />
        ) : null}
        <Wizard rules={rules} />
      </UploadsProvider>
    </DraftContext>
  );
}
