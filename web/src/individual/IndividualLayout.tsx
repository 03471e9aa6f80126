import { Alert } from "antd";
import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { PortalNavigation } from "../components/PortalNavigation";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import "./individual.css";
import { texts } from "./texts";

/** The frame of 个人网厅: its pages, and a word to those who are no registered professionals. */
export function IndividualLayout(): ReactNode {
  const text = useTexts(texts);
  const me = useMe();
  return (
    <>
      <PortalNavigation
        label={text("portal")}
        items={[
          { to: "/individual", text: text("declarations"), end: true },
          { to: "/individual/statements", text: text("statements") },
        ]}
      />
      {me.profile === null ? (
        <Alert
          type="warning"
          showIcon
          title={text("notRegisteredTitle")}
          description={text("notRegistered")}
        />
      ) : (
        <Outlet />
      )}
    </>
  );
}
