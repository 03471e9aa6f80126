import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { api, unwrap } from "../api/client";
import { isFailure } from "../api/problems";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { useTexts } from "../language/defineTexts";
import { NextUnitPicker } from "./NextUnitPicker";
import { rerouteChoices, routedBy } from "./reroute";
import { ReviewDialog } from "./ReviewDialog";
import { choicesOf } from "./routeSuggestion";
import { reviewTexts } from "./texts";
import type { DeclarationView, UnitReference } from "./types";
import { useKeptWords } from "./useKeptWords";
import { WordsField } from "./WordsField";

/** 改派: sends what came to the wrong unit to another that the routing unit could have chosen. */
export function RerouteDialog(props: {
  readonly unit: string;
  readonly declaration: DeclarationView;
  readonly onReroute: (nextUnit: UnitReference, reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(reviewTexts);
  const { declaration } = props;
  const routing = routedBy(declaration);
  const query = useQuery({
    queryKey: ["review", props.unit, "reroute", routing?.code],
    queryFn: ({ signal }) => choicesFrom(routing?.code ?? "", props.unit, signal),
    enabled: routing !== null,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ words: reason }, keep] = useKeptWords({
    unit: props.unit,
    declarationId: declaration.declarationId,
    kind: "reroute",
  });
  const [isTried, setTried] = useState(false);
  const next = query.data
    ? [...query.data.superiors, ...query.data.agencies].find((unit) => unit.code === chosen)
    : null;
  const decide = () => {
    setTried(true);
    if (next && reason.trim() !== "") {
      props.onReroute(next, reason);
    }
  };
  const isEmpty = query.data !== undefined && choicesOf({ ...query.data, suggestedCode: null }).length === 0;
  return (
    <ReviewDialog
      title={t("reroute.title", { name: declaration.declarant.name })}
      okLabel={isEmpty ? t("notice.close") : t("reroute.ok")}
      isDanger={false}
      isOpen
      onOk={isEmpty ? props.onCancel : decide}
      onCancel={props.onCancel}
    >
      <p>{t("reroute.explains", { unit: routing?.name ?? "" })}</p>
      {isEmpty ? (
        <Alert type="info" showIcon title={t("reroute.nowhere")} />
      ) : query.data ? (
        <>
          <NextUnitPicker
            routes={{ ...query.data, mustChooseAgency: false }}
            suggestedCode={null}
            value={chosen}
            onChange={setChosen}
            error={isTried && !next ? t("route.missing") : null}
          />
          <WordsField
            label={t("reroute.reason")}
            isMandatory
            phrases={[t("phrase.wrongUnit"), t("phrase.otherJurisdiction")]}
            value={reason}
            onChange={(words) => keep({ words })}
            error={isTried && reason.trim() === "" ? t("reroute.reasonMissing") : null}
          />
        </>
      ) : isFailure(query.error) ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </ReviewDialog>
  );
}

async function choicesFrom(routingCode: string, holderCode: string, signal: AbortSignal) {
  const read = async (code: string) =>
    (await unwrap(api.GET("/api/directory/units/{code}", { params: { path: { code } }, signal }))).data;
  const routing = await read(routingCode);
  let agencyCode = routing.agencyCode;
  for (const ancestor of routing.ancestors) {
    agencyCode ??= (await read(ancestor.code)).agencyCode;
  }
  const agency = agencyCode ? await read(agencyCode) : null;
  return rerouteChoices(routing, agency && { code: agency.code, name: agency.name }, holderCode);
}
