import type { ReactNode } from "react";
import { useTexts } from "../language/defineTexts";
import { componentTexts } from "./texts";

const quartersPerHour = 4;

/** Quarter-hours as a number of hours without needless zeros: 50 is `12.5`. */
export function formatHours(quarterHours: number): string {
  return String(quarterHours / quartersPerHour);
}

/** An amount of credit hours with its unit: `12.5 学时`. */
export function Hours({ quarterHours }: { quarterHours: number }): ReactNode {
  const text = useTexts(componentTexts);
  return <span className="nowrap">{text("hours", { hours: formatHours(quarterHours) })}</span>;
}
