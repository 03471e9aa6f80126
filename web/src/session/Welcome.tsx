import { Button, Result, Space } from "antd";
import { SafetyCertificateOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTexts } from "../language/defineTexts";
import { sessionTexts } from "./texts";
import { useSession } from "./useSession";

/** The first page for somebody who is not signed in. */
export function Welcome(): ReactNode {
  const text = useTexts(sessionTexts);
  const { signIn } = useSession();
  return (
    <Result
      icon={<SafetyCertificateOutlined aria-hidden />}
      title={<h1 className="welcome-title">{text("welcomeTitle")}</h1>}
      subTitle={text("welcomeText")}
      extra={
        <Space orientation="vertical" size="large">
          <Button type="primary" size="large" onClick={() => void signIn("/")}>
            {text("signIn")}
          </Button>
          <Link to="/verify">{text("verify")}</Link>
        </Space>
      }
    />
  );
}
