import { useLanguage } from "../language/defineTexts";
import { useRules } from "./queries";

/** Levels of a title, as the service knows them; the highest first. */
export const titleLevels = ["senior", "associate-senior", "intermediate", "junior", "none"] as const;

/** The text of a level; null for a value that the list does not have. */
export function titleLevelKey(
  level: string | null | undefined,
): `level-${(typeof titleLevels)[number]}` | null {
  const known = titleLevels.find((each) => each === level);
  return known === undefined ? null : `level-${known}`;
}

/** The text of a subject; null for a value that is none. */
export function subjectKey(subject: string | null | undefined): "general" | "professional" | null {
  return subject === "general" || subject === "professional" ? subject : null;
}

/** Names a form of learning in the chosen language. */
export function useActivityTypes(): {
  nameOf: (code: string | null | undefined) => string;
  options: { value: string; label: string }[];
} {
  const language = useLanguage();
  const types = useRules().data?.activityTypes ?? [];
  const options = types.map((type) => ({
    value: type.code,
    label: language === "zh" ? type.chinese : type.english,
  }));
  return { options, nameOf: (code) => options.find(({ value }) => value === code)?.label ?? code ?? "" };
}
