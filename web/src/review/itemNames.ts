import { useCallback } from "react";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";
import type { ItemView } from "./types";

/** How an item is called where only its id is known: year, subject, name and hours. */
export function useItemNames(items: readonly ItemView[]): (itemId: string) => string {
  const t = useTexts(reviewTexts);
  return useCallback(
    (itemId) => {
      const item = items.find((each) => each.itemId === itemId)?.item;
      return item
        ? t("return.item", {
            year: item.year ?? "",
            subject: item.subject === "general" ? t("subject.general") : t("subject.professional"),
            name: item.activityName ?? "",
            hours: item.hours ?? "",
          })
        : t("return.itemGone");
    },
    [items, t],
  );
}
