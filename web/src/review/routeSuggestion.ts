import type { Decision } from "./decisions";
import type { DeclarationView, HistoryEntry, RouteChoices, UnitReference } from "./types";

/** All next units that may be chosen: superiors, nearest first, then agencies. */
export function choicesOf(routes: RouteChoices): UnitReference[] {
  return [...routes.superiors, ...routes.agencies];
}

/** Where this unit sent a declaration last, as its history tells; null when it never did. */
export function lastRouteOf(history: readonly HistoryEntry[], unit: string): string | null {
  const passed = history.filter((entry) => entry.unit?.code === unit && entry.action === "passed");
  return passed.at(-1)?.nextUnit?.code ?? null;
}

/**
 * The unit to suggest, the first of these that may be chosen: the only one there is, where this declaration went the last time, what
 * was chosen on this page last, what the unit chose last as far as the API remembers, and what the last decided declaration's history says of the unit (it survives
 * restarts of the unit in memory). Null when nothing speaks for one.
 */
export function suggestRoute(
  routes: RouteChoices,
  unit: string,
  declaration: Pick<DeclarationView, "history">,
  chosenHere: string | null,
  lastDecided: Pick<DeclarationView, "history"> | null,
): string | null {
  const choices = choicesOf(routes);
  const only = choices.length === 1 ? (choices[0]?.code ?? null) : null;
  const wishes = [
    only,
    lastRouteOf(declaration.history, unit),
    chosenHere,
    routes.suggestedCode ?? null,
    lastDecided ? lastRouteOf(lastDecided.history, unit) : null,
  ];
  return wishes.find((code) => code !== null && choices.some((choice) => choice.code === code)) ?? null;
}

/** Where the last decision of this page sent a declaration of the unit; null when none did. */
export function chosenLast(records: Iterable<Decision>, unit: string): string | null {
  const passes = [...records].filter((record) => record.unit === unit && record.kind === "pass");
  return passes.at(-1)?.nextUnit?.code ?? null;
}

/** The choices whose name or code contains what was typed; all when nothing was. */
export function choicesMatching(choices: readonly UnitReference[], text: string): UnitReference[] {
  const wanted = text.trim().toLowerCase();
  return choices.filter(
    (choice) => choice.name.toLowerCase().includes(wanted) || choice.code.toLowerCase().includes(wanted),
  );
}
