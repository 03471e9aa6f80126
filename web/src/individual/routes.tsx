import type { RouteObject } from "react-router";
import { Empty } from "../components/Empty";

/** Pages of this portal, relative to its address. */
export const routes: RouteObject[] = [{ index: true, element: <Empty /> }];
