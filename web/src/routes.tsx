import type { ReactNode } from "react";
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
const portals: readonly {
  readonly path: string;
  readonly base: RegExp;
  readonly element: ReactNode;
  readonly load: () => Promise<{ routes: RouteObject[] }>;
}[] = [
  {
    path: "individual",
    base: /^\/individual(\/|$)/,
    element: <RequireProfile />,
    load: () => import("./individual/routes"),
  },
  {
    path: "units/:unit",
    base: /^\/units\//,
    element: <RequireMembership />,
    load: () => import("./unit/routes"),
  },
  {
    path: "agencies/:unit",
    base: /^\/agencies\//,
    element: <RequireMembership />,
    load: () => import("./agency/routes"),
  },
];

/** The pages that need a sign-in; portals are added below it. */
const signedInId = "signed-in-pages";

const tree: RouteObject[] = [
  {
    id: "root",
    element: <Layout />,
    errorElement: <Crash />,
    hydrateFallbackElement: <Loading />,
    children: [
      { path: "signed-in", element: <SignedIn /> },
      { path: "verify/:number?", lazy: () => import("./verifier/VerifierPage") },
      { id: signedInId, element: <RequireSession />, children: [{ index: true, element: <Chooser /> }] },
      { path: "*", element: <NotFound /> },
    ],
  },
];

/** Every address of the client. */
export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  const known = new Set<string>();
  return createBrowserRouter(tree, {
    async patchRoutesOnNavigation({ path, patch }) {
      for (const portal of portals) {
        if (portal.base.test(path) && !known.has(portal.path)) {
          const { routes } = await portal.load();
          known.add(portal.path);
          // The portal's own address too: one that is known without its pages would count as found.
          patch(signedInId, [
            {
              path: portal.path,
              element: portal.element,
              errorElement: <Crash />,
              children: [...routes, { path: "*", element: <NotFound /> }],
            },
          ]);
        }
      }
    },
  });
}
