import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { PortalNavigation } from "../components/PortalNavigation";
import { useTexts } from "../language/defineTexts";
import { DecisionNotices } from "../review/DecisionNotices";
import { useQueueCounts } from "../review/useQueue";
import { unitTexts } from "./texts";
import { useUnitPortal } from "./useUnitPortal";

/** 单位网厅: the frame of a unit's pages. What came of decisions is told here, whichever page is shown. */
export function UnitPortal(): ReactNode {
  const { unit, base } = useUnitPortal();
  const t = useTexts(unitTexts);
  const counts = useQueueCounts(unit);
  return (
    <>
      <PortalNavigation
        label={t("navigation")}
        items={[
          { to: base, text: t("waiting"), end: true, ...(counts.data ? { count: counts.data.total } : {}) },
          { to: `${base}/done`, text: t("done") },
          { to: `${base}/members`, text: t("members") },
        ]}
      />
      <DecisionNotices unit={unit} base={base} />
      {/* Another unit is another portal: nothing chosen or typed goes along. */}
      <Outlet key={unit} />
    </>
  );
}
