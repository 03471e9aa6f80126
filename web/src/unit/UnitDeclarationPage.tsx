import type { ReactNode } from "react";
import { DeclarationPage } from "../review/DeclarationPage";
import { useUnitPortal } from "./useUnitPortal";

/** One declaration before an employer or a department. */
export function UnitDeclarationPage(): ReactNode {
  const { unit, base, kind, path } = useUnitPortal();
  return <DeclarationPage unit={unit} base={base} kind={kind} isAuditor={false} path={path} />;
}
