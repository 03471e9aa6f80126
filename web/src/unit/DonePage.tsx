import type { ReactNode } from "react";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { newestFirst } from "../review/queueFilters";
import { QueueView } from "../review/QueueView";
import { unitTexts } from "./texts";
import { useUnitPortal } from "./useUnitPortal";

/** 已审: what passed through this unit, and what has become of it. */
export function DonePage(): ReactNode {
  const { unit, base, path } = useUnitPortal();
  const t = useTexts(unitTexts);
  return (
    <>
      <PageTitle path={[...path, t("done")]} />
      <p>{t("doneHint")}</p>
      <QueueView unit={unit} base={base} list="done" standard={newestFirst} actionLabel={t("details")} />
    </>
  );
}
