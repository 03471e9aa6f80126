import { Button, Result, Space, Typography } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTexts } from "../language/defineTexts";
import { useMeQuery } from "../session/useMe";
import { useSession } from "../session/useSession";
import { shellTexts } from "./texts";
import { useAskingAgain } from "./useAskingAgain";

/** For somebody who is signed in but neither a professional nor a member of a unit: what to do, and whom to ask. */
export function NotRegistered(): ReactNode {
  const text = useTexts(shellTexts);
  const { name, subject, signOut } = useSession();
  const me = useMeQuery();
  useAskingAgain();
  return (
    <Result
      status="info"
      title={<h1>{text("notRegisteredTitle")}</h1>}
      subTitle={text("notRegisteredText", { name: name ?? subject ?? "" })}
      extra={
        <Space wrap>
          <Button type="primary" loading={me.isFetching} onClick={() => void me.refetch()}>
            {text("checkAgain")}
          </Button>
          <Button onClick={() => void signOut()}>{text("signOut")}</Button>
        </Space>
      }
    >
      <ul>
        <li>{text("notRegisteredPerson")}</li>
        <li>{text("notRegisteredMember")}</li>
        <li>
          {text("notRegisteredId", { id: "" })}
          <Typography.Text copyable={subject === null ? false : { text: subject }}>{subject}</Typography.Text>
        </li>
        {me.data?.isRegistryAdministrator === true ? <li>{text("registryOnly")}</li> : null}
      </ul>
      <p>
        <Link to="/verify">{text("notRegisteredVerify")}</Link>
      </p>
    </Result>
  );
}
