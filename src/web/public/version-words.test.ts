import { expect, test } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Profession } from '#modules/professions/index.ts'
import { changesInWords } from './version-words.ts'

const FIRST: Profession = {
  code: 'T-1', versionId: 'first' as Uuid, versionNo: 1, validFrom: '2026-01-05' as Day, validUntil: '2026-09-15' as Day, name: { kk: 'Дәнекерлеуші', ru: 'Сварщик', en: 'Welder' },
  track: 'voluntary', basis: 'standard', basisTitle: {}, fieldCode: null, levels: [2, 3], educationRequired: false, experienceRequired: false, educationText: {}, experienceText: {},
  validityMonths: 36, ageMin: null, bodyCode: null, bodyName: {}, act: {}, form: null, synonyms: [], provenance: 'demonstration', attributesProvenance: 'demonstration', editionNo: null,
}

test('the first version is said to be added, in every language', () => {
  expect((['kk', 'ru', 'en'] as const).map((lang) => changesInWords(undefined, FIRST, [], lang))).toEqual([['Тізілімге қосылды'], ['Добавлена в Реестр'], ['Added to the register']])
})
test('levels, a term that becomes unlimited and an age set are said with what was and what is', () => {
  const changed: Profession = { ...FIRST, levels: [3, 4], validityMonths: null, ageMin: 18 }
  expect(changesInWords(FIRST, changed, [], 'en')).toEqual([
    'Levels added: 4', 'Levels removed: 2', 'Validity of the document: was 3 years, is now unlimited', 'Minimum age: was not set, is now 18',
  ])
  expect(changesInWords(FIRST, changed, [], 'kk')[2]).toBe('Құжаттың қолданылу мерзімі: бұрын — 3 жыл, енді — мерзімсіз')
})
test('a profession moved to mandatory is said to be moved, and loses its basis', () => {
  const moved: Profession = { ...FIRST, track: 'mandatory', basis: null, form: 'attestation' }
  expect(changesInWords(FIRST, moved, [], 'ru')).toEqual([
    'Переведена из добровольного признания в обязательное', 'Основание оценки: было — Профессиональный стандарт, стало — не указано', 'Форма проверки: было — не указано, стало — Аттестация',
  ])
})
