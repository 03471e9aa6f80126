import "antd/dist/reset.css";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { nameStyles } from "./styleNonce";
import "./styles.css";

nameStyles();
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
