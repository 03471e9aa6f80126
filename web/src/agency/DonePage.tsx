import type { ReactNode } from "react";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { newestFirst } from "../review/queueFilters";
import { QueueView } from "../review/QueueView";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

/** 已办列表: what this agency has decided; auditors revoke from here. */
export function DonePage(): ReactNode {
  const { unit, base, path } = useAgencyPortal();
  const t = useTexts(agencyTexts);
  return (
    <>
      <PageTitle path={[...path, t("done")]} />
      <p>{t("doneHint")}</p>
      <QueueView unit={unit} base={base} list="done" standard={newestFirst} actionLabel={t("details")} />
    </>
  );
}
