/** Steps of the wizard, in the guide's order; the names stand in the address. */
export const steps = ["head", "years", "imports", "evidence", "check"] as const;

export type Step = (typeof steps)[number];

export function stepOf(name: string | null): Step {
  return steps.find((step) => step === name) ?? "head";
}

/** Where a problem is mended. */
export interface Place {
  readonly step: Step;
  /** Id of the element to go to; null for the step as a whole. */
  readonly elementId: string | null;
  /** Item whose editor must be open; null for none. */
  readonly itemId: string | null;
}

/** The element of a field. */
export function fieldElementId(path: string): string {
  return `field-${path.replaceAll("/", "-")}`;
}

/** The button that adds files of a year. */
export function uploadElementId(year: number): string {
  return `upload-${year}`;
}

/** Where the service's JSON pointer lies in the form. */
export function placeOf(pointer: string): Place {
  const [, area, second, third] = pointer.split("/");
  switch (area) {
    case "head":
      return {
        step: second === "promisesTruth" ? "check" : "head",
        elementId: fieldElementId(`head/${second ?? ""}`),
        itemId: null,
      };
    case "items":
      return second === undefined
        ? { step: "years", elementId: "add-item", itemId: null }
        : { step: "years", elementId: fieldElementId(`items/${second}/${third ?? "year"}`), itemId: second };
    case "importedHours":
      return { step: "imports", elementId: null, itemId: null };
    case "evidence":
      return { step: "evidence", elementId: `evidence-${second ?? ""}`, itemId: null };
    case "years":
      return third === "evidence"
        ? { step: "evidence", elementId: uploadElementId(Number(second)), itemId: null }
        : { step: "years", elementId: null, itemId: null };
    default:
      return { step: "check", elementId: null, itemId: null };
  }
}
