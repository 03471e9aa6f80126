import { ReasonDialog } from "../components/ReasonDialog";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";
import type { DeclarationView } from "./types";

/** 撤销核认: on audit, with a reason, for good. */
export function RevokeDialog(props: {
  readonly declaration: DeclarationView;
  readonly onRevoke: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts(reviewTexts);
  return (
    <ReasonDialog
      title={t("revoke.title", { name: props.declaration.declarant.name })}
      explanation={t("revoke.explains")}
      label={t("revoke.reason")}
      confirmText={t("revoke.ok")}
      suggestions={[t("phrase.audit"), t("phrase.forged"), t("phrase.twice")]}
      onConfirm={props.onRevoke}
      onCancel={props.onCancel}
    />
  );
}
