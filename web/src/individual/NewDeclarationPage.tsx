import { Button, Flex } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { CommandProgress } from "../components/CommandProgress";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle } from "../components/PageTitle";
import { ProblemAlert } from "../components/ProblemAlert";
import { useTexts } from "../language/defineTexts";
import { useMenuPath } from "./menuPath";
import { isOpen, useDeclarations } from "./queries";
import { texts } from "./texts";
import { addressOf, useOpening } from "./useOpening";

/** Opens a declaration at once, or leads to the open one. */
export function NewDeclarationPage(): ReactNode {
  const text = useTexts(texts);
  const navigate = useNavigate();
  const path = useMenuPath({ text: text("declarations"), to: "/individual" }, text("newDeclaration"));
  const declarations = useDeclarations();
  const { open, progress, problem } = useOpening();
  const isBegun = useRef(false);
  const present = declarations.data?.find(({ status }) => isOpen(status));
  const mayOpen = declarations.isSuccess && !declarations.isFetching && present === undefined;
  useEffect(() => {
    // Once: a second visit of the effect must not open a second one.
    if (mayOpen && !isBegun.current) {
      isBegun.current = true;
      void open(declarations.data);
    } else if (present !== undefined && !isBegun.current && !declarations.isFetching) {
      void navigate(addressOf(present), { replace: true, state: { isLedHere: true } });
    }
  }, [mayOpen, open, declarations.data, declarations.isFetching, present, navigate]);

  return (
    <>
      <PageTitle path={path} />
      {declarations.isError ? (
        <LoadError error={declarations.error} onRetry={() => void declarations.refetch()} />
      ) : problem === null ? (
        <Flex vertical gap="small">
          <Loading text={text("opening")} />
          <CommandProgress progress={progress} />
        </Flex>
      ) : (
        <ProblemAlert problem={problem} onRetry={() => void open(declarations.data ?? [])} />
      )}
      {problem === null ? null : (
        <p>
          <Button onClick={() => void navigate("/individual")}>{text("backToList")}</Button>
        </p>
      )}
    </>
  );
}
