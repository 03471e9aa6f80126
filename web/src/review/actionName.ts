const actions = [
  "created",
  "submitted",
  "withdrawn",
  "passed",
  "returned",
  "rerouted",
  "recognised",
  "revoked",
  "deleted",
] as const;

type Key = `action.${(typeof actions)[number]}`;

/** How an action of the history is called; one that is not known yet stays as the API calls it. */
export function actionName(t: (key: Key) => string, action: string): string {
  const known = actions.find((each) => each === action);
  return known ? t(`action.${known}`) : action;
}
