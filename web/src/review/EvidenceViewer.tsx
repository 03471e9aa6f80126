import { Button, Space, Tooltip } from "antd";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import {
  DownloadOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from "@ant-design/icons";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { ImageStage } from "./ImageStage";
import { neighbour, turned, zoomAfter } from "./evidenceFiles";
import type { EvidenceView } from "./types";
import { useEvidenceContent } from "./useEvidenceContent";
import { useShortcuts } from "./shortcuts";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";

const PdfStage = lazy(() => import("./PdfStage"));

export interface EvidenceViewerProps {
  readonly unit: string;
  readonly declarationId: string;
  /** At least one, in the order in which they are gone through. */
  readonly files: readonly EvidenceView[];
  readonly activeId: string;
  readonly onActive: (evidenceId: string) => void;
}

/** One piece of evidence at a time, with its neighbours a key away. */
export function EvidenceViewer(props: EvidenceViewerProps) {
  const { files, activeId, onActive } = props;
  const t = useTexts(reviewTexts);
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const active = files.find((file) => file.evidenceId === activeId) ?? files[0];
  const [shownId, setShownId] = useState(active?.evidenceId);
  if (active && active.evidenceId !== shownId) {
    // Each file is seen upright and whole first.
    setShownId(active.evidenceId);
    setRotation(0);
    setZoom(1);
  }
  const previous = neighbour(files, active?.evidenceId ?? null, -1);
  const next = neighbour(files, active?.evidenceId ?? null, 1);
  const go = (file: EvidenceView | null) => file && onActive(file.evidenceId);
  const content = useEvidenceContent(props.unit, props.declarationId, active ?? null, next);
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const width = useWidth(stage);

  useShortcuts({
    "[": () => go(previous),
    "]": () => go(next),
    "+": () => setZoom(zoomAfter(zoom, 1)),
    "=": () => setZoom(zoomAfter(zoom, 1)),
    "-": () => setZoom(zoomAfter(zoom, -1)),
    "0": () => setZoom(1),
    t: () => setRotation(turned(rotation)),
  });

  if (!active) {
    return null;
  }
  const place = files.findIndex((file) => file.evidenceId === active.evidenceId) + 1;
  return (
    <section className="viewer" aria-label={t("viewer.title")}>
      <div className="viewer-name">
        <strong>{t("viewer.yearAndFile", { year: active.year, name: active.fileName })}</strong>
        <span>{t("viewer.place", { place, count: files.length })}</span>
      </div>
      <Space wrap size={4} className="viewer-tools" role="toolbar" aria-label={t("viewer.tools")}>
        <Tool
          label={t("viewer.previous")}
          icon={<LeftOutlined />}
          onClick={previous ? () => go(previous) : null}
        />
        <Tool label={t("viewer.next")} icon={<RightOutlined />} onClick={next ? () => go(next) : null} />
        <Tool
          label={t("viewer.zoomOut")}
          icon={<ZoomOutOutlined />}
          onClick={() => setZoom(zoomAfter(zoom, -1))}
        />
        <Button onClick={() => setZoom(1)} aria-label={`${t("viewer.fit")} ${Math.round(zoom * 100)}%`}>
          {Math.round(zoom * 100)}%
        </Button>
        <Tool
          label={t("viewer.zoomIn")}
          icon={<ZoomInOutlined />}
          onClick={() => setZoom(zoomAfter(zoom, 1))}
        />
        <Tool
          label={t("viewer.rotate")}
          icon={<RotateRightOutlined />}
          onClick={() => setRotation(turned(rotation))}
        />
        {content.address ? (
          <Tooltip title={t("viewer.download")}>
            <Button
              icon={<DownloadOutlined />}
              aria-label={t("viewer.download")}
              href={content.address}
              download={active.fileName}
            />
          </Tooltip>
        ) : null}
      </Space>
      {/* It scrolls, so it takes the focus: arrow keys move what is seen. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={setStage} className="viewer-stage" tabIndex={0} role="group" aria-label={t("viewer.stage")}>
        <Stage {...{ active, content, zoom, rotation, width }} />
      </div>
    </section>
  );
}

function Stage(props: {
  readonly active: EvidenceView;
  readonly content: ReturnType<typeof useEvidenceContent>;
  readonly zoom: number;
  readonly rotation: number;
  readonly width: number;
}): ReactNode {
  const { active, content, zoom, rotation, width } = props;
  const t = useTexts(reviewTexts);
  if (content.failure) {
    return <LoadError error={content.failure} onRetry={content.readAgain} />;
  }
  if (!content.blob || !content.address || width === 0) {
    return <Loading />;
  }
  if (active.contentType === "application/pdf") {
    return (
      <Suspense fallback={<Loading />}>
        <PdfStage
          key={active.evidenceId}
          blob={content.blob}
          name={active.fileName}
          zoom={zoom}
          rotation={rotation}
          stageWidth={width}
        />
      </Suspense>
    );
  }
  return (
    <ImageStage
      key={active.evidenceId}
      address={content.address}
      description={t("viewer.yearAndFile", { year: active.year, name: active.fileName })}
      zoom={zoom}
      rotation={rotation}
      stageWidth={width}
    />
  );
}

function Tool(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: (() => void) | null;
}) {
  return (
    <Tooltip title={props.label}>
      <Button
        icon={props.icon}
        aria-label={props.label}
        disabled={!props.onClick}
        onClick={props.onClick ?? undefined}
      />
    </Tooltip>
  );
}

/** Inner width in CSS pixels, without a scroll bar; 0 until it is known. */
function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
