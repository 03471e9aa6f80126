import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDate } from "../../components/time";
import { useLanguage, useTexts } from "../../language/defineTexts";
import type { RecognisedYear } from "../queries";
import { texts } from "../texts";

/** Who recognised each year, when, and by which declaration. */
export function RecognisedYears({ years }: { years: readonly RecognisedYear[] }): ReactNode {
  const text = useTexts(texts);
  const language = useLanguage();
  return (
    <ul className="individual-items">
      {years.map(({ summary, agency, recognisedAt, declarationId }) => (
        <li key={summary.year}>
          <Link to={`/individual/declarations/${declarationId}`}>
            {text("yearHeading", { year: summary.year })}
          </Link>
          {" · "}
          {text("recognisedBy", { agency: agency.name, date: formatDate(recognisedAt, language) })}
        </li>
      ))}
    </ul>
  );
}
