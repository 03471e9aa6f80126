import type { RouteObject } from "react-router";
import { DonePage } from "./DonePage";
import { MembersPage } from "./MembersPage";
import { QueuePage } from "./QueuePage";
import { UnitDeclarationPage } from "./UnitDeclarationPage";
import { UnitPortal } from "./UnitPortal";

/** 单位网厅: pages below `/units/:unit`. */
export const routes: RouteObject[] = [
  {
    element: <UnitPortal />,
    children: [
      { index: true, element: <QueuePage /> },
      { path: "done", element: <DonePage /> },
      { path: "members", element: <MembersPage /> },
      { path: "declarations/:id", element: <UnitDeclarationPage /> },
    ],
  },
];
