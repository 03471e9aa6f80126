import { DownloadOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { Failure } from "../../api/problems";
import { isFailure } from "../../api/problems";
import { Empty } from "../../components/Empty";
import { LoadError } from "../../components/LoadError";
import { Loading } from "../../components/Loading";
import { ProblemAlert } from "../../components/ProblemAlert";
import { formatTime } from "../../components/time";
import { useLanguage, useTexts } from "../../language/defineTexts";
import { type StatementView, useStatements } from "../queries";
import { texts } from "../texts";
import { yearsText } from "../yearsText";
import { savePaper } from "./savePaper";

/** Statements issued so far, newest first, with their state. */
export function StatementList(): ReactNode {
  const text = useTexts(texts);
  const statements = useStatements();
  if (statements.isPending) {
    return <Loading />;
  }
  if (statements.isError) {
    return <LoadError error={statements.error} onRetry={() => void statements.refetch()} />;
  }
  if (statements.data.length === 0) {
    return <Empty text={text("noStatements")} />;
  }
  return (
    <ul className="individual-cards">
      {statements.data.map((statement) => (
        <li key={statement.content.number}>
          <StatementCard statement={statement} />
        </li>
      ))}
    </ul>
  );
}

function StatementCard({ statement }: { statement: StatementView }): ReactNode {
  const text = useTexts(texts);
  const language = useLanguage();
  const { content, isRevoked, revokedAt } = statement;
  const [isLoading, setIsLoading] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const download = async () => {
    setIsLoading(true);
    setProblem(null);
    try {
      await savePaper(content.number);
    } catch (failure) {
      if (!isFailure(failure)) {
        throw failure;
      }
      setProblem(failure);
    } finally {
      setIsLoading(false);
    }
  };
  const verification = `/verify/${encodeURIComponent(content.number)}?code=${encodeURIComponent(content.code)}`;
  return (
    <article className="individual-card">
      <div className="individual-card-head">
        <h3>{text("statementOf", { years: yearsText(content.years.map(({ summary }) => summary.year)) })}</h3>
        <Tag className={`status-tag ${isRevoked ? "tag-bad" : "tag-good"}`}>
          {text(isRevoked ? "statementRevoked" : "statementValid")}
        </Tag>
      </div>
      <dl>
        <div>
          <dt>{text("statementNumber")}</dt>
          <dd>{content.number}</dd>
        </div>
        <div>
          <dt>{text("issuedAt")}</dt>
          <dd>{formatTime(content.issuedAt, language)}</dd>
        </div>
        <div>
          <dt>{text("agency")}</dt>
          <dd>{content.agency.name}</dd>
        </div>
      </dl>
      {isRevoked ? (
        <p className="individual-reason">
          {text("statementRevokedExplained", {
            time: revokedAt == null ? "" : formatTime(revokedAt, language),
          })}
        </p>
      ) : null}
      <p className="individual-card-actions no-print">
        {isRevoked ? null : (
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            loading={isLoading}
            aria-label={text("downloadOf", { number: content.number })}
            onClick={() => void download()}
          >
            {text("download")}
          </Button>
        )}
        <Link to={verification}>{text("verify")}</Link>
      </p>
      {problem === null ? null : <ProblemAlert problem={problem} onRetry={() => void download()} />}
    </article>
  );
}
