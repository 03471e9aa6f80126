import { momentOf } from "./times";
import { urgencyOf, waitingDays } from "./waiting";
import { useTexts } from "../language/defineTexts";
import { reviewTexts, type ReviewText } from "./texts";

const classes = {
  fresh: "review-tag-good",
  normal: "review-tag-plain",
  late: "review-tag-late",
  overdue: "review-tag-overdue",
} as const;

/** How long something waits, in words and, additionally, in a colour. */
export function WaitingTag(props: { readonly since: string; readonly nowMilliseconds: number }) {
  return <WaitingWords {...props} t={useTexts(reviewTexts)} />;
}

/** The same where the texts are at hand. */
export function WaitingWords(props: {
  readonly since: string;
  readonly nowMilliseconds: number;
  readonly t: ReviewText;
}) {
  const { t } = props;
  const days = waitingDays(props.since, props.nowMilliseconds);
  const urgency = urgencyOf(days);
  return (
    <span
      className={`review-tag ${classes[urgency]}`}
      title={t("waiting.since", { moment: momentOf(props.since) })}
    >
      {days === 0 ? t("waiting.today") : t("waiting.days", { count: days })}
      {urgency === "overdue" ? ` · ${t("waiting.overdue")}` : ""}
    </span>
  );
}
