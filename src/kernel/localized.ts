export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in all three languages. */
export interface Localized {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** The text that is really shown, and in which language it is written. */
export interface LocalizedText {
  readonly text: string;
  readonly lang: Language;
  readonly fallback: boolean;
}

/** Tells whether the text is the code of a language of the platform. */
export function isLanguage(text: unknown): text is Language {
  return (LANGUAGES as readonly unknown[]).includes(text);
}

/**
 * Gives the text in the wanted language or, where imported data lack it, in the first language that has it,
 * and says so: the page must mark the language of a text it did not expect.
 */
export function localizedText(localized: Partial<Localized>, wanted: Language): LocalizedText {
  const own = localized[wanted];
  if (own) return { text: own, lang: wanted, fallback: false };
  for (const lang of LANGUAGES) {
    const text = localized[lang];
    if (text) return { text, lang, fallback: true };
  }
  return { text: '', lang: wanted, fallback: true };
}

/** The plain text in the wanted language, or the best there is. */
export function inLanguage(localized: Partial<Localized>, wanted: Language): string {
  return localizedText(localized, wanted).text;
}
