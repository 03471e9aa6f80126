import { useParams } from "react-router";
import type { PathStep } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { unitTexts } from "./texts";

/** The unit of the address, what the reader is in it, and the guide's menu path to it. */
export function useUnitPortal() {
  const unit = useParams().unit ?? "";
  const me = useMe();
  const t = useTexts(unitTexts);
  const membership = me.memberships.find((each) => each.unit.code === unit);
  const kind = membership?.kind ?? "employer";
  const base = `/units/${encodeURIComponent(unit)}`;
  const path: readonly [PathStep, ...PathStep[]] = [
    t("talent"),
    t("professionals"),
    t("education"),
    { text: kind === "employer" ? t("employerReview") : t("departmentReview"), to: base },
  ];
  return { unit, kind, base, path, roles: membership?.roles ?? [], name: membership?.unit.name ?? unit };
}
