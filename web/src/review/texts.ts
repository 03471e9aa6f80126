import { defineTexts } from "../language/defineTexts";
import { decisionEnglish, decisionChinese } from "./textsOfDecisions";
import { declarationEnglish, declarationChinese } from "./textsOfDeclarations";
import { queueEnglish, queueChinese } from "./textsOfQueues";

export const reviewTexts = defineTexts("review", {
  zh: { ...queueChinese, ...declarationChinese, ...decisionChinese },
  en: { ...queueEnglish, ...declarationEnglish, ...decisionEnglish },
});
