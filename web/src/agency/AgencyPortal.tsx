import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { PortalNavigation } from "../components/PortalNavigation";
import { useTexts } from "../language/defineTexts";
import { DecisionNotices } from "../review/DecisionNotices";
import { useQueueCounts } from "../review/useQueue";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

/** 人社一体化平台: the frame of an agency's pages. */
export function AgencyPortal(): ReactNode {
  const { unit, base } = useAgencyPortal();
  const t = useTexts(agencyTexts);
  const counts = useQueueCounts(unit);
  return (
    <>
      <PortalNavigation
        label={t("navigation")}
        items={[
          { to: base, text: t("toDo"), end: true, ...(counts.data ? { count: counts.data.total } : {}) },
          { to: `${base}/done`, text: t("done") },
          { to: `${base}/overview`, text: t("overview") },
          { to: `${base}/members`, text: t("members") },
        ]}
      />
      <DecisionNotices unit={unit} base={base} />
      <Outlet key={unit} />
    </>
  );
}
