import type { ReactNode } from "react";
import { StatusTag } from "../components/StatusTag";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";
import { momentOf } from "./times";
import type { DeclarationView } from "./types";
import { WaitingTag } from "./WaitingTag";

const levels = ["junior", "intermediate", "associate-senior", "senior", "none"] as const;

/** 申报信息: who declares what for which years, and where it is. */
export function DeclarationHead(props: {
  readonly declaration: DeclarationView;
  readonly nowMilliseconds: number;
}) {
  const { declaration } = props;
  const { head, declarant } = declaration;
  const t = useTexts(reviewTexts);
  const level = levels.find((each) => each === head.titleLevel);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("head.name"), declarant.name],
    [t("head.residentId"), declarant.maskedResidentId],
    [t("head.employer"), declarant.employer.name],
    [
      t("head.title"),
      [head.title, level ? t(`level.${level}`) : null].filter(Boolean).join(" · ") || t("head.none"),
    ],
    [t("head.series"), head.titleSeries || t("head.none")],
    [t("head.profession"), head.profession || t("head.none")],
    [t("head.span"), `${head.spanFromYear ?? ""}–${head.spanToYear ?? ""}`],
    [t("head.phone"), head.phone || t("head.none")],
    [t("head.email"), head.email || t("head.none")],
    [t("head.note"), head.note || t("head.none")],
  ];
  return (
    <section aria-labelledby="head-title">
      <h2 id="head-title">{t("head.heading")}</h2>
      <p className="head-standing">
        <StatusTag status={declaration.status} />
        {declaration.holder ? <span>{t("head.holder", { unit: declaration.holder.name })}</span> : null}
        {declaration.holder ? (
          <WaitingTag since={declaration.heldSince} nowMilliseconds={props.nowMilliseconds} />
        ) : null}
        {declaration.submittedAt ? (
          <span>{t("head.submitted", { moment: momentOf(declaration.submittedAt) })}</span>
        ) : null}
      </p>
      <dl className="head-rows">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="review-small">{t("head.rules", { version: declaration.ruleSetVersion })}</p>
    </section>
  );
}
