import type { ReactNode } from "react";
import { PageTitle, type PathStep } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { noFilters } from "../review/queueFilters";
import { QueueView } from "../review/QueueView";
import { unitTexts } from "./texts";
import { useUnitPortal } from "./useUnitPortal";

/** 学时核认申报单位审核 and 学时核认上级单位审核: what waits for this unit. */
export function QueuePage(): ReactNode {
  const { unit, base, kind, path } = useUnitPortal();
  const t = useTexts(unitTexts);
  const above = path.slice(0, -1) as [PathStep];
  return (
    <>
      <PageTitle path={[...above, kind === "employer" ? t("employerReview") : t("departmentReview")]} />
      <QueueView unit={unit} base={base} list="waiting" standard={noFilters} actionLabel={t("review")} />
    </>
  );
}
