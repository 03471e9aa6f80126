import type { ReactNode } from "react";
import { Outlet, useLocation } from "react-router";
import { PortalNavigation } from "../components/PortalNavigation";
import { useTexts } from "../language/defineTexts";
import "./individual.css";
import { texts } from "./texts";

/** The frame of 个人网厅: its pages. */
export function IndividualLayout(): ReactNode {
  const text = useTexts(texts);
  // A declaration is a page of the list, the statements are not.
  const isBelow = useLocation().pathname.startsWith("/individual/declarations/");
  return (
    <>
      <PortalNavigation
        label={text("portal")}
        items={[
          { to: "/individual", text: text("declarations"), end: !isBelow },
          { to: "/individual/statements", text: text("statements") },
        ]}
      />
      <Outlet />
    </>
  );
}
