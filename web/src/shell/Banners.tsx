import { Alert, Button } from "antd";
import { type ReactNode, useSyncExternalStore } from "react";
import { pendingCommands } from "../api/pendingCommands";
import { useTexts } from "../language/defineTexts";
import { sessionTexts } from "../session/texts";
import { useSession } from "../session/useSession";
import { connection } from "./connection";
import { shellTexts } from "./texts";

/** What concerns every page: no network, too much to do, a session that has ended, what is still being sent. */
export function Banners(): ReactNode {
  const text = useTexts(shellTexts);
  const sessionText = useTexts(sessionTexts);
  const { isExpired, signIn } = useSession();
  const { isOffline, isOverloaded } = useSyncExternalStore(connection.subscribe, connection.current);
  const pending = useSyncExternalStore(pendingCommands.subscribe, pendingCommands.current);
  const waiting = pending.filter(({ progress }) => progress.waitMilliseconds !== null).length;
  const still = waiting === 0 ? null : text("sending", { count: waiting });
  return (
    <div aria-live="polite" className="banners no-print">
      {isExpired ? (
        <Alert
          banner
          type="warning"
          title={sessionText("expired")}
          action={
            <Button type="primary" onClick={() => void signIn()}>
              {sessionText("signInAgain")}
            </Button>
          }
        />
      ) : null}
      {isOffline ? <Alert banner type="warning" title={text("offline")} description={still} /> : null}
      {isOverloaded && !isOffline ? (
        <Alert banner type="info" title={text("overloaded")} description={still} />
      ) : null}
    </div>
  );
}
