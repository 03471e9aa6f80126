import type { RouteObject } from "react-router";
import { AgencyDeclarationPage } from "./AgencyDeclarationPage";
import { AgencyPortal } from "./AgencyPortal";
import { BatchPage } from "./BatchPage";
import { DonePage } from "./DonePage";
import { MembersPage } from "./MembersPage";
import { OverviewPage } from "./OverviewPage";
import { ToDoPage } from "./ToDoPage";

/** 人社一体化平台: pages below `/agencies/:unit`. */
export const routes: RouteObject[] = [
  {
    element: <AgencyPortal />,
    children: [
      { index: true, element: <ToDoPage /> },
      { path: "done", element: <DonePage /> },
      { path: "overview", element: <OverviewPage /> },
      { path: "members", element: <MembersPage /> },
      { path: "batches/:batchId", element: <BatchPage /> },
      { path: "declarations/:id", element: <AgencyDeclarationPage /> },
    ],
  },
];
