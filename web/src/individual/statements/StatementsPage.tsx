import { SearchOutlined } from "@ant-design/icons";
import { Alert, Button, Flex, Form, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { useCommand } from "../../api/useCommand";
import { CommandProgress } from "../../components/CommandProgress";
import { Empty } from "../../components/Empty";
import { HoursChart } from "../../components/HoursChart";
import { LoadError } from "../../components/LoadError";
import { Loading } from "../../components/Loading";
import { PageTitle } from "../../components/PageTitle";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useTexts } from "../../language/defineTexts";
import { useMenuPath } from "../menuPath";
import { type Rules, useRecognisedHours, useRules } from "../queries";
import { texts } from "../texts";
import { StatementList } from "./StatementList";
import { RecognisedYears } from "./RecognisedYears";

interface Range {
  readonly fromYear: number;
  readonly toYear: number;
}

/** 学时证书打印: recognised hours of chosen years, and statements of them. */
export function StatementsPage(): ReactNode {
  const text = useTexts(texts);
  const path = useMenuPath({ text: text("declarations"), to: "/individual" }, text("statements"));
  const rules = useRules();
  return (
    <div className="individual-page">
      <PageTitle path={path} />
      {rules.isPending ? (
        <Loading />
      ) : rules.isError ? (
        <LoadError error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <Query rules={rules.data} />
      )}
      <section aria-labelledby="statements-heading">
        <h2 id="statements-heading">{text("issuedStatements")}</h2>
        <StatementList />
      </section>
    </div>
  );
}

function Query({ rules }: { rules: Rules }): ReactNode {
  const text = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  const asked = rangeOf(parameters, rules);
  const [from, setFrom] = useState(asked?.fromYear ?? rules.spanFromYear);
  const [to, setTo] = useState(asked?.toYear ?? rules.spanToYear);
  const years = Array.from({ length: rules.spanToYear - rules.spanFromYear + 1 }, (_, index) => ({
    value: rules.spanFromYear + index,
    label: text("yearHeading", { year: rules.spanFromYear + index }),
  }));
  const isReversed = from > to;
  return (
    <section aria-label={text("query")}>
      <p className="wizard-hint">{text("statementsHint")}</p>
      <Form layout="vertical" component="div" className="individual-query" role="search">
        <Form.Item label={text("field-spanFromYear")} htmlFor="from-year">
          <Select id="from-year" value={from} options={years} onChange={setFrom} />
        </Form.Item>
        <Form.Item
          label={text("field-spanToYear")}
          htmlFor="to-year"
          validateStatus={isReversed ? "error" : ""}
          extra={
            isReversed ? (
              <span role="alert" className="field-problem">
                {text("rangeReversed")}
              </span>
            ) : null
          }
        >
          <Select id="to-year" value={to} options={years} onChange={setTo} />
        </Form.Item>
        <Button
          type="primary"
          icon={<SearchOutlined aria-hidden />}
          disabled={isReversed}
          onClick={() => setParameters({ from: String(from), to: String(to) }, { replace: true })}
        >
          {text("query")}
        </Button>
      </Form>
      {asked === null ? null : <Recognised range={asked} />}
    </section>
  );
}

function rangeOf(parameters: URLSearchParams, rules: Rules): Range | null {
  const [fromYear, toYear] = [Number(parameters.get("from")), Number(parameters.get("to"))];
  const isKnown = (year: number) =>
    Number.isInteger(year) && year >= rules.spanFromYear && year <= rules.spanToYear;
  return isKnown(fromYear) && isKnown(toYear) && fromYear <= toYear ? { fromYear, toYear } : null;
}

function Recognised({ range }: { range: Range }): ReactNode {
  const text = useTexts(texts);
  const recognised = useRecognisedHours(range);
  const command = useCommand();
  const [issued, setIssued] = useState<string | null>(null);
  if (recognised.isPending) {
    return <Loading />;
  }
  if (recognised.isError) {
    return <LoadError error={recognised.error} onRetry={() => void recognised.refetch()} />;
  }
  if (recognised.data.length === 0) {
    return <Empty text={text("noRecognised", { from: range.fromYear, to: range.toYear })} />;
  }
  const issue = async () => {
    setIssued(null);
    const result = await command.send({
      method: "post",
      path: "/api/statements",
      body: range,
      label: text("issue"),
    });
    if (result.isDone) {
      setIssued(result.data.content.number);
    }
  };
  return (
    <>
      <HoursChart years={recognised.data.map(({ summary }) => summary)} />
      <RecognisedYears years={recognised.data} />
      <Flex className="individual-issue" gap="small" align="center" wrap>
        <Button type="primary" loading={command.isSending} onClick={() => void issue()}>
          {text("issue")}
        </Button>
        <CommandProgress progress={command.progress} />
      </Flex>
      {issued === null ? null : (
        <Alert type="success" showIcon role="status" title={text("issued", { number: issued })} />
      )}
      {command.problem === null ? null : (
        <ProblemAlert problem={command.problem} onRetry={() => void issue()} />
      )}
    </>
  );
}
