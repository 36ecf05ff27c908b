import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Bin } from '#kernel/bin.ts'
import { Iin } from '#kernel/iin.ts'
import { searchIn, searchIndex } from '#modules/professions/domain/search-index.ts'
import { ROLES } from '#platform/acts/actor.ts'
import { readTable } from '#platform/tables/read-table.ts'

type Row = Readonly<Record<string, string>>

const FORMS = ['licensing', 'attestation', 'certification', 'testing', 'qualification-exam']
const FEATURES = ['ramp', 'lift', 'accessible-toilet', 'tactile', 'sign-language', 'large-print', 'extra-time', 'quiet-room', 'parking', 'assistant']

async function rows(folder: string, name: string): Promise<Row[]> {
  const table = await readTable(readFileSync(join(import.meta.dirname, folder, name)), { filename: name })
  return table.rows.map((row) => row.cells)
}

const bodies = await rows('.', 'sector-bodies.csv')
const fields = await rows('.', 'fields.csv')
const professions = await rows('.', 'professions.csv')
const centres = await rows('.', 'centres.csv')
const scope = await rows('.', 'centre-scope.csv')
const prices = await rows('.', 'prices.csv')
const accessibility = await rows('.', 'accessibility.csv')
const hours = await rows('.', 'hours.csv')
const organisations = await rows('.', 'organisations.csv')
const people = await rows('.', 'people.csv')
const regions = await rows('../../data', 'regions.csv')
const knownBodies = await rows('../../data', 'sector-state-bodies-known.csv')
const slidesProfessions = await rows('../../data', 'register-of-professions-known.csv')
const slidesCities = await rows('../../data', 'slides-centres-by-city.csv')

const voluntary = professions.filter((row) => row['track'] === 'voluntary')
const mandatory = professions.filter((row) => row['track'] === 'mandatory')
const codes = (list: readonly Row[], column = 'code') => list.map((row) => row[column] ?? '')
const levelsOf = (row: Row | undefined) => (row?.['levels'] ?? '').split(';')
const key = (row: Row) => `${row['centre']} ${row['profession']} ${row['level']}`

function expectAll(list: readonly Row[], column: string, pattern: RegExp): void {
  expect(list.filter((row) => !pattern.test(row[column] ?? '')).map((row) => ({ column, row }))).toEqual([])
}

function expectKnown(list: readonly Row[], column: string, known: readonly string[], { orEmpty = false } = {}): void {
  const wrong = list.filter((row) => !(known.includes(row[column] ?? '') || (orEmpty && row[column] === '')))
  expect(wrong.map((row) => ({ column, row }))).toEqual([])
}

function expectUnique(values: readonly string[]): void {
  expect(values.filter((value, place) => values.indexOf(value) !== place)).toEqual([])
}

describe('demonstration data', () => {
  test('give every centre the hours of its week', () => {
    expect([...new Set(codes(hours, 'centre'))].sort()).toEqual(codes(centres, 'serial').sort())
    expectUnique(hours.map((row) => `${row['centre']} ${row['weekday']}`))
    expectAll(hours, 'weekday', /^[1-7]$/)
    for (const column of ['opens', 'closes']) expectAll(hours, column, /^\d\d:\d\d$/)
  })

  test('say of every row what it is', () => {
    const all = [bodies, fields, professions, centres, scope, prices, accessibility, hours, organisations, people]
    expect(all.every((list) => list.length > 0)).toBe(true)
    for (const list of all) expectAll(list, 'provenance', /^(?:demonstration|slides|order)$/)
    for (const list of [centres, scope, prices, accessibility, hours, organisations, people]) expectAll(list, 'provenance', /^demonstration$/)
    for (const row of [...centres, ...organisations]) {
      expect(row['name_kk']).toContain('үлгі')
      expect(row['name_ru']).toContain('демонстрац')
      expect(row['name_en']).toContain('demonstration')
    }
  })

  test('name each thing once', () => {
    for (const list of [bodies, fields, professions, organisations]) expectUnique(codes(list))
    for (const column of ['serial', 'bin', 'certificate_number', 'email']) expectUnique(codes(centres, column))
    for (const column of ['key', 'iin', 'email', 'phone']) expectUnique(codes(people, column))
    for (const column of ['name_kk', 'name_ru']) expectUnique(codes(professions, column))
    expectUnique(codes(professions, 'name_en').filter((name) => name !== ''))
    expectUnique(scope.map(key))
    expectUnique(prices.map((row) => `${key(row)} ${row['in_force_offset']}`))
    expectUnique(accessibility.map((row) => `${row['centre']} ${row['feature']}`))
  })

  test('count sector bodies and directions as the slides do', () => {
    expect(bodies).toHaveLength(19)
    expect(fields).toHaveLength(8)
    const real = bodies.filter((row) => row['provenance'] === 'order')
    expect(real.map((row) => [row['name_ru'], row['name_kk'], row['name_en']])).toEqual(knownBodies.map((row) => [row['name_ru'], row['name_kk'], row['name_en']]))
  })

  test('mail only to the reserved domain and phone only to numbers nobody has', () => {
    expectAll([...centres, ...people], 'email', /^[a-z0-9-]+@tanu\.example$/)
    expectAll([...centres, ...people], 'phone', /^\+7 000 000 \d\d \d\d$/)
  })
})

describe('professions of the demonstration', () => {
  test('carry speakable codes in order', () => {
    expect(codes(professions)).toEqual(professions.map((_, place) => `K-${String(place + 1).padStart(4, '0')}`))
  })

  test('hold the six of the slides and enough of each track', () => {
    const named = professions.filter((row) => row['provenance'] === 'slides')
    expect(named.map((row) => [row['name_ru'], row['track']])).toEqual(slidesProfessions.map((row) => [row['name_ru'], row['category']]))
    expect([professions.length, voluntary.length, mandatory.length]).toEqual([749, 615, 134])
    for (const field of fields) expect(voluntary.some((row) => row['field'] === field['code'])).toBe(true)
  })

  test('have right kinds, numbers and references', () => {
    expectAll(professions, 'track', /^(?:voluntary|mandatory)$/)
    for (const column of ['education_required', 'experience_required']) expectAll(professions, column, /^[01]$/)
    expectAll(professions, 'validity_months', /^(?:[1-9]\d{0,2})?$/)
    expectAll(professions, 'age_min', /^(?:1[6-9]|2\d)?$/)
    expectAll(professions, 'attributes_provenance', /^(?:demonstration|unknown)$/)
    expectAll(professions, 'attributes_note', /^\w+=[\w-]+(?:;\w+=[\w-]+)*$/)
    expectKnown(professions, 'field', codes(fields), { orEmpty: true })
    expectKnown(professions, 'body', codes(bodies), { orEmpty: true })
    for (const column of ['name_kk', 'name_ru', 'synonyms']) expectAll(professions, column, /\S/)
    expect(professions.filter((row) => row['name_en'] === '').length).toBeGreaterThan(0)
  })

  test('are complete when voluntary: basis, direction, levels, and a text for each requirement', () => {
    expectAll(voluntary, 'basis', /^(?:standard|requirements)$/)
    for (const column of ['basis_title_ru', 'field', 'body']) expectAll(voluntary, column, /\S/)
    expectAll(voluntary, 'levels', /^[1-8](?:;[1-8])*$/)
    expectAll(voluntary, 'form', /^$/)
    for (const row of voluntary) {
      for (const need of ['education', 'experience']) {
        for (const lang of ['kk', 'ru']) expect(row[`${need}_text_${lang}`] !== '').toBe(row[`${need}_required`] === '1')
      }
      expect(row['basis_title_kk'] !== '' || row['attributes_note']?.includes('order-back-translation')).toBe(true)
    }
  })

  test('are bound, when mandatory and invented, to a demonstration body and an act that says it is no law', () => {
    const invented = mandatory.filter((row) => row['provenance'] === 'demonstration')
    expectAll(invented, 'body', /^D\d\d$/)
    expectAll(invented, 'act_kk', /үлгі акт \(заң емес\)$/)
    expectAll(invented, 'act_ru', /\(не является законом\)$/)
    expectKnown(invented, 'form', FORMS)
    expect(new Set(codes(invented, 'form'))).toEqual(new Set(FORMS))
    expectAll(mandatory, 'levels', /^$/)
  })

  test('leave to real bodies only what has a source', () => {
    const withRealBody = professions.filter((row) => row['body']?.startsWith('B'))
    expectAll(withRealBody, 'attributes_note', /basis_title_ru=order-back-translation|body=our-reading/)
    const unknown = mandatory.filter((row) => row['provenance'] === 'slides' && row['attributes_note']?.includes('body=not-known'))
    expect(unknown).toHaveLength(2)
    for (const column of ['body', 'act_kk', 'act_ru', 'form']) expectAll(unknown, column, /^$/)
  })

  test('answer for the four programmes', () => {
    const keys = professions.filter((row) => row['programme_key'] !== '')
    expect(codes(keys, 'programme_key').sort()).toEqual(['confectioner', 'software-tester', 'web-administrator', 'welder'])
    expectAll(keys, 'track', /^voluntary$/)
    for (const row of keys) {
      const programme = JSON.parse(readFileSync(join(import.meta.dirname, `../programmes/${row['programme_key']}.json`), 'utf8')) as { key: string; level: number; title: { kk: string } }
      expect(programme.key).toBe(row['programme_key'])
      expect(levelsOf(row)).toContain(String(programme.level))
      expect(programme.title.kk).toBe(row['name_kk'])
    }
  })

  const found = searchIndex(professions.map((row) => ({ code: row['code'] ?? '', texts: [row['name_kk'] ?? '', row['name_ru'] ?? '', row['name_en'] ?? '', ...(row['synonyms'] ?? '').split(';')] })))
  test.each([
    ['сварщик', 'Электрогазосварщик'],
    ['данекерлеуши', 'Электрогазосварщик'],
    ['welder', 'Электрогазосварщик'],
    ['варить железо', 'Электрогазосварщик'],
    ['кандитер', 'Кондитер'],
    ['тортодел', 'Кондитер'],
    ['тестировщик по', 'Тестировщик программного обеспечения'],
    ['куа', 'Тестировщик программного обеспечения'],
    ['сайт', 'Администратор веб-сайтов'],
    ['электрик', 'Электромонтажник'],
    ['краншы', 'Машинист башенного крана'],
    ['доярка', 'Оператор машинного доения'],
    ['риелтор', 'Агент по недвижимости'],
    ['риэлтар', 'Агент по недвижимости'],
    ['вертолетчик', 'Пилот вертолета'],
    ['адвакат', 'Адвокат'],
    ['тас калаушы', 'Каменщик'],
    ['омарташы', 'Пчеловод'],
    ['сварщк', 'Электрогазосварщик'],
    ['дәнекерлеуши', 'Электрогазосварщик'],
    ['кондетер', 'Кондитер'],
    ['конфекшнер', 'Кондитер'],
    ['confectoner', 'Кондитер'],
    ['повор', 'Повар'],
    ['аспыз', 'Повар'],
    ['бухгальтер', 'Бухгалтер'],
    ['бугалтер', 'Бухгалтер'],
    ['парикмахир', 'Парикмахер'],
    ['шаштарас', 'Парикмахер'],
    ['токорь', 'Токарь'],
    ['фризеровщик', 'Фрезеровщик'],
    ['ювилир', 'Ювелир'],
    ['зергир', 'Ювелир'],
    ['сантехнек', 'Слесарь-сантехник'],
    ['пасечник', 'Пчеловод'],
    ['бульдозирист', 'Машинист бульдозера'],
    ['крановщик', 'Машинист башенного крана'],
    ['штукотур', 'Штукатур'],
    ['кравельщик', 'Кровельщик'],
    ['плотнек', 'Плотник'],
    ['балташи', 'Плотник'],
    ['огроном', 'Агроном'],
    ['агроном семеновод', 'Агроном-семеновод'],
    ['зоотехнек', 'Зоотехник'],
    ['комбайньор', 'Комбайнер'],
    ['комбайншы', 'Комбайнер'],
    ['ветеренар', 'Ветеринарный врач'],
    ['нотариу', 'Нотариус'],
    ['аудитар', 'Аудитор'],
    ['медсистра', 'Медицинская сестра'],
    ['мейиргер', 'Медицинская сестра'],
    ['тестировшик', 'Тестировщик программного обеспечения'],
    ['softwear tester', 'Тестировщик программного обеспечения'],
    ['веб дезайнер', 'Веб-дизайнер'],
    ['системный админстратор', 'Системный администратор'],
    ['фатограф', 'Фотограф'],
    ['журналис', 'Журналист'],
    ['экскурсавод', 'Экскурсовод'],
    ['даяшi', 'Официант'],
    ['barmen', 'Бармен'],
    ['сушефф', 'Су-шеф'],
    ['геадезист', 'Геодезист'],
  ])('are found first by «%s»', (query, name) => {
    const [best] = searchIn(found, query, 1)
    expect(professions.find((row) => row['code'] === best?.code)?.['name_ru']).toBe(name)
  })
})

describe('centres of the demonstration', () => {
  test('stand in cities of the slides', () => {
    const perRegion = (list: readonly string[]) => Object.fromEntries([...new Set(list)].sort().map((kato) => [kato, list.filter((each) => each === kato).length]))
    expect(perRegion(codes(centres, 'region_kato'))).toEqual(perRegion(slidesCities.flatMap((row) => Array<string>(Number(row['centres'])).fill(row['region_kato'] ?? ''))))
    expect(centres).toHaveLength(16)
    expect(new Set(codes(scope, 'profession')).size).toBe(85)
  })

  test('carry numbers of organisations that can never exist', () => {
    for (const row of [...centres, ...organisations]) {
      const bin = Bin.parse(row['bin'] ?? '')
      expect(bin.ok && bin.value.kind, row['bin']).toBe('demonstration')
    }
    expectUnique([...codes(centres, 'bin'), ...codes(organisations, 'bin')])
  })

  test('hold certificates of three years, one of them run out and one withdrawn', () => {
    for (const column of ['from_offset', 'until_offset']) expectAll(centres, column, /^-?\d+$/)
    for (const column of ['withdrawn_offset', 'resumed_offset']) expectAll(centres, column, /^(?:-?\d+)?$/)
    for (const row of centres) expect(Number(row['until_offset']) - Number(row['from_offset'])).toBe(1095)
    expect(centres.filter((row) => Number(row['until_offset']) < 0)).toHaveLength(1)
    expect(centres.filter((row) => row['withdrawn_offset'] !== '')).toHaveLength(1)
  })

  test('recognise voluntary professions on a level these have', () => {
    expectKnown(scope, 'centre', codes(centres, 'serial'))
    expectKnown(scope, 'profession', codes(voluntary))
    for (const row of scope) expect(levelsOf(voluntary.find((profession) => profession['code'] === row['profession']))).toContain(row['level'])
    for (const centre of centres) expect(scope.some((row) => row['centre'] === centre['serial'])).toBe(true)
  })

  test('publish a price in force for all they recognise, and a retake is never dearer than the whole', () => {
    expect(new Set(prices.map(key))).toEqual(new Set(scope.map(key)))
    expectAll(prices, 'in_force_offset', /^-\d+$/)
    for (const column of ['amount_tenge', 'retake_theory_tenge', 'retake_practice_tenge', 'retake_both_tenge']) expectAll(prices, column, /^[1-9]\d*$/)
    for (const row of prices) {
      const [whole, theory, practice, both] = ['amount_tenge', 'retake_theory_tenge', 'retake_practice_tenge', 'retake_both_tenge'].map((column) => Number(row[column])) as [number, number, number, number]
      expect(Math.max(theory, practice)).toBeLessThanOrEqual(both)
      expect(both).toBeLessThanOrEqual(whole)
      const centre = centres.find((candidate) => candidate['serial'] === row['centre'])
      expect(Number(row['in_force_offset'])).toBeGreaterThanOrEqual(Number(centre?.['from_offset']))
    }
  })

  test('say of each feature of accessibility whether it is there', () => {
    for (const centre of centres) {
      expect(accessibility.filter((row) => row['centre'] === centre['serial']).map((row) => row['feature'])).toEqual(FEATURES)
    }
    expectAll(accessibility, 'available', /^[01]$/)
    for (const row of accessibility) expect(row['note_kk'] === '').toBe(row['note_ru'] === '')
  })
})

describe('people of the demonstration', () => {
  test('carry numbers that can never be issued and agree with their birth', () => {
    for (const row of people) {
      const iin = Iin.parse(row['iin'] ?? '')
      expect(iin.ok && iin.value.kind, row['key']).toBe('demonstration')
      expect(iin.ok && iin.value.birthDate, row['key']).toBe(row['birth_on'])
    }
  })

  test('have names in both spellings and live in a region', () => {
    for (const column of ['surname_kk', 'given_name_kk', 'surname_ru', 'given_name_ru']) expectAll(people, column, /^\p{Lu}[\p{L}-]+$/u)
    for (const row of people) expect(row['patronymic_kk'] === '').toBe(row['patronymic_ru'] === '')
    expectAll(people, 'surname_ru', /^[А-ЯЁа-яё-]+$/)
    expectAll(people, 'sex', /^(?:male|female)$/)
    expectAll(people, 'language', /^(?:kk|ru)$/)
    expectKnown(people, 'region_kato', codes(regions, 'kato'))
  })

  test('hold roles of the platform at the organisation where they sit', () => {
    const places = [...codes(organisations), ...centres.map((row) => `centre-${row['serial']}`)]
    for (const row of people) {
      for (const role of (row['roles'] ?? '').split(';').filter((name) => name !== '')) expect(ROLES).toContain(role)
      expect(row['desk'] === 'candidate').toBe(row['organisation'] === '')
    }
    expectKnown(people, 'organisation', places, { orEmpty: true })
    expectKnown(people, 'centre', codes(centres, 'serial'), { orEmpty: true })
    expectAll(people, 'desk', /^(?:candidate|centre|assessor|exam|panel|accreditor|applicant|sector|employer|career-centre|payer|proctor|ministry|auditor|admin|partner)$/)
  })

  test('are enough: about two dozen candidates, and every working centre can examine and decide', () => {
    expect(people.filter((row) => row['desk'] === 'candidate').length).toBeGreaterThanOrEqual(24)
    for (const serial of ['01', '02', '03', '05', '07']) {
      const count = (role: string) => people.filter((row) => row['centre'] === serial && row['roles']?.split(';').includes(role)).length
      expect([count('centre-operator'), count('centre-head'), count('invigilator')]).toEqual([1, 1, 1])
      expect(count('assessor')).toBeGreaterThanOrEqual(2)
      expect(count('panel-member')).toBeGreaterThanOrEqual(3)
    }
    for (const row of centres.slice(7)) expect(people.filter((each) => each['centre'] === row['serial']).map((each) => each['roles']).sort()).toEqual(['centre-head', 'centre-operator'])
    for (const role of ROLES) expect(people.some((row) => row['roles']?.split(';').includes(role))).toBe(true)
    expect(people.filter((row) => row['roles'] === 'ministry')).toHaveLength(2)
  })
})
