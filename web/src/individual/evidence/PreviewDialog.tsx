import { Button, Modal } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Loading } from "../../components/Loading";
import { ProblemAlert } from "../../components/ProblemAlert";
import type { DeclarationView } from "../../drafts/draftService";
import { useTexts } from "../../language/defineTexts";
import { texts } from "../texts";
import { useEvidenceAddress } from "./evidenceContent";

const PdfStage = lazy(() => import("../../review/PdfStage"));

type Evidence = DeclarationView["evidence"][number];

/** Shows what was uploaded: a picture here, a PDF by the viewer that reviewers use, because browsers of phones have none. */
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
  const [width, setWidth] = useState(0);
  const { blob, address, failure } = useEvidenceAddress(declarationId, evidence.evidenceId);
  const isPicture = evidence.contentType !== "application/pdf";
  return (
    <Modal open title={evidence.fileName} width="min(960px, 96vw)" footer={null} onCancel={onClose}>
      {failure !== null ? (
        <ProblemAlert problem={failure} />
      ) : address === null || blob === null ? (
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
            <div className="preview-paper" ref={(place) => setWidth(place?.clientWidth ?? 0)}>
              {width === 0 ? null : (
                <Suspense fallback={<Loading />}>
                  <PdfStage blob={blob} name={evidence.fileName} zoom={1} rotation={0} stageWidth={width} />
                </Suspense>
              )}
            </div>
          )}
        </>
      )}
    </Modal>
  );
}
