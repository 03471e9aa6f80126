import type { PathStep } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { texts } from "./texts";

/** The guide's menu path with further steps below it. */
export function useMenuPath(...below: readonly PathStep[]): [PathStep, ...PathStep[]] {
  const text = useTexts(texts);
  return [text("menuTalent"), text("menuProfessionals"), text("menuEducation"), ...below];
}
