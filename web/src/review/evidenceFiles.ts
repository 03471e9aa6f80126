import type { EvidenceView } from "./types";

/** The files that can be looked at, by year and then as they were added; uploads that are still open are left out. */
export function shownEvidence(evidence: readonly EvidenceView[]): EvidenceView[] {
  return evidence
    .filter((file) => file.digest !== null)
    .toSorted((one, other) => one.year - other.year || one.addedAt.localeCompare(other.addedAt));
}

/** The file after (1) or before (-1) that one; null at the ends. */
export function neighbour(
  files: readonly EvidenceView[],
  activeId: string | null,
  step: 1 | -1,
): EvidenceView | null {
  const place = files.findIndex((file) => file.evidenceId === activeId);
  return place < 0 ? null : (files[place + step] ?? null);
}

export const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next zoom in that direction; the same at the ends. 1 fits the width. */
export function zoomAfter(zoom: number, step: 1 | -1): number {
  const place = zoomSteps.findIndex((each) => each >= zoom);
  const next = (place < 0 ? zoomSteps.length - 1 : place) + step;
  return zoomSteps[Math.min(zoomSteps.length - 1, Math.max(0, next))] ?? 1;
}

/** Turned by a quarter to the right. */
export function turned(rotation: number): number {
  return (rotation + 90) % 360;
}

/** The size at which something of that size fills the width of the stage when it is turned so, before zooming. */
export function fittedSize(
  natural: { readonly width: number; readonly height: number },
  rotation: number,
  stageWidth: number,
): { readonly width: number; readonly height: number } {
  const isAcross = rotation % 180 !== 0;
  const across = isAcross ? natural.height : natural.width;
  const scale = across > 0 ? stageWidth / across : 1;
  return { width: natural.width * scale, height: natural.height * scale };
}
