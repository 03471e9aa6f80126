import { Alert } from "antd";
import { useState } from "react";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { useTexts } from "../language/defineTexts";
import { NextUnitPicker } from "./NextUnitPicker";
import { ReviewDialog } from "./ReviewDialog";
import { choicesOf } from "./routeSuggestion";
import { reviewTexts } from "./texts";
import type { DeclarationView, UnitKind, UnitReference } from "./types";
import { useRoutes } from "./useRoutes";
import { useKeptWords } from "./useKeptWords";
import { WordsField } from "./WordsField";

export interface PassDialogProps {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly declaration: DeclarationView;
  readonly onPass: (nextUnit: UnitReference | null, opinion: string) => void;
  readonly onCancel: () => void;
}

/** 审核通过: the next unit is chosen and the pass pressed again; at an agency the pass recognises. */
export function PassDialog(props: PassDialogProps) {
  return props.kind === "agency" ? <Recognition {...props} /> : <PassOn {...props} />;
}

function Recognition({ unit, declaration, onPass, onCancel }: PassDialogProps) {
  const t = useTexts(reviewTexts);
  const [{ words: opinion }, keep] = useKeptWords({
    unit,
    declarationId: declaration.declarationId,
    kind: "pass",
  });
  return (
    <ReviewDialog
      title={t("pass.title", { name: declaration.declarant.name })}
      okLabel={t("pass.ok")}
      isDanger={false}
      isOpen
      onOk={() => onPass(null, opinion)}
      onCancel={onCancel}
    >
      <Alert type="info" showIcon title={t("pass.recognises")} />
      <TargetsWarning declaration={declaration} />
      <Opinion value={opinion} onChange={(words) => keep({ words })} />
    </ReviewDialog>
  );
}

function PassOn({ unit, declaration, onPass, onCancel }: PassDialogProps) {
  const t = useTexts(reviewTexts);
  const { routes, suggestedCode, failure, readAgain } = useRoutes(unit, declaration);
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ words: opinion }, keep] = useKeptWords({
    unit,
    declarationId: declaration.declarationId,
    kind: "pass",
  });
  const [isMissing, setMissing] = useState(false);
  const value = chosen ?? suggestedCode;
  const pass = () => {
    const next = routes ? choicesOf(routes).find((choice) => choice.code === value) : undefined;
    setMissing(!next);
    if (next) {
      onPass(next, opinion);
    }
  };
  return (
    <ReviewDialog
      title={t("pass.title", { name: declaration.declarant.name })}
      okLabel={t("pass.ok")}
      isDanger={false}
      isOpen
      onOk={pass}
      onCancel={onCancel}
    >
      <TargetsWarning declaration={declaration} />
      {routes ? (
        <NextUnitPicker
          routes={routes}
          suggestedCode={suggestedCode}
          value={value}
          onChange={setChosen}
          error={isMissing && value === null ? t("route.missing") : null}
        />
      ) : failure ? (
        <LoadError error={failure} onRetry={readAgain} />
      ) : (
        <Loading />
      )}
      <Opinion value={opinion} onChange={(words) => keep({ words })} />
    </ReviewDialog>
  );
}

function Opinion(props: { readonly value: string; readonly onChange: (words: string) => void }) {
  const t = useTexts(reviewTexts);
  return <WordsField label={t("pass.opinion")} isMandatory={false} phrases={[]} error={null} {...props} />;
}

function TargetsWarning({ declaration }: { readonly declaration: DeclarationView }) {
  const t = useTexts(reviewTexts);
  const missed = declaration.years.filter((year) => !year.targetMet).map((year) => year.year);
  return missed.length > 0 ? (
    <Alert type="warning" showIcon title={t("pass.targetsMissed", { years: missed.join("、") })} />
  ) : null;
}
