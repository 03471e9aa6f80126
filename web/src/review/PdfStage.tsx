import { Alert, Button, Space } from "antd";
import { useEffect, useRef, useState } from "react";
import { Loading } from "../components/Loading";
import { useTexts } from "../language/defineTexts";
import { fittedSize } from "./evidenceFiles";
import { openPdf, type OpenPdf, type PdfPage } from "./pdf";
import { reviewTexts } from "./texts";
import { useShortcuts } from "./shortcuts";

/** Pixels of a drawn page: more, and phones run out of memory. */
const pixelsMax = 16_000_000;

export interface PdfStageProps {
  readonly blob: Blob;
  readonly name: string;
  readonly zoom: number;
  readonly rotation: number;
  readonly stageWidth: number;
}

/** One page of a PDF at a time, fitted to the width, turned and zoomed; its text is there for those who hear it. */
export default function PdfStage(props: PdfStageProps) {
  const t = useTexts(reviewTexts);
  const opened = useOpenPdf(props.blob);
  const [pageNumber, setPageNumber] = useState(1);
  const pageCount = opened.document?.numPages ?? 0;
  const go = (step: number) => setPageNumber(Math.min(pageCount, Math.max(1, pageNumber + step)));
  useShortcuts({ PageDown: () => go(1), PageUp: () => go(-1) });
  if (opened.isUnreadable) {
    return <Alert type="error" showIcon title={t("viewer.unreadable")} />;
  }
  if (!opened.document) {
    return <Loading />;
  }
  return (
    <div className="viewer-pdf">
      {pageCount > 1 ? (
        <Space className="viewer-pages">
          <Button disabled={pageNumber <= 1} onClick={() => go(-1)}>
            {t("viewer.previousPage")}
          </Button>
          <span role="status">{t("viewer.page", { page: pageNumber, pages: pageCount })}</span>
          <Button disabled={pageNumber >= pageCount} onClick={() => go(1)}>
            {t("viewer.nextPage")}
          </Button>
        </Space>
      ) : null}
      <Page {...props} document={opened.document} pageNumber={pageNumber} />
    </div>
  );
}

function useOpenPdf(blob: Blob): { readonly document: OpenPdf | null; readonly isUnreadable: boolean } {
  const [state, setState] = useState<{ document: OpenPdf | null; isUnreadable: boolean }>({
    document: null,
    isUnreadable: false,
  });
  useEffect(() => {
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    let close = () => {};
    void (async () => {
      try {
        const bytes = await blob.arrayBuffer();
        if (isOver()) {
          return;
        }
        const task = openPdf(bytes);
        close = () => void task.destroy();
        const document = await task.promise;
        if (!isOver()) {
          setState({ document, isUnreadable: false });
        }
      } catch {
        if (!isOver()) {
          setState({ document: null, isUnreadable: true });
        }
      }
    })();
    return () => {
      over.abort();
      close();
    };
  }, [blob]);
  return state;
}

function Page(props: PdfStageProps & { readonly document: OpenPdf; readonly pageNumber: number }) {
  const { document, pageNumber, zoom, rotation, stageWidth } = props;
  const t = useTexts(reviewTexts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  const [isFaulty, setFaulty] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    let cancel = () => {};
    void (async () => {
      try {
        setDrawn(false);
        const page = await document.getPage(pageNumber);
        if (isOver() || !canvas.current) {
          return;
        }
        const task = draw(page, canvas.current, { zoom, rotation, stageWidth });
        cancel = () => task.cancel();
        await task.promise;
        const content = await page.getTextContent();
        if (!isOver()) {
          setDrawn(true);
          setFaulty(false);
          setText(content.items.map((item) => ("str" in item ? item.str : "")).join(" "));
        }
      } catch {
        if (!isOver()) {
          setFaulty(true);
        }
      }
    })();
    return () => {
      over.abort();
      cancel();
    };
  }, [document, pageNumber, zoom, rotation, stageWidth]);
  return (
    <>
      {isFaulty ? <Alert type="error" showIcon title={t("viewer.unreadable")} /> : null}
      <canvas
        ref={canvas}
        role="img"
        aria-busy={!isDrawn}
        aria-label={t("viewer.pageOf", { name: props.name, page: pageNumber, pages: document.numPages })}
      />
      <p className="visually-hidden">{text}</p>
    </>
  );
}

function draw(
  page: PdfPage,
  canvas: HTMLCanvasElement,
  how: { readonly zoom: number; readonly rotation: number; readonly stageWidth: number },
) {
  const rotation = (page.rotate + how.rotation) % 360;
  const upright = page.getViewport({ scale: 1, rotation });
  const fitted = fittedSize(upright, 0, how.stageWidth);
  const width = fitted.width * how.zoom;
  const height = fitted.height * how.zoom;
  const wanted = window.devicePixelRatio || 1;
  const density = Math.min(wanted, Math.sqrt(pixelsMax / (width * height)));
  const viewport = page.getViewport({ scale: (width / upright.width) * density, rotation });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  return page.render({ canvas, viewport });
}
