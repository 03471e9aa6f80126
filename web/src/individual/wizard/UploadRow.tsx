import { Button, Progress } from "antd";
import type { ReactNode } from "react";
import { useSentence } from "../../components/ProblemAlert";
import { uploadLimits } from "../../drafts/uploads/limits";
import type { Upload } from "../../drafts/uploads/uploadQueue";
import { useTexts } from "../../language/defineTexts";
import { formatSize } from "../formatSize";
import { texts } from "../texts";
import { useUploads } from "./UploadsProvider";

/** One file on its way: how far it is, or why it stopped and what to do. */
export function UploadRow({ upload }: { upload: Upload }): ReactNode {
  const text = useTexts(texts);
  const { queue } = useUploads();
  const { phase, file, name, sentBytes } = upload;
  const percent = Math.min(99, Math.round((sentBytes / file.size) * 100));
  const isUnderWay = phase === "sending" || phase === "checking" || phase === "waiting";
  return (
    <div className="evidence-file">
      <span className="evidence-name">{name}</span>
      <span className="evidence-facts">{formatSize(file.size)}</span>
      {isUnderWay ? (
        <Progress
          percent={phase === "checking" ? 99 : percent}
          size="small"
          aria-label={text("uploadProgress", { name })}
        />
      ) : null}
      <span role="status" className={isUnderWay ? "field-hint" : "field-problem"}>
        {isUnderWay ? text(`upload-${phase}`) : <Reason upload={upload} />}
      </span>
      <span className="evidence-actions">
        {phase === "failed" ? (
          <Button
            size="small"
            type="primary"
            aria-label={text("retryFile", { name })}
            onClick={() => queue.retry(upload.id)}
          >
            {text("retry")}
          </Button>
        ) : null}
        <Button
          size="small"
          aria-label={text("dismissFile", { name })}
          onClick={() => void queue.dismiss(upload.id)}
        >
          {text(isUnderWay ? "cancel" : "remove")}
        </Button>
      </span>
    </div>
  );
}

function Reason({ upload }: { upload: Upload }): ReactNode {
  const text = useTexts(texts);
  const { defect, failure } = upload;
  const sentence = useSentence(failure ?? { chinese: "", english: "" });
  if (defect !== null) {
    return text(`defect-${defect}`, {
      size: formatSize(uploadLimits.sizeBytesMax),
      ofYear: uploadLimits.filesPerYearMax,
      all: uploadLimits.filesMax,
    });
  }
  return failure === null ? text("upload-failed") : sentence;
}
