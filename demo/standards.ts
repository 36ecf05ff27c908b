import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, day, legalDay, momentAt, type Day } from '#kernel/day.ts'
import { tx } from '#platform/acts/tx.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as professions from '#modules/professions/index.ts'
import * as standards from '#modules/standards/index.ts'
import type { World } from '../src/entry/world.ts'
import type { Cast } from './people.ts'

/** The invented body of the demonstration, so that nothing is said in the name of a ministry. */
const BODY = 'D04'
const FIRST_DAY = day('2025-01-01')
const ACT = { kk: 'Көрсетілім актісі, заң күші жоқ', ru: 'Демонстрационный акт, не имеет силы закона' }
const INVENTED = [
  ['PS-D001', 'confectioner', { kk: 'Кондитерлік бұйымдар өндірісі (үлгі)', ru: 'Производство кондитерских изделий (демонстрационный)', en: 'Production of confectionery (demonstration)' }],
  ['PS-D002', 'welder', { kk: 'Дәнекерлеу жұмыстары (үлгі)', ru: 'Сварочные работы (демонстрационный)', en: 'Welding (demonstration)' }],
  ['PS-D003', 'software-tester', { kk: 'Бағдарламалық қамтылымды тестілеу (үлгі)', ru: 'Тестирование программного обеспечения (демонстрационный)', en: 'Software testing (demonstration)' }],
  ['PS-D004', 'web-administrator', { kk: 'Веб-сайттарды әкімшілендіру (үлгі)', ru: 'Администрирование веб-сайтов (демонстрационный)', en: 'Web administration (demonstration)' }],
] as const

/** Enters the titles that are known from orders, without their texts, and the invented documents of the demonstration. */
export async function loadStandards(world: Pick<World, 'system'>): Promise<void> {
  const titles = await knownTitles()
  const texts = await Promise.all(INVENTED.map(([, key]) => textOf(key)))
  const mappings = 'demo/data/classifications.csv'
  await standards.importMappings(world.system(), { name: mappings, bytes: readFileSync(join(projectRoot(), mappings)) })
  await tx(world.system(), 'basis.enter', async (t) => {
    const bodies = await professions.listSectorBodies(t.sql)
    for (const title of titles) {
      const body = bodies.find((each) => each.name.ru === title.bodyRu)
      if (!body) throw new Error(`no body ${title.bodyRu}`)
      await standards.enterBasis(t, { ...title, kind: 'standard', bodyCode: body.code, edition: '', validFrom: null, provenance: 'order-title', content: null })
    }
    const known = new Set((await professions.listCurrentProfessions(t.sql, t.today)).map((each) => each.code))
    for (const [place, [code, key, title]] of INVENTED.entries()) {
      const { content, faults } = standards.readDocument(texts[place]!.header, texts[place]!.rows, known)
      if (faults[0]) throw new Error(`${key}.csv, line ${faults[0].line}, ${faults[0].column}: ${faults[0].reason}`)
      await standards.enterBasis(t, { code, kind: 'standard', bodyCode: BODY, title, act: ACT, edition: '2025', page: '', validFrom: FIRST_DAY, provenance: 'demonstration', content })
    }
    await standards.enterBasis(t, { ...REQUIREMENTS, kind: 'requirements', bodyCode: BODY, act: ACT, edition: '2025', page: '', validFrom: FIRST_DAY, provenance: 'demonstration' })
  })
}

const REQUIREMENTS = {
  code: 'QR-D001',
  title: { kk: '«Байыту фабрикасының аппаратшысы» біліктілік талаптары (үлгі)', ru: 'Квалификационные требования «Аппаратчик обогатительной фабрики» (демонстрационные)', en: 'Qualification requirements for the concentrator operator (demonstration)' },
  content: {
    text: {
      kk: 'Көрсетілімге арналған ойдан құрастырылған мәтін.\n1. Байыту жабдығын іске қосып, тоқтата білуі керек.\n2. Пульпа мен реагенттердің берілуін реттей білуі керек.\n3. Сынама алу тәртібін және еңбек қауіпсіздігі қағидаларын білуі керек.',
      ru: 'Вымышленный текст для демонстрации.\n1. Должен уметь пускать и останавливать обогатительное оборудование.\n2. Должен уметь регулировать подачу пульпы и реагентов.\n3. Должен знать порядок отбора проб и правила безопасности труда.',
    },
    page: '', professions: [{ professionCode: 'K-0033', level: 3 }],
  },
}

/** Tells how a standard goes on: a new version approved by two people that is to come, and one that waits for the second person. */
export async function tellOfStandards(world: Pick<World, 'db' | 'clock'>, cast: Cast): Promise<void> {
  const today = legalDay(world.clock.now())
  const [text, codes] = [await textOf('software-tester-2'), new Set((await professions.listCurrentProfessions(world.db, today)).map((each) => each.code))]
  if (standards.readDocument(text.header, text.rows, codes).faults.length > 0) throw new Error('software-tester-2.csv is not whole')
  const officer = cast.as('sector-officer', momentAt(addDays(today, -3), '10:00'))
  const next = async (code: string, validFrom: Day, file: string | undefined) => {
    const versionId = await standards.draftNextVersion(officer, code)
    let revision = 1
    if (file) {
      const bytes = readFileSync(pathOf(file))
      const importId = await standards.examineDocument(officer, { versionId, revision, name: `${file}.csv`, bytes })
      await standards.takeDocument(officer, { importId, revision })
      revision++
    }
    const { version } = await standards.openBasis(officer, versionId)
    await standards.saveBasisHead(officer, { versionId, revision, head: { title: version.title, act: ACT, edition: validFrom.slice(0, 4), page: '', validFrom } })
    await standards.submitBasis(officer, { versionId, revision: revision + 1 })
    return { versionId, revision: revision + 2 }
  }
  await standards.approveBasis(cast.as('ministry-1', momentAt(addDays(today, -2), '11:00')), await next('PS-D003', addDays(today, 45), 'software-tester-2'))
  await next('PS-D002', addDays(today, 90), undefined)
}

interface KnownTitle {
  code: string
  title: { kk: string; ru: string; en: string }
  act: { kk: string; ru: string }
  page: string
  bodyRu: string
}
/** Titles of thirteen orders; the Russian ones are back-translations, the Kazakh ones are not known. */
async function knownTitles(): Promise<KnownTitle[]> {
  const path = join(projectRoot(), 'data/professional-standards-known.csv')
  return (await readTable(readFileSync(path), { filename: path })).rows.map(({ cells }) => {
    const on = (cells['order_date'] ?? '').split('-').reverse().join('.')
    return {
      code: `PS-${cells['no']!.padStart(4, '0')}`, title: { kk: '', ru: cells['title_ru_back_translation_verify'] ?? '', en: cells['title_en_source_translation'] ?? '' },
      act: { kk: `${on} № ${cells['order_no']} бұйрық`, ru: `Приказ от ${on} № ${cells['order_no']}` }, page: cells['source_url'] ?? '', bodyRu: cells['approving_body_ru']!,
    }
  })
}

const pathOf = (key: string): string => join(projectRoot(), 'demo/standards', `${key}.csv`)
async function textOf(key: string) {
  return readTable(readFileSync(pathOf(key)), { filename: `${key}.csv` })
}
