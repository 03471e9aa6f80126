import {
  FontSizeOutlined,
  GlobalOutlined,
  IdcardOutlined,
  LogoutOutlined,
  SafetyCertificateOutlined,
  SwapOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import { type ReactNode, useSyncExternalStore } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { useLanguage, useTexts } from "../language/defineTexts";
import { language } from "../language/language";
import { useMeQuery } from "../session/useMe";
import { useSession } from "../session/useSession";
import { portalNameKey } from "./Chooser";
import { largeText } from "./largeText";
import { type Portal, portalAt, portalsOf } from "./portals";
import { shellTexts } from "./texts";

/** The bar above every page: where one is and as what, and what holds everywhere. */
export function Header(): ReactNode {
  const text = useTexts(shellTexts);
  const { status } = useSession();
  const present = usePresentPortal();
  return (
    <header className="shell-header no-print">
      <Link to="/" className="shell-name">
        <SafetyCertificateOutlined aria-hidden />
        <span>{text("appName")}</span>
      </Link>
      {present === null ? null : (
        <span className="shell-place" title={present.name}>
          {text(portalNameKey(present))} · {present.name}
        </span>
      )}
      <div className="shell-tools">
        <LargeTextButton />
        <LanguageButton />
        {status === "signedOut" || status === "left" ? <SignInButton /> : <AccountMenu />}
      </div>
    </header>
  );
}

function usePresentPortal(): Portal | null {
  const me = useMeQuery();
  const { pathname } = useLocation();
  return me.data === undefined ? null : portalAt(portalsOf(me.data), pathname);
}

function LargeTextButton(): ReactNode {
  const text = useTexts(shellTexts);
  const isLarge = useSyncExternalStore(largeText.subscribe, largeText.isOn);
  return (
    <Button
      type="text"
      icon={<FontSizeOutlined aria-hidden />}
      aria-pressed={isLarge}
      aria-label={text("largeText")}
      title={text("largeText")}
      onClick={() => largeText.choose(!isLarge)}
    >
      <span className="wide-only">{text("largeText")}</span>
    </Button>
  );
}

function LanguageButton(): ReactNode {
  const text = useTexts(shellTexts);
  const present = useLanguage();
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      aria-label={text("languageLabel")}
      lang={present === "zh" ? "en" : "zh-CN"}
      onClick={() => void language.choose(present === "zh" ? "en" : "zh")}
    >
      <span className="wide-only">{text("language")}</span>
    </Button>
  );
}

function SignInButton(): ReactNode {
  const text = useTexts(shellTexts);
  const { signIn } = useSession();
  const { pathname } = useLocation();
  return (
    <Button type="text" onClick={() => void signIn(pathname.startsWith("/verify") ? "/" : undefined)}>
      {text("signIn")}
    </Button>
  );
}

/** A unit's administrator needs it to make somebody a member. */
const copiesId = "copy-id";

function AccountMenu(): ReactNode {
  const text = useTexts(shellTexts);
  const { name, subject, signOut } = useSession();
  const me = useMeQuery();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const portals = me.data === undefined ? [] : portalsOf(me.data);
  const items: NonNullable<MenuProps["items"]> = [
    // On a phone there is no room for it in the bar.
    { type: "group", key: "who", label: name ?? subject },
    ...(portals.length < 2
      ? []
      : [
          {
            type: "group" as const,
            key: "portals",
            label: text("switchRole"),
            children: portals.map((portal) => ({
              key: portal.to,
              icon: <SwapOutlined aria-hidden />,
              label: `${text(portalNameKey(portal))} · ${portal.name}`,
              disabled: portalAt([portal], pathname) !== null,
            })),
          },
        ]),
    ...(me.data === undefined
      ? []
      : [
          {
            key: copiesId,
            icon: <IdcardOutlined aria-hidden />,
            label: text("copyId", { id: me.data.personId }),
          },
        ]),
    { key: "/verify", icon: <SafetyCertificateOutlined aria-hidden />, label: text("verify") },
    { type: "divider", key: "line" },
    { key: "sign-out", icon: <LogoutOutlined aria-hidden />, label: text("signOut") },
  ];
  const choose = (key: string) => {
    if (key === copiesId) {
      // Where the browser does not let it be copied it still stands there to be read.
      navigator.clipboard.writeText(me.data?.personId ?? "").catch(() => null);
    } else {
      void (key === "sign-out" ? signOut() : navigate(key));
    }
  };
  return (
    <Dropdown
      trigger={["click"]}
      // Inside the header, so that it belongs to a landmark.
      getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
      menu={{ items, onClick: ({ key }) => choose(key) }}
    >
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-label={`${text("account")} ${name ?? subject ?? ""}`}
      >
        <span className="account-name">{name ?? subject}</span>
      </Button>
    </Dropdown>
  );
}
