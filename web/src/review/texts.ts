import { defineTexts, type useTexts } from "../language/defineTexts";
import { decisionEnglish, decisionChinese } from "./textsOfDecisions";
import { declarationEnglish, declarationChinese } from "./textsOfDeclarations";
import { queueEnglish, queueChinese } from "./textsOfQueues";

/** How a text of the review is asked for. */
export type ReviewText = ReturnType<typeof useTexts<keyof (typeof reviewTexts)["zh"]>>;

export const reviewTexts = defineTexts("review", {
  zh: { ...queueChinese, ...declarationChinese, ...decisionChinese },
  en: { ...queueEnglish, ...declarationEnglish, ...decisionEnglish },
});
