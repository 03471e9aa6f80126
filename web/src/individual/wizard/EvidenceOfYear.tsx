import { CameraOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Flex } from "antd";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { ApiProblem } from "../../api/problems";
import { ProblemAlert } from "../../components/ProblemAlert";
import type { DeclarationView } from "../../drafts/draftService";
import { uploadAccept } from "../../drafts/uploads/limits";
import { useTexts } from "../../language/defineTexts";
import { EvidenceFile } from "../evidence/EvidenceFile";
import { texts } from "../texts";
import { uploadElementId } from "./steps";
import { UploadRow } from "./UploadRow";
import { useDraftCommand } from "./useDraftCommand";
import { useUploads } from "./UploadsProvider";

/** Files of one year: those that are there, those on their way, and the way to add one. */
export function EvidenceOfYear({
  year,
  view,
  isDeclared,
}: {
  year: number;
  view: DeclarationView;
  isDeclared: boolean;
}): ReactNode {
  const text = useTexts(texts);
  const { queue, uploads } = useUploads();
  const [isOver, setIsOver] = useState(false);
  const chosen = uploads.filter((upload) => upload.year === year && upload.phase !== "done");
  // A reserved place of this very page is shown as its upload.
  const busyIds = queue.reservedIds();
  const files = view.evidence.filter((each) => each.year === year && !busyIds.has(each.evidenceId));
  const add = (list: FileList | null) => {
    void queue.add(year, [...(list ?? [])], {
      ofYear: files.length + chosen.length,
      all: view.evidence.length + uploads.filter(({ phase }) => phase === "waiting").length,
    });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <section
      className={`individual-year ${isOver ? "upload-over" : ""}`}
      aria-label={text("yearHeading", { year })}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h3>{text("yearHeading", { year })}</h3>
      {isDeclared ? null : <p className="field-problem">{text("evidenceOfNoYear")}</p>}
      {files.length === 0 && chosen.length === 0 ? <p>{text("noEvidenceYet")}</p> : null}
      <ul className="individual-files">
        {files.map((evidence) => (
          <li key={evidence.evidenceId}>
            <EvidenceFile declarationId={view.declarationId} evidence={evidence}>
              <Removal declarationId={view.declarationId} evidence={evidence} />
            </EvidenceFile>
          </li>
        ))}
        {chosen.map((upload) => (
          <li key={upload.id}>
            <UploadRow upload={upload} />
          </li>
        ))}
      </ul>
      {isDeclared ? (
        <Flex gap="small" align="center" wrap>
          <Choosing year={year} onFiles={add} isCamera={false} />
          <Choosing year={year} onFiles={add} isCamera />
          <span className="field-hint individual-wide-only">{text("dropHere")}</span>
        </Flex>
      ) : null}
    </section>
  );
}

function Choosing({
  year,
  onFiles,
  isCamera,
}: {
  year: number;
  onFiles: (files: FileList | null) => void;
  isCamera: boolean;
}): ReactNode {
  const text = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const label = text(isCamera ? "photographOf" : "uploadOf", { year });
  return (
    <>
      <Button
        id={isCamera ? undefined : uploadElementId(year)}
        className={isCamera ? "individual-phone-only" : undefined}
        icon={isCamera ? <CameraOutlined aria-hidden /> : <UploadOutlined aria-hidden />}
        aria-label={label}
        onClick={() => input.current?.click()}
      >
        {text(isCamera ? "photograph" : "upload")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        accept={isCamera ? "image/jpeg,image/png" : uploadAccept}
        capture={isCamera ? "environment" : undefined}
        aria-label={label}
        data-testid={`${isCamera ? "photograph" : "upload"}-${year}`}
        onChange={(event) => {
          onFiles(event.target.files);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

function Removal({
  declarationId,
  evidence,
}: {
  declarationId: string;
  evidence: DeclarationView["evidence"][number];
}): ReactNode {
  const text = useTexts(texts);
  const command = useDraftCommand();
  const remove = () =>
    command.send(() => ({
      method: "delete",
      path: "/api/declarations/{id}/evidence/{evidenceId}",
      parameters: { id: declarationId, evidenceId: evidence.evidenceId },
      etag: null,
      label: text("remove"),
    }));
  const isGone = command.problem instanceof ApiProblem && command.problem.code === "evidence-not-found";
  return (
    <>
      <Button
        size="small"
        danger
        loading={command.isSending}
        aria-label={text("removeFile", { name: evidence.fileName })}
        onClick={() => void remove()}
      >
        {text("remove")}
      </Button>
      {command.problem === null || isGone ? null : (
        <ProblemAlert problem={command.problem} onRetry={() => void remove()} onClose={command.clear} />
      )}
    </>
  );
}
