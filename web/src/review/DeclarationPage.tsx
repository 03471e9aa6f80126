import { type ReactNode, useState } from "react";
import { useParams } from "react-router";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle, type PathStep } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { DeclarationReview } from "./DeclarationReview";
import { reviewTexts } from "./texts";
import type { UnitKind } from "./types";
import { useDeclaration } from "./useDeclaration";

export interface DeclarationPageProps {
  readonly unit: string;
  readonly kind: UnitKind;
  /** Whether the reader may revoke recognitions here. */
  readonly isAuditor: boolean;
  /** Address of the portal, without a slash at the end. */
  readonly base: string;
  readonly path: readonly PathStep[];
}

/** One declaration before its reviewer (材料审核). */
export function DeclarationPage(props: DeclarationPageProps): ReactNode {
  const id = useParams().id ?? "";
  // Another declaration is another page: nothing typed for one may reach the next.
  return <PageOf key={id} {...props} id={id} />;
}

function PageOf({ id, ...props }: DeclarationPageProps & { readonly id: string }): ReactNode {
  const t = useTexts(reviewTexts);
  const query = useDeclaration(props.unit, id);
  // What was read some time ago may be of before a return: a review begins with what is so now. Read ahead a moment ago will do.
  const [wasFresh] = useState(!query.isStale);
  const shown = wasFresh || query.isFetchedAfterMount ? query.data : undefined;
  const name = query.data?.data.declarant.name;
  const path: [PathStep, ...PathStep[]] = [
    ...(props.path as [PathStep]),
    name ? t("review.title", { name }) : t("review.titleUnknown"),
  ];
  return (
    <>
      <PageTitle path={path} />
      {shown ? (
        <>
          {query.isError ? <LoadError error={query.error} onRetry={() => void query.refetch()} /> : null}
          <DeclarationReview
            {...props}
            declaration={shown.data}
            etag={shown.etag}
            onReadAgain={() => void query.refetch()}
          />
        </>
      ) : query.isError ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}
