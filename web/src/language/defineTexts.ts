import i18next from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type Language, language } from "./language";

/** Texts of one part of the client in both languages; `{{name}}` stands for a value. */
export interface Texts<Key extends string> {
  readonly namespace: string;
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** Values for a text's names. */
export type TextValues = Readonly<Record<string, string | number>>;

/** What English says of one where it says something else of more: the text's key and `_one`, chosen by its `{{count}}`. */
type Singulars<Key> = { readonly [K in Key & string as `${K}_one`]?: string };

/** The English of these Chinese texts: a text for every key, and for one where that differs. */
export type English<Z> = Readonly<Record<keyof Z, string>> & Singulars<keyof Z>;

/** Registers the texts of a part when its module loads. Both languages have the same keys, or it does not compile. */
export function defineTexts<const Z extends Readonly<Record<string, string>>>(
  namespace: string,
  texts: { readonly zh: Z; readonly en: English<Z> },
): Texts<keyof Z & string> {
  i18next.addResourceBundle("zh", namespace, texts.zh, true, true);
  i18next.addResourceBundle("en", namespace, texts.en, true, true);
  return { namespace, zh: texts.zh, en: texts.en };
}

/** The texts in the chosen language: `const text = useTexts(texts); text("title", { count })`. */
export function useTexts<Key extends string>(texts: Texts<Key>): (key: Key, values?: TextValues) => string {
  const { t } = useTranslation(texts.namespace);
  // The function changes with the language, so that what is made of its texts is made anew.
  return useCallback((key, values) => t(key, { keySeparator: false, nsSeparator: false, ...values }), [t]);
}

/** The chosen language; the component is rendered again when it changes. */
export function useLanguage(): Language {
  useTranslation();
  return language.current();
}
