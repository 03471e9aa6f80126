import type { RouteObject } from "react-router";
import { DeclarationPage } from "./declaration/DeclarationPage";
import { DeclarationsPage } from "./DeclarationsPage";
import { IndividualLayout } from "./IndividualLayout";
import { NewDeclarationPage } from "./NewDeclarationPage";
import { StatementsPage } from "./statements/StatementsPage";
import { EditPage } from "./wizard/EditPage";

/** 个人网厅: pages of the professional. */
export const routes: RouteObject[] = [
  {
    element: <IndividualLayout />,
    children: [
      { index: true, element: <DeclarationsPage /> },
      { path: "declarations/new", element: <NewDeclarationPage /> },
      { path: "declarations/:id", element: <DeclarationPage /> },
      { path: "declarations/:id/edit", element: <EditPage /> },
      { path: "statements", element: <StatementsPage /> },
    ],
  },
];
