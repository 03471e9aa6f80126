import { useQuery } from "@tanstack/react-query";
import { Result } from "antd";
import type { ReactNode } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { api, type Schemas, unwrap } from "../api/client";
import { ApiProblem } from "../api/problems";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { codeOf, numberOf } from "./statementNumber";
import { verifierTexts } from "./texts";
import { VerifiedStatement } from "./VerifiedStatement";
import { VerifierForm } from "./VerifierForm";

/** The public verifier: `/verify`, and `/verify/:number?code=` where the QR code of a statement leads. */
export function Component(): ReactNode {
  const text = useTexts(verifierTexts);
  const [query] = useSearchParams();
  const number = numberOf(useParams()["number"] ?? "");
  const code = codeOf(query.get("code") ?? "");
  const navigate = useNavigate();
  const isAsked = number !== "" && code !== "";
  const verify = (asked: { number: string; code: string }) =>
    void navigate(`/verify/${encodeURIComponent(asked.number)}?code=${encodeURIComponent(asked.code)}`);
  return (
    <div className="verifier">
      <PageTitle path={[text("title")]} />
      {isAsked ? <Verdict key={`${number} ${code}`} number={number} code={code} /> : null}
      <section className="verifier-form no-print" aria-label={text(isAsked ? "another" : "verify")}>
        {isAsked ? <h2>{text("another")}</h2> : <p>{text("intro")}</p>}
        <VerifierForm key={`${number} ${code}`} number={number} code={code} onVerify={verify} />
      </section>
    </div>
  );
}

function Verdict({ number, code }: { number: string; code: string }): ReactNode {
  const text = useTexts(verifierTexts);
  const answer = useQuery({
    queryKey: ["verification", number, code],
    queryFn: async (): Promise<Schemas["StatementVerification"]> =>
      (await unwrap(api.GET("/api/verification/{number}", { params: { path: { number }, query: { code } } })))
        .data,
    // It may be revoked at any moment, and the paper is looked at now.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (answer.data !== undefined) {
    return <VerifiedStatement statement={answer.data} checkedAtMilliseconds={answer.dataUpdatedAt} />;
  }
  if (!answer.isError) {
    return <Loading text={text("checking")} />;
  }
  const isUnknown = answer.error instanceof ApiProblem && [400, 404].includes(answer.error.status);
  return isUnknown ? (
    <div role="alert">
      <Result
        status="error"
        title={<h2>{text("notVerifiedTitle")}</h2>}
        subTitle={
          <>
            {number}
            <br />
            {text("notVerifiedText")}
          </>
        }
      />
    </div>
  ) : (
    <LoadError error={answer.error} onRetry={() => void answer.refetch()} />
  );
}
