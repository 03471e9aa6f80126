import { describe, expect, it } from "vitest";
import type { Texts } from "./defineTexts";

const modules = import.meta.glob<Record<string, unknown>>("../**/texts*.ts", { eager: true });

function isTexts(value: unknown): value is Texts<string> {
  return (
    typeof value === "object" && value !== null && "zh" in value && "en" in value && "namespace" in value
  );
}

const all = Object.entries(modules).flatMap(([file, exports]) =>
  Object.values(exports)
    .filter(isTexts)
    .map((texts) => ({ file, texts })),
);

const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("texts", () => {
  it("are found", () => {
    expect(all.length).toBeGreaterThan(3);
  });

  it("have a namespace of their own each", () => {
    const namespaces = all.map(({ texts }) => texts.namespace);
    expect(new Set(namespaces).size).toBe(namespaces.length);
  });

  it.each(all)("of $file have the same keys and values in both languages, none empty", ({ texts }) => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.zh).sort());
    for (const [key, chinese] of Object.entries(texts.zh)) {
      const english = texts.en[key] ?? "";
      expect(chinese.trim(), key).not.toBe("");
      expect(english.trim(), key).not.toBe("");
      expect(namesIn(english), key).toEqual(namesIn(chinese));
    }
  });

  it.each(all)("of $file are Chinese where they should be", ({ texts }) => {
    // The button that switches to a language is written in that language.
    const exceptions = new Set(["language", "languageLabel"]);
    for (const [key, english] of Object.entries(texts.en)) {
      if (!exceptions.has(key)) {
        expect(english.replace(/“[^”]*”/g, ""), key).not.toMatch(/[\u4e00-\u9fff]{3}/);
      }
    }
  });
});
