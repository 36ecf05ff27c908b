import { expect, test } from 'vitest';
import { inLanguage, isLanguage, localizedText } from './localized.ts';

const welder = { kk: 'дәнекерлеуші', ru: 'сварщик', en: 'welder' };

test.each([
  ['kk', 'дәнекерлеуші'],
  ['ru', 'сварщик'],
  ['en', 'welder'],
] as const)('gives the text in %s as it was asked', (lang, text) => {
  expect(localizedText(welder, lang)).toEqual({ text, lang, fallback: false });
  expect(inLanguage(welder, lang)).toBe(text);
});

test('says so when the text is shown in another language than the one asked for', () => {
  expect(localizedText({ ...welder, en: '' }, 'en')).toEqual({ text: 'дәнекерлеуші', lang: 'kk', fallback: true });
  expect(localizedText({ ru: 'сварщик' }, 'kk')).toEqual({ text: 'сварщик', lang: 'ru', fallback: true });
});

test('shows nothing rather than inventing a text that no language has', () => {
  expect(localizedText({}, 'ru')).toEqual({ text: '', lang: 'ru', fallback: true });
});

test('knows three languages and no other', () => {
  expect(['kk', 'ru', 'en', 'de', 'KK', undefined].filter(isLanguage)).toEqual(['kk', 'ru', 'en']);
});
