import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { defineTexts, type Texts } from "./defineTexts";
import "./language";

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

const singular = "_one";

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
    const english = Object.keys(texts.en).filter((key) => !key.endsWith(singular));
    expect(english.sort()).toEqual(Object.keys(texts.zh).sort());
    for (const [key, chinese] of Object.entries(texts.zh)) {
      const english = texts.en[key] ?? "";
      expect(chinese.trim(), key).not.toBe("");
      expect(english.trim(), key).not.toBe("");
      expect(namesIn(english), key).toEqual(namesIn(chinese));
    }
  });

  it.each(all)("of $file that speak of one have a text for more, with the same values", ({ texts }) => {
    for (const [key, one] of Object.entries(texts.en).filter(([key]) => key.endsWith(singular))) {
      const more = texts.en[key.slice(0, -singular.length)] ?? "";
      expect(namesIn(one), key).toContain("count");
      expect(namesIn(one), key).toEqual(namesIn(more));
    }
  });

  it("speak of one, and of more, as each language does", () => {
    const { namespace } = defineTexts("texts-test", {
      zh: { files: "{{count}} 份" },
      en: { files: "{{count}} files", files_one: "{{count}} file" },
    });
    const say = (language: string, count: number) =>
      i18next.getFixedT(language, namespace)("files", { count });
    expect([say("en", 0), say("en", 1), say("en", 2)]).toEqual(["0 files", "1 file", "2 files"]);
    expect([say("zh", 1), say("zh", 2)]).toEqual(["1 份", "2 份"]);
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
