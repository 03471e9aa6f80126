import { BankOutlined, SolutionOutlined, TeamOutlined, UserOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { Link, Navigate } from "react-router";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { NotRegistered } from "./NotRegistered";
import { type Portal, portalsOf } from "./portals";
import { shellTexts } from "./texts";

const signs = {
  individual: <UserOutlined aria-hidden />,
  employer: <TeamOutlined aria-hidden />,
  supervisingDepartment: <SolutionOutlined aria-hidden />,
  agency: <BankOutlined aria-hidden />,
};

/** The first page after the sign-in: the only portal, or the choice between several. */
export function Chooser(): ReactNode {
  const portals = portalsOf(useMe());
  const text = useTexts(shellTexts);
  const [only, another] = portals;
  if (only === undefined) {
    return <NotRegistered />;
  }
  if (another === undefined) {
    return <Navigate to={only.to} replace />;
  }
  return (
    <>
      <PageTitle path={[text("chooseRole")]} />
      <p>{text("choosePrompt")}</p>
      <ul className="portal-cards">
        {portals.map((portal) => (
          <li key={portal.to}>
            <PortalCard portal={portal} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PortalCard({ portal }: { portal: Portal }): ReactNode {
  const text = useTexts(shellTexts);
  return (
    <Link to={portal.to} className="portal-card">
      <span className="portal-sign">{signs[portal.kind]}</span>
      <span>
        <strong>{text(portalNameKey(portal))}</strong>
        <span>{portal.name}</span>
        <small>{text(`${portal.kind}Hint`)}</small>
      </span>
    </Link>
  );
}

/** The key of the portal's own name. */
export function portalNameKey({ kind }: Portal): "individual" | "unit" | "agency" {
  return kind === "individual" || kind === "agency" ? kind : "unit";
}
