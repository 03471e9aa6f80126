import { FileImageOutlined, FilePdfOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { DeclarationView } from "../../drafts/draftService";
import { useTexts } from "../../language/defineTexts";
import { formatSize } from "../formatSize";
import { texts } from "../texts";
import { PreviewDialog } from "./PreviewDialog";

type Evidence = DeclarationView["evidence"][number];

/** One file of a declaration, with its preview. */
export function EvidenceFile({
  declarationId,
  evidence,
  children,
}: {
  declarationId: string;
  evidence: Evidence;
  /** What else can be done with it. */
  children?: ReactNode;
}): ReactNode {
  const text = useTexts(texts);
  const [isShown, setIsShown] = useState(false);
  const isOpen = evidence.digest == null;
  const Icon = evidence.contentType === "application/pdf" ? FilePdfOutlined : FileImageOutlined;
  return (
    <div className="evidence-file" id={`evidence-${evidence.evidenceId}`} tabIndex={-1}>
      <span className="evidence-name">
        <Icon aria-hidden /> {evidence.fileName}
      </span>
      <span className="evidence-facts">
        {formatSize(evidence.sizeBytes)}
        {isOpen ? <strong className="field-problem"> {text("uploadUnfinished")}</strong> : null}
      </span>
      <span className="evidence-actions no-print">
        {isOpen ? null : (
          <Button
            size="small"
            aria-label={text("previewFile", { name: evidence.fileName })}
            onClick={() => setIsShown(true)}
          >
            {text("preview")}
          </Button>
        )}
        {children}
      </span>
      {isShown ? (
        <PreviewDialog declarationId={declarationId} evidence={evidence} onClose={() => setIsShown(false)} />
      ) : null}
    </div>
  );
}
