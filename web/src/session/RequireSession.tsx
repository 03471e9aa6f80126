import { Button, Result } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { Loading } from "../components/Loading";
import { LoadError } from "../components/LoadError";
import { useTexts } from "../language/defineTexts";
import { session } from "./session";
import { sessionTexts } from "./texts";
import { useMeQuery } from "./useMe";
import { useSession } from "./useSession";
import { Welcome } from "./Welcome";

/** Pages that need a sign-in: sends the visitor to the authority and back to the same address, then shows them. */
export function RequireSession(): ReactNode {
  const { status } = useSession();
  const { pathname } = useLocation();
  if (status === "left") {
    return <Welcome />;
  }
  if (status === "signedOut") {
    return pathname === "/" && !session.mayResume() ? <Welcome /> : <GoToSignIn />;
  }
  return <WhenKnown />;
}

function GoToSignIn(): ReactNode {
  const text = useTexts(sessionTexts);
  const { signIn } = useSession();
  const [isAway, setIsAway] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    signIn().catch(() => setIsAway(true));
  }, [signIn, attempt]);
  if (!isAway) {
    return <Loading text={text("going")} />;
  }
  const retry = () => {
    setIsAway(false);
    setAttempt((number) => number + 1);
  };
  return (
    <Result
      status="warning"
      title={text("awayTitle")}
      subTitle={text("awayText")}
      extra={
        <Button type="primary" onClick={retry}>
          {text("retry")}
        </Button>
      }
    />
  );
}

function WhenKnown(): ReactNode {
  const text = useTexts(sessionTexts);
  const me = useMeQuery();
  if (me.data !== undefined) {
    return <Outlet />;
  }
  return me.isError ? (
    <LoadError error={me.error} onRetry={() => void me.refetch()} />
  ) : (
    <Loading text={text("loadingMe")} />
  );
}
