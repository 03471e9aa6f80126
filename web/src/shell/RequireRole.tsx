import { Button, Result } from "antd";
import type { ReactNode } from "react";
import { Link, Outlet, useLocation } from "react-router";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { NotRegistered } from "./NotRegistered";
import { portalAt, portalsOf } from "./portals";
import { shellTexts } from "./texts";
import { useAskingAgain } from "./useAskingAgain";

/** Pages of a registered professional. */
export function RequireProfile(): ReactNode {
  const me = useMe();
  const text = useTexts(shellTexts);
  if (me.profile !== null) {
    return <Outlet />;
  }
  return me.memberships.length === 0 ? (
    <NotRegistered />
  ) : (
    <Refused title={text("notProfessionalTitle")} hint={text("notRegisteredPerson")} />
  );
}

/** Pages of a unit's members. The service decides by itself; this only says so before anything is tried. */
export function RequireMembership(): ReactNode {
  const me = useMe();
  const { pathname } = useLocation();
  const text = useTexts(shellTexts);
  return portalAt(portalsOf(me), pathname) === null ? (
    <Refused title={text("notYourUnitTitle")} hint={text("notYourUnitText")} />
  ) : (
    <Outlet />
  );
}

function Refused({ title, hint }: { title: string; hint: string }): ReactNode {
  const text = useTexts(shellTexts);
  useAskingAgain();
  return (
    <Result
      status="info"
      title={<h1>{title}</h1>}
      subTitle={hint}
      extra={
        <Link to="/">
          <Button type="primary">{text("home")}</Button>
        </Link>
      }
    />
  );
}
