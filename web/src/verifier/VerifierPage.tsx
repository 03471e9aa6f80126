import type { ReactNode } from "react";
import { Empty } from "../components/Empty";

/** The public verifier. */
export function Component(): ReactNode {
  return <Empty />;
}
