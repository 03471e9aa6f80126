import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import english from "antd/locale/en_US";
import chinese from "antd/locale/zh_CN";
import { type ReactNode, useMemo, useState, useSyncExternalStore } from "react";
import { RouterProvider } from "react-router/dom";
import { useLanguage } from "./language/defineTexts";
import { makeRouter } from "./routes";
import { largeText } from "./shell/largeText";
import { makeQueries } from "./shell/queries";
import { styleNonce } from "./styleNonce";
import { themeOf } from "./theme";

/** The whole client. */
export function App(): ReactNode {
  const [queries] = useState(makeQueries);
  const [router] = useState(makeRouter);
  const chosen = useLanguage();
  const isLarge = useSyncExternalStore(largeText.subscribe, largeText.isOn);
  const theme = useMemo(() => themeOf(isLarge), [isLarge]);
  const policy = useMemo(() => ({ nonce: styleNonce() }), []);
  return (
    <ConfigProvider
      theme={theme}
      locale={chosen === "zh" ? chinese : english}
      csp={policy}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntdApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
