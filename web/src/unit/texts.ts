import { defineTexts } from "../language/defineTexts";

export const unitTexts = defineTexts("unit", {
  zh: {
    talent: "人才人事",
    professionals: "专业技术人员管理",
    education: "继续教育",
    employerReview: "学时核认申报单位审核",
    departmentReview: "学时核认上级单位审核",
    done: "已审申报",
    members: "本单位成员",
    navigation: "本单位的页面",
    waiting: "待审核",
    review: "审核",
    details: "详情",
    doneHint: "本单位审核过的申报和当时的办理结果。送出以后到了哪里，请点“详情”查看审核经过。",
  },
  en: {
    talent: "Talent and personnel",
    professionals: "Professional and technical personnel",
    education: "Continuing education",
    employerReview: "Unit review of declarations",
    departmentReview: "Superior-unit review of declarations",
    done: "Decided",
    members: "Members of the unit",
    navigation: "Pages of this unit",
    waiting: "Waiting",
    review: "Review",
    details: "Details",
    doneHint:
      "What this unit has decided, and what that led to. Open the details to see where it went afterwards.",
  },
});
