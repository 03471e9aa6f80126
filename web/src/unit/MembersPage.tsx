import type { ReactNode } from "react";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { Members } from "../review/Members";
import { unitTexts } from "./texts";
import { useUnitPortal } from "./useUnitPortal";

/** Who may act for this unit. */
export function MembersPage(): ReactNode {
  const { unit, path } = useUnitPortal();
  const t = useTexts(unitTexts);
  return (
    <>
      <PageTitle path={[...path, t("members")]} />
      <Members unit={unit} />
    </>
  );
}
