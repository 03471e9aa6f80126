import { ReasonDialog } from "../components/ReasonDialog";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";
import type { DeclarationView } from "./types";
import { useKeptWords } from "./useKeptWords";

/** 撤销核认: on audit, with a reason, for good. */
export function RevokeDialog(props: {
  readonly unit: string;
  readonly declaration: DeclarationView;
  readonly onRevoke: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(reviewTexts);
  const [{ words }, keep] = useKeptWords({
    unit: props.unit,
    declarationId: props.declaration.declarationId,
    kind: "revoke",
  });
  return (
    <ReasonDialog
      title={t("revoke.title", { name: props.declaration.declarant.name })}
      explanation={t("revoke.explains")}
      label={t("revoke.reason")}
      confirmText={t("revoke.ok")}
      suggestions={[t("phrase.audit"), t("phrase.forged"), t("phrase.twice")]}
      reason={words}
      onChange={(reason) => keep({ words: reason })}
      onConfirm={props.onRevoke}
      onCancel={props.onCancel}
    />
  );
}
