import { Checkbox, Descriptions, Radio } from "antd";
import { useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { useCommand } from "../api/useCommand";
import { formatHours } from "../components/Hours";
import { ProblemAlert } from "../components/ProblemAlert";
import { useTexts } from "../language/defineTexts";
import { ReviewDialog } from "../review/ReviewDialog";
import { WordsField } from "../review/WordsField";
import { summaryOf, type Selection } from "./batchSelection";
import { agencyTexts } from "./texts";
import type { BatchNames } from "./useBatchNames";

/** 批量审核: the numbers, the verdict, and one confirmation for all. */
export function BatchDialog(props: {
  readonly unit: string;
  readonly base: string;
  readonly selection: Selection;
  readonly onCancel: () => void;
}): ReactNode {
  const { unit, base, selection } = props;
  const t = useTexts(agencyTexts);
  const navigate = useNavigate();
  const command = useCommand();
  const [verdict, setVerdict] = useState<"pass" | "return">("pass");
  const [words, setWords] = useState("");
  const [isMissedTaken, setMissedTaken] = useState(false);
  const [isTried, setTried] = useState(false);
  const summary = summaryOf(selection);
  const isReasonMissing = verdict === "return" && words.trim() === "";
  const isMissedOpen = verdict === "pass" && summary.targetsMissed > 0 && !isMissedTaken;
  const start = async () => {
    setTried(true);
    if (isReasonMissing || isMissedOpen || command.isSending) {
      return;
    }
    const items = [...selection.values()];
    const result = await command.send({
      method: "post",
      path: "/api/units/{unit}/batches",
      parameters: { unit },
      body: {
        items: items.map(({ declarationId, version }) => ({ declarationId, version })),
        verdict,
        reason: words.trim() || null,
      },
      label: t("batch.title", { count: summary.count }),
    });
    if (result.isDone) {
      const names = items.map((entry) => [
        entry.declarationId,
        { person: entry.personName, employer: entry.employerName },
      ]);
      const state: BatchNames = { names: Object.fromEntries(names) as BatchNames["names"] };
      void navigate(`${base}/batches/${result.data.batchId}`, { state });
    }
  };
  return (
    <ReviewDialog
      title={t("batch.title", { count: summary.count })}
      okLabel={t("batch.confirm", { count: summary.count })}
      isDanger={verdict === "return"}
      isOpen
      isBusy={command.isSending}
      onOk={() => void start()}
      onCancel={props.onCancel}
    >
      {command.problem ? <ProblemAlert problem={command.problem} /> : null}
      <fieldset className="picker">
        <legend>{t("batch.verdict")}</legend>
        <Radio.Group
          value={verdict}
          onChange={(event) => setVerdict(event.target.value === "return" ? "return" : "pass")}
        >
          <Radio value="pass">{t("batch.pass")}</Radio>
          <Radio value="return">{t("batch.return")}</Radio>
        </Radio.Group>
      </fieldset>
      <p>{verdict === "pass" ? t("batch.passExplains") : t("batch.returnExplains")}</p>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={[
          {
            key: "count",
            label: t("batch.count"),
            children: t("batch.countValue", { count: summary.count }),
          },
          {
            key: "employers",
            label: t("batch.employers"),
            children: t("batch.employersValue", { count: summary.employers }),
          },
          {
            key: "hours",
            label: t("batch.hours"),
            children: t("batch.hoursValue", { hours: formatHours(summary.totalQuarterHours) }),
          },
          {
            key: "missed",
            label: t("batch.missed"),
            children: t("batch.countValue", { count: summary.targetsMissed }),
          },
        ]}
      />
      {verdict === "pass" && summary.targetsMissed > 0 ? (
        <div>
          <Checkbox checked={isMissedTaken} onChange={(event) => setMissedTaken(event.target.checked)}>
            {t("batch.missedWarning", { count: summary.targetsMissed })}
          </Checkbox>
          {isTried && isMissedOpen ? (
            <p role="alert" className="field-error">
              {t("batch.missedMissing")}
            </p>
          ) : null}
        </div>
      ) : null}
      <WordsField
        label={verdict === "pass" ? t("batch.opinion") : t("batch.reason")}
        isMandatory={verdict === "return"}
        phrases={[]}
        value={words}
        onChange={setWords}
        error={isTried && isReasonMissing ? t("batch.reasonMissing") : null}
      />
    </ReviewDialog>
  );
}
