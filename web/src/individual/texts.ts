import { defineTexts } from "../language/defineTexts";
import { declarations } from "./textsOfDeclarations";
import { evidence } from "./textsOfEvidence";
import { fields } from "./textsOfFields";
import { items } from "./textsOfItems";
import { statements } from "./textsOfStatements";
import { submission } from "./textsOfSubmission";
import { wizard } from "./textsOfWizard";

/** Texts of 个人网厅, with the guide's own words for menus and steps. */
export const texts = defineTexts("individual", {
  zh: {
    portal: "个人网厅",
    menuTalent: "人才人事",
    menuProfessionals: "专业技术人员管理",
    menuEducation: "继续教育",
    declarations: "学时核认申报",
    newDeclaration: "新增学时核认申报",
    editDeclaration: "填写申报",
    declaration: "申报详情",
    statements: "学时证书打印",
    comma: "，",
    cancel: "取消",
    retry: "重试",
    blank: "未填写",
    ...declarations.zh,
    ...wizard.zh,
    ...fields.zh,
    ...items.zh,
    ...evidence.zh,
    ...submission.zh,
    ...statements.zh,
  },
  en: {
    portal: "Individual portal",
    menuTalent: "Talent and personnel",
    menuProfessionals: "Professional and technical personnel",
    menuEducation: "Continuing education",
    declarations: "Credit-hour declarations",
    newDeclaration: "New declaration",
    editDeclaration: "Fill in the declaration",
    declaration: "Declaration",
    statements: "Print statements",
    comma: ", ",
    cancel: "Cancel",
    retry: "Try again",
    blank: "Not filled in",
    ...declarations.en,
    ...wizard.en,
    ...fields.en,
    ...items.en,
    ...evidence.en,
    ...submission.en,
    ...statements.en,
  },
});
