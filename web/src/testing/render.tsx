import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, type RenderResult } from "@testing-library/react";
import { App, ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { createMemoryRouter, type RouteObject, RouterProvider } from "react-router";

/** Renders a part at an address, with the cache and the frame that it has in the client; nothing is repeated. */
export function renderAt(
  address: string,
  routes: RouteObject[] | ReactNode,
): RenderResult & { router: ReturnType<typeof createMemoryRouter> } {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  const tree = Array.isArray(routes) ? routes : [{ path: "*", element: routes }];
  const router = createMemoryRouter(tree, { initialEntries: [address] });
  const result = render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
  return { ...result, router };
}
