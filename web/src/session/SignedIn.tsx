import { Button, Result } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { Loading } from "../components/Loading";
import { useTexts } from "../language/defineTexts";
import { session } from "./session";
import { sessionTexts } from "./texts";
import { useSession } from "./useSession";

// A code can be redeemed once; effects may run twice.
const completions = new Map<string, Promise<string>>();

function complete(address: string): Promise<string> {
  const begun = completions.get(address) ?? session.completeSignIn(address);
  completions.set(address, begun);
  return begun;
}

/** Where the authority sends the browser back: completes the sign-in and goes on where it was asked for. */
export function SignedIn(): ReactNode {
  const text = useTexts(sessionTexts);
  const { signIn } = useSession();
  const navigate = useNavigate();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    complete(location.href)
      .then((path) => navigate(path, { replace: true }))
      .catch(() => setHasFailed(true));
  }, [navigate]);
  return hasFailed ? (
    <Result
      status="warning"
      title={text("failedTitle")}
      subTitle={text("failedText")}
      extra={
        <Button type="primary" onClick={() => void signIn("/")}>
          {text("signInAgain")}
        </Button>
      }
    />
  ) : (
    <Loading text={text("completing")} />
  );
}
