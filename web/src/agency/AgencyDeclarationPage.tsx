import type { ReactNode } from "react";
import { DeclarationPage } from "../review/DeclarationPage";
import { useAgencyPortal } from "./useAgencyPortal";

/** 办理: one declaration before a clerk, or a recognised one before an auditor. */
export function AgencyDeclarationPage(): ReactNode {
  const { unit, base, path, isAuditor } = useAgencyPortal();
  return <DeclarationPage unit={unit} base={base} kind="agency" isAuditor={isAuditor} path={path} />;
}
