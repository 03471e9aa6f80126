import { useParams } from "react-router";
import type { PathStep } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { agencyTexts } from "./texts";

/** The agency of the address, what the reader is in it, and the guide's menu path to it. */
export function useAgencyPortal() {
  const unit = useParams().unit ?? "";
  const me = useMe();
  const t = useTexts(agencyTexts);
  const membership = me.memberships.find((each) => each.unit.code === unit);
  const roles = membership?.roles ?? [];
  const base = `/agencies/${encodeURIComponent(unit)}`;
  const path: readonly [PathStep, ...PathStep[]] = [
    t("clerk"),
    { text: t("toDo"), to: base },
    t("personnel"),
    t("professionals"),
    t("education"),
  ];
  return {
    unit,
    base,
    path,
    isAuditor: roles.includes("auditor"),
    mayHandle: roles.some((role) => role !== "auditor"),
    personId: me.personId,
  };
}
