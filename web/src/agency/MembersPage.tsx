import type { ReactNode } from "react";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { Members } from "../review/Members";
import { agencyTexts } from "./texts";
import { useAgencyPortal } from "./useAgencyPortal";

/** Who may act for this agency. */
export function MembersPage(): ReactNode {
  const { unit, path } = useAgencyPortal();
  const t = useTexts(agencyTexts);
  return (
    <>
      <PageTitle path={[...path, t("members")]} />
      <Members unit={unit} />
    </>
  );
}
