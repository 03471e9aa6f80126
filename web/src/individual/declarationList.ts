import { type DeclarationSummary, isEditable, isPending } from "./queries";

/** Declarations on one page of the list; nobody has more than a hundred. */
export const pageSize = 10;

export const groups = ["all", "mine", "pending", "recognised", "ended"] as const;
export type Group = (typeof groups)[number];

export const orders = ["newest", "moved", "hours"] as const;
export type Order = (typeof orders)[number];

/** What of the list is shown; lives in the address. */
export interface ListState {
  readonly group: Group;
  readonly order: Order;
  /** From 1. */
  readonly page: number;
}

export function readListState(parameters: URLSearchParams): ListState {
  const page = Number(parameters.get("page") ?? 1);
  return {
    group: groups.find((group) => group === parameters.get("group")) ?? "all",
    order: orders.find((order) => order === parameters.get("order")) ?? "newest",
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

function belongs({ status }: DeclarationSummary, group: Group): boolean {
  switch (group) {
    case "all":
      return true;
    case "mine":
      return isEditable(status);
    case "pending":
      return isPending(status);
    case "recognised":
      return status === "recognised";
    case "ended":
      return status === "revoked" || status === "deleted";
  }
}

const comparisons: Record<Order, (one: DeclarationSummary, other: DeclarationSummary) => number> = {
  newest: (one, other) => other.createdAt.localeCompare(one.createdAt),
  moved: (one, other) => other.heldSince.localeCompare(one.heldSince),
  hours: (one, other) => other.totalQuarterHours - one.totalQuarterHours,
};

/** The declarations of the chosen group in the chosen order. */
export function listed(
  declarations: readonly DeclarationSummary[],
  { group, order }: Pick<ListState, "group" | "order">,
): DeclarationSummary[] {
  return declarations.filter((declaration) => belongs(declaration, group)).sort(comparisons[order]);
}

/** One page; the last one when the address names a later one. */
export function pageOf<T>(rows: readonly T[], page: number): { rows: readonly T[]; page: number } {
  const last = Math.max(1, Math.ceil(rows.length / pageSize));
  const shown = Math.min(page, last);
  return { rows: rows.slice((shown - 1) * pageSize, shown * pageSize), page: shown };
}
