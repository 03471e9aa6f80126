import { createBrowserRouter, type RouteObject } from "react-router";
import { Loading } from "./components/Loading";
import { RequireSession } from "./session/RequireSession";
import { SignedIn } from "./session/SignedIn";
import { Chooser } from "./shell/Chooser";
import { Crash } from "./shell/Crash";
import { Layout } from "./shell/Layout";
import { NotFound } from "./shell/NotFound";
import { RequireMembership, RequireProfile } from "./shell/RequireRole";

// Each portal's pages are loaded when an address below it is opened for the first time.
const portals: Record<string, { base: RegExp; load: () => Promise<{ routes: RouteObject[] }> }> = {
  individual: { base: /^\/individual(\/|$)/, load: () => import("./individual/routes") },
  units: { base: /^\/units\//, load: () => import("./unit/routes") },
  agencies: { base: /^\/agencies\//, load: () => import("./agency/routes") },
};

const tree: RouteObject[] = [
  {
    id: "root",
    element: <Layout />,
    errorElement: <Crash />,
    hydrateFallbackElement: <Loading />,
    children: [
      { path: "signed-in", element: <SignedIn /> },
      { path: "verify/:number?", lazy: () => import("./verifier/VerifierPage") },
      {
        element: <RequireSession />,
        children: [
          { index: true, element: <Chooser /> },
          { id: "individual", path: "individual", element: <RequireProfile />, errorElement: <Crash /> },
          { id: "units", path: "units/:unit", element: <RequireMembership />, errorElement: <Crash /> },
          { id: "agencies", path: "agencies/:unit", element: <RequireMembership />, errorElement: <Crash /> },
        ],
      },
      { path: "*", element: <NotFound /> },
    ],
  },
];

/** Every address of the client. */
export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  const known = new Set<string>();
  return createBrowserRouter(tree, {
    async patchRoutesOnNavigation({ path, patch }) {
      for (const [id, portal] of Object.entries(portals)) {
        if (portal.base.test(path) && !known.has(id)) {
          const { routes } = await portal.load();
          known.add(id);
          patch(id, [...routes, { path: "*", element: <NotFound /> }]);
        }
      }
    },
  });
}
