import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Rows drawn beyond each edge of the screen, so that quick scrolling meets no gap. */
const overscanRows = 8;

/** The range moves in steps of so many rows: most scroll events then draw nothing at all. */
const stepRows = 4;

export interface RowRange {
  /** First row to draw. */
  readonly from: number;
  /** The row after the last one to draw. */
  readonly to: number;
}

/** The rows of a list that are on the screen, with a margin, as whole steps. Pure, so that its bounds can be tested. */
export function rowRange(top: number, viewportHeight: number, rowHeight: number, count: number): RowRange {
  const first = Math.floor(-top / rowHeight) - overscanRows;
  const last = Math.ceil((viewportHeight - top) / rowHeight) + overscanRows;
  const from = Math.min(Math.max(0, Math.floor(first / stepRows) * stepRows), Math.max(0, count - 1));
  const to = Math.min(count, Math.max(from, Math.ceil(last / stepRows) * stepRows));
  return { from, to };
}

/** Which rows of a list of equal rows to draw; the list may lie in the page or in anything that scrolls. */
export function useVisibleRows(
  count: number,
  rowHeight: number,
): { readonly listRef: RefObject<HTMLDivElement | null>; readonly range: RowRange } {
  const listRef = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<RowRange>({ from: 0, to: Math.min(count, overscanRows * 2) });
  const measure = useCallback(() => {
    const list = listRef.current;
    if (list) {
      const next = rowRange(list.getBoundingClientRect().top, window.innerHeight, rowHeight, count);
      setRange((present) => (present.from === next.from && present.to === next.to ? present : next));
    }
  }, [count, rowHeight]);

  useLayoutEffect(measure, [measure]);

  useEffect(() => {
    let frame = 0;
    const measureSoon = () => {
      if (frame === 0) {
        frame = requestAnimationFrame(() => {
          frame = 0;
          measure();
        });
      }
    };
    // Captured, because scroll events of inner boxes do not bubble.
    document.addEventListener("scroll", measureSoon, { capture: true, passive: true });
    window.addEventListener("resize", measureSoon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("scroll", measureSoon, { capture: true });
      window.removeEventListener("resize", measureSoon);
    };
  }, [measure]);

  return { listRef, range };
}
