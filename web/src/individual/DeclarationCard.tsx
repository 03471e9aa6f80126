import type { ReactNode } from "react";
import { Link } from "react-router";
import { Age } from "../components/Age";
import { Hours } from "../components/Hours";
import { StatusTag } from "../components/StatusTag";
import { formatTime } from "../components/time";
import { useLanguage, useTexts } from "../language/defineTexts";
import { type DeclarationSummary, isEditable, isPending } from "./queries";
import { texts } from "./texts";
import { yearsText } from "./yearsText";

/** One declaration in the list: what it is, where it is and since when, and why it came back. */
export function DeclarationCard({ declaration }: { declaration: DeclarationSummary }): ReactNode {
  const text = useTexts(texts);
  const language = useLanguage();
  const { declarationId, status, holder, heldSince, years, totalQuarterHours, lastReason, createdAt } =
    declaration;
  const page = `/individual/declarations/${declarationId}`;
  const title = years.length === 0 ? text("noYears") : text("yearsDeclared", { years: yearsText(years) });
  const isBack = status === "returned" || status === "revoked";
  return (
    <article className="individual-card">
      <div className="individual-card-head">
        <h2>
          <Link to={page}>{title}</Link>
        </h2>
        <StatusTag status={status} />
      </div>
      <dl>
        <div>
          <dt>{text("hoursTotal")}</dt>
          <dd>
            <Hours quarterHours={totalQuarterHours} />
          </dd>
        </div>
        <div>
          <dt>{text("whereNow")}</dt>
          <dd>
            {holder?.name ?? text(isEditable(status) ? "withMe" : "closed")}
            {text("comma")}
            <Age since={heldSince} />
          </dd>
        </div>
        <div>
          <dt>{text("createdAt")}</dt>
          <dd>{formatTime(createdAt, language)}</dd>
        </div>
      </dl>
      {isBack && lastReason !== null ? (
        <p className="individual-reason">{text("returnReason", { reason: lastReason })}</p>
      ) : null}
      <p className="individual-card-actions">
        {isEditable(status) ? (
          <Link to={`${page}/edit`}>{text(status === "draft" ? "continue" : "correct")}</Link>
        ) : null}
        <Link to={page}>{text(isPending(status) ? "viewOrWithdraw" : "details")}</Link>
        {status === "recognised" ? <Link to="/individual/statements">{text("statements")}</Link> : null}
      </p>
    </article>
  );
}
