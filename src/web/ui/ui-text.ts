import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './messages/en.ts';
import { kk } from './messages/kk.ts';
import type { UiText } from './messages/kk.ts';
import { ru } from './messages/ru.ts';

export type { UiText } from './messages/kk.ts';

export const UI_LANGUAGES = ['kk', 'ru', 'en'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

const CATALOGUES: Record<UiLanguage, UiText> = { kk, ru, en };

/** Words the components themselves say, in one language. */
export function uiText(lang: UiLanguage): UiText {
  return CATALOGUES[lang];
}

/** Puts values into the {placeholders} of a text; an unknown placeholder stays visible. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
}

/** Language of everything drawn below; layouts set it, Kazakh is the state language and the default. */
export const LanguageContext = createContext<UiLanguage>('kk');

/** Words of the components in the language of the page being drawn. */
export function useUiText(): UiText {
  return uiText(useContext(LanguageContext));
}

/** Language of the page being drawn. */
export function useUiLanguage(): UiLanguage {
  return useContext(LanguageContext);
}
