import i18next from "i18next";
import { initReactI18next } from "react-i18next";

/** The languages of the client. */
export type Language = "zh" | "en";

const storageKey = "ceactors.language";
const tags: Record<Language, string> = { zh: "zh-CN", en: "en" };

// Chinese unless English was chosen here: browsers in offices often ask for English without anybody having wished so.
function stored(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

void i18next.use(initReactI18next).init({
  lng: stored(),
  fallbackLng: "zh",
  resources: {},
  ns: [],
  // React escapes by itself.
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});

function dress(): void {
  document.documentElement.lang = tags[language.current()];
}

/** The chosen language. */
export const language = {
  current: (): Language => (i18next.language === "en" ? "en" : "zh"),

  /** As HTTP and HTML name it. */
  tag: (): string => tags[language.current()],

  /** Chooses, and remembers it on this machine. */
  async choose(chosen: Language): Promise<void> {
    try {
      localStorage.setItem(storageKey, chosen);
    } catch {
      // Where nothing may be stored the choice holds for this page.
    }
    await i18next.changeLanguage(chosen);
    dress();
  },
};

dress();
