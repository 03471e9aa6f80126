import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { Loading } from "../../components/Loading";
import { ProblemAlert } from "../../components/ProblemAlert";
import type { DeclarationView } from "../../drafts/draftService";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";
import { useEvidenceAddress } from "./evidenceContent";

type Evidence = DeclarationView["evidence"][number];

/** Shows what was uploaded: a picture here, a PDF in the browser's viewer. */
export function PreviewDialog({
  declarationId,
  evidence,
  onClose,
}: {
  declarationId: string;
  evidence: Evidence;
  onClose: () => void;
}): ReactNode {
  const text = useTexts(texts);
  const { address, failure } = useEvidenceAddress(declarationId, evidence.evidenceId);
  const isPicture = evidence.contentType !== "application/pdf";
  return (
    <Modal open title={evidence.fileName} width="min(960px, 96vw)" footer={null} onCancel={onClose}>
      {failure !== null ? (
        <ProblemAlert problem={failure} />
      ) : address === null ? (
        <Loading />
      ) : (
        <>
          <p>
            <Button href={address} download={evidence.fileName}>
              {text("saveFile")}
            </Button>
          </p>
          {isPicture ? (
            <img className="preview-picture" src={address} alt={evidence.fileName} />
          ) : (
            <iframe className="preview-paper" src={address} title={evidence.fileName} />
          )}
        </>
      )}
    </Modal>
  );
}
