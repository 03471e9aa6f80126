import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import { PrintButton } from "../components/PrintButton";
import { formatDate, formatTime } from "../components/time";
import { YearTable } from "../components/YearTable";
import { useLanguage, useTexts } from "../language/defineTexts";
import { verifierTexts } from "./texts";

/** What the public learns of a statement that was found: whether it is in force, and what must stand on the paper. */
export function VerifiedStatement({
  statement,
  checkedAtMilliseconds,
}: {
  statement: Schemas["StatementVerification"];
  checkedAtMilliseconds: number;
}): ReactNode {
  const text = useTexts(verifierTexts);
  const language = useLanguage();
  const { isRevoked, revokedAt } = statement;
  const lines: [string, string][] = [
    [text("number"), statement.number],
    [text("holder"), statement.maskedName],
    [text("residentId"), statement.maskedResidentId],
    [text("employer"), statement.employerName],
    [text("agency"), statement.agencyName],
    [text("issuedAt"), formatDate(statement.issuedAt, language)],
    ...(revokedAt === null ? [] : [[text("revokedAt"), formatDate(revokedAt, language)] as [string, string]]),
    [text("checkedAt"), formatTime(new Date(checkedAtMilliseconds).toISOString(), language)],
  ];
  return (
    <article className="verified">
      <div
        className={isRevoked ? "verdict verdict-bad" : "verdict verdict-good"}
        role={isRevoked ? "alert" : "status"}
      >
        {isRevoked ? <CloseCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}
        <div>
          <h2>{text(isRevoked ? "revokedTitle" : "validTitle")}</h2>
          <p>
            {isRevoked && revokedAt !== null
              ? text("revokedText", { date: formatDate(revokedAt, language) })
              : text("compare")}
          </p>
        </div>
      </div>
      <dl className="facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{text("years")}</h3>
      <YearTable years={statement.years} />
      <dl className="facts">
        <div>
          <dt>{text("digest")}</dt>
          <dd className="digest">{statement.digest}</dd>
        </div>
      </dl>
      <p className="quiet">{text("masked")}</p>
      <PrintButton />
    </article>
  );
}
