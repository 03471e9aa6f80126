import { Switch } from "antd";
import { useTexts } from "../language/defineTexts";
import { turnShortcuts, useAreShortcutsOn } from "./shortcuts";
import { reviewTexts } from "./texts";

/** A key and the name of what it does. */
export type KeyHelp = readonly [key: string, label: string];

/** The single keys of a page, with a switch that turns them off. Not on phones: there are no keys. */
export function ShortcutsHelp(props: { readonly keys: readonly KeyHelp[] }) {
  const t = useTexts(reviewTexts);
  const isOn = useAreShortcutsOn();
  return (
    <details className="shortcuts no-print">
      <summary>{t("keys.title")}</summary>
      <label className="shortcuts-switch">
        <Switch checked={isOn} onChange={turnShortcuts} aria-label={t("keys.switch")} /> {t("keys.switch")}
      </label>
      <dl>
        {props.keys.map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
