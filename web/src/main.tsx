import "antd/dist/reset.css";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { clientSettings } from "./session/clientSettings";
import { nameStyles } from "./styleNonce";
import "./styles.css";

nameStyles();
// index.html has them on their way already; also pages that need nobody signed in take them, or the browser complains of a load for nothing. Who
// needs them asks again should it have failed.
clientSettings().catch(() => null);
dayjs.locale("zh-cn");

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no #root.");
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
