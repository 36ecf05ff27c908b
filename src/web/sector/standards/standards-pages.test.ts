import { beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '#platform/tables/write-table.ts'
import { DOCUMENT_COLUMNS, documentTemplate } from '#modules/standards/index.ts'
import { documentRows } from '#modules/standards/domain/document-table.ts'
import { sampleStandard } from '../../../../test/support/sample-standard.ts'
import { aSectorBody } from '../../../../test/support/sector-body.ts'
import { servedWorld } from '../../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../../test/support/visitor.ts'
import type { CentreMade } from '../../../../test/support/world.ts'

const { world, app } = await servedWorld()
let [officer, stranger, ministry, head, anybody]: Visitor[] = []
let profession: string
let centre: CentreMade
let programme: string
let version: string
beforeAll(async () => {
  officer = await aVisitor(world, app, (await aSectorBody(world, 'T01', 'K-N1')).officer)
  stranger = await aVisitor(world, app, (await aSectorBody(world, 'T02', 'K-N2')).officer)
  ministry = await aVisitor(world, app, await world.anOfficial('ministry'))
  anybody = await aVisitor(world, app)
  profession = await world.aProfession({ levels: [4] })
  centre = await world.aCentre({ professionCode: profession, level: 4 })
  head = await aVisitor(world, app, await world.aStaffMember(centre.id, ['centre-head']))
  programme = await world.aProgramme(centre.id, profession, 4)
}, 60_000)

const bring = (who: Visitor, path: string, name: string, bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}) => who.send(path, { ...fields, file: { name, bytes } })
const placeOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['location']).split('?')[0]!

describe('a standard at the desks', () => {
  it('is opened by the officer of a body with a title in both languages', async () => {
    const wrong = await officer!.send('/ru/sector/standards/new', { kind: 'standard', titleKk: '', titleRu: 'Сварка' })
    expect([wrong.statusCode, wrong.body.includes('на казахском и русском')]).toEqual([422, true])
    const made = await officer!.send('/kk/sector/standards/new', { kind: 'standard', titleKk: 'Дәнекерлеу', titleRu: 'Сварка' })
    expect(made.statusCode).toBe(303)
    version = placeOf(made)
    for (const page of await inAllLanguages(officer!, version.slice(3))) expect(page).toContain('PS-0001')
    await stranger!.get(version, 404)
    await anybody!.get('/kk/standards/PS-0001', 404)
  })

  it('is filled by the template: mistakes are named by row and column, a right file is seen before it is taken', async () => {
    const wrong = await bring(officer!, `${version}/document`, 'standard.csv', writeCsv(DOCUMENT_COLUMNS, documentRows(sampleStandard('K-9999'))))
    const faults = await officer!.get(placeOf(wrong))
    expect(faults).toMatch(/<code>profession<\/code>/)
    expect(faults).not.toContain('Мәтінді жобаға енгізу')
    const notATable = await bring(officer!, `${version}/document`, 'standard.xlsx', new Uint8Array([80, 75, 3, 4, 0, 0]))
    expect(notATable.statusCode).toBe(422)
    const right = placeOf(await bring(officer!, `${version}/document`, 'standard.csv', writeCsv(DOCUMENT_COLUMNS, documentRows(sampleStandard(profession)))))
    for (const page of await inAllLanguages(officer!, right.slice(3))) expect(page).toContain('1.2')
    await stranger!.get(right, 404)
    expect((await officer!.send(right, {})).statusCode).toBe(303)
    expect(await officer!.get(version)).toContain('measure kk')
  })

  it('says what its head still lacks, is sent, and the ministry approves it', async () => {
    expect(await officer!.get(version)).toContain('Бекіткен актіні')
    const saved = await officer!.send(`${version}/edit`, { do: 'head', titleKk: 'Дәнекерлеу', titleRu: 'Сварка', titleEn: '', actKk: 'Бұйрық', actRu: 'Приказ', edition: '1', page: '', 'validFrom-day': '10', 'validFrom-month': '3', 'validFrom-year': '2026' })
    expect(saved.statusCode).toBe(303)
    expect((await officer!.send(version, { do: 'submit' })).statusCode).toBe(303)
    expect(await officer!.get(version)).not.toContain('value="approve"')
    const there = version.replace('/kk/sector/', '/ru/ministry/')
    expect(await ministry!.get('/ru/ministry/standards')).toContain('на утверждении')
    const shown = await ministry!.get(there)
    expect(shown).toContain('Программы, которые придётся переделать')
    expect((await ministry!.send(there, { do: 'approve' })).statusCode).toBe(303)
  })

  it('warns the centre on the list and on the page of the programme, and the desks by a list', async () => {
    expect(await head!.get('/ru/centre/programmes')).toContain('появилась основа оценки')
    expect(await head!.get(`/kk/centre/programmes/${programme}`)).toContain('Бағдарламаны қайта жасау керек')
    for (const page of [...(await inAllLanguages(officer!, '/sector/standards/redo')), ...(await inAllLanguages(ministry!, '/ministry/standards/redo'))]) expect(page).toMatch(/Шеберлік орталығы|Центр мастерства|Centre of mastery/)
    expect(await stranger!.get('/ru/sector/standards/redo')).toContain('Переделывать ни одну программу не нужно')
  })

  it('is read by everybody, with a way from the profession', async () => {
    for (const page of await inAllLanguages(anybody!, '/standards/PS-0001')) expect(page).toMatch(/measure (kk|ru)/)
    for (const page of await inAllLanguages(anybody!, '/standards')) expect(page).toContain('/standards/PS-0001')
    expect(await anybody!.get(`/kk/professions/${profession}`)).toContain('/kk/standards/PS-0001')
    await inAllLanguages(anybody!, '/standards/PS-0001/history')
    await anybody!.get('/kk/requirements/PS-0001', 404)
    for (const kind of ['csv', 'xlsx']) expect((await app.inject(`/kk/standards/PS-0001/document.${kind}`)).statusCode).toBe(200)
  })

  it('is given out as a template to its officers', async () => {
    const template = await app.inject({ url: '/kk/sector/standards/template.csv', headers: { cookie: officer!.cookie() } })
    expect(Buffer.from((await documentTemplate('csv')).body).equals(template.rawPayload)).toBe(true)
    expect((await app.inject('/kk/sector/standards/template.csv')).statusCode).not.toBe(200)
    expect((await app.inject({ url: `${version}/text.xlsx`, headers: { cookie: stranger!.cookie() } })).statusCode).toBe(404)
  })

  it('has its next version compared with it', async () => {
    const next = placeOf(await officer!.send(version, { do: 'next' }))
    const content = sampleStandard(profession)
    content.cards[0]!.level = 5
    const preview = placeOf(await bring(officer!, `${next}/document`, 's.csv', writeCsv(DOCUMENT_COLUMNS, documentRows(content))))
    await officer!.send(preview, {})
    expect(await officer!.get(next.replace('/kk/', '/ru/'))).toContain('уровень орк: было — 4, стало — 5')
  })
})

describe('the tree of a draft at the desk of its body', () => {
  const said = { nameKk: 'Тексеру', nameRu: 'Проверка' }
  let draft: string
  const goesTo = (answer: { headers: Record<string, unknown> }) => String(answer.headers['location'])
  it('is written node by node, without a script, in three languages', async () => {
    draft = goesTo(await officer!.send('/kk/sector/standards/new', { kind: 'standard', titleKk: 'Жаңа', titleRu: 'Новый' }))
    expect(await officer!.get(draft)).toContain(`${draft}/tree`)
    const saved = await officer!.send(`${draft}/passport`, { scopeKk: 'ая', scopeRu: 'область' })
    expect([saved.statusCode, goesTo(saved)]).toEqual([303, `${draft}/tree`])
    const add = async (under: string, node: string, fields: Readonly<Record<string, string>>) => goesTo(await officer!.send(`${draft}/node?under=${under}&node=${node}`, { node, do: 'save', ...said, ...fields }))
    expect(await add('', 'card', { code: '1', level: '4', professionCode: profession, aimKk: 'мақсат', aimRu: 'цель', educationKk: 'білім', educationRu: 'образование' })).toBe(`${draft}/tree?at=0`)
    expect(await add('0', 'function', { code: '1.1', mandatory: 'yes' })).toBe(`${draft}/tree?at=0-0`)
    expect(await add('0-0', 'skill', { code: '1.1.1', alone: 'yes' })).toBe(`${draft}/tree?at=0-0-0`)
    for (const nameRu of ['первое', 'второе']) await add('0-0-0', 'ability', { nameRu })
    expect(await add('0-0-0', 'knowledge', { do: 'next' })).toBe(`${draft}/node?under=0-0-0&node=knowledge`)
    for (const at of ['', '?at=0', '?at=0-0', '?at=0-0-0']) for (const page of await inAllLanguages(officer!, `${draft.slice(3)}/tree${at}`)) expect(page).toMatch(/Тексеру|Проверка/)
    for (const at of ['0', '0-0', '0-0-0', '0-0-0-a1', '0-0-0-k0']) for (const page of await inAllLanguages(officer!, `${draft.slice(3)}/node?at=${at}`)) expect(page).toContain('Тексеру')
    await inAllLanguages(officer!, `${draft.slice(3)}/passport`)
    const moved = await officer!.send(`${draft}/tree?at=0-0-0`, { place: '0-0-0-a1', do: 'up' })
    expect(goesTo(moved)).toBe(`${draft}/tree?at=0-0-0#n-0-0-0-a0`)
    expect(await officer!.get(`${draft.replace('/kk/', '/ru/')}/tree?at=0-0-0`)).toMatch(/второе[\s\S]*первое/)
    expect(goesTo(await officer!.send(`${draft}/node?at=0-0-0-a1`, { do: 'remove' }))).toBe(`${draft}/tree?at=0-0-0`)
  })

  it('refuses at the field, and keeps what was typed', async () => {
    const wrong = await officer!.send(`${draft.replace('/kk/', '/ru/')}/node?under=0&node=function`, { node: 'function', do: 'save', code: '1.1', nameKk: '', nameRu: 'Резка', mandatory: 'no' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toMatch(/Код 1\.1 уже есть[\s\S]*Резка/)
  })

  it('tells of two who write at once, and goes on refusing until the page is opened anew', async () => {
    const stale = { version: '1', node: 'skill', do: 'save', code: '1.1.1', ...said, alone: 'no' }
    const refused = await officer!.send(`${draft.replace('/kk/', '/ru/')}/node?at=0-0-0`, stale)
    expect([refused.statusCode < 500 && refused.statusCode >= 400, refused.body.includes('Версия за это время изменилась'), refused.body.includes('Открыть страницу заново')]).toEqual([true, true, true])
    expect(refused.body).toContain('name="version" value="1"')
    for (const page of await inAllLanguages(officer!, `${draft.slice(3)}/node?at=0-7`)) expect(page).toContain(`${draft.slice(3)}/tree`)
    for (const page of await inAllLanguages(officer!, `${draft.slice(3)}/tree?at=9`)) expect(page).toContain(`${draft.slice(3)}/tree`)
  })

  it('is open to nobody else, and for no approved version', async () => {
    for (const path of ['tree', 'node?under=&node=card', 'passport']) {
      await stranger!.get(`${draft}/${path}`, 404)
      await ministry!.get(`${draft}/${path}`, 404)
      await officer!.get(`${version}/${path}`, 404)
    }
  })
})

describe('classifications at the desk of the ministry', () => {
  it('are taken with a source and shown on the page of the profession', async () => {
    const mapped = await world.aProfession()
    const file = (line: string) => new TextEncoder().encode(`profession,scheme,code,title_kk,title_ru,source\n${line}\n`)
    const wrong = await bring(ministry!, '/ru/ministry/standards/classifications', 'm.csv', file(`${mapped},isco08,99999,,,ILO`), { kind: 'mappings' })
    expect([wrong.statusCode, wrong.body.includes('Строка 2, code')]).toEqual([422, true])
    const right = await bring(ministry!, '/ru/ministry/standards/classifications', 'm.csv', file(`${mapped},isco08,7212,,Сварщики,ILO 2012`), { kind: 'mappings' })
    expect(right.statusCode).toBe(303)
    for (const page of await inAllLanguages(anybody!, `/professions/${mapped}`)) expect(page).toMatch(/7212[\s\S]*ILO 2012/)
    await inAllLanguages(anybody!, '/frameworks')
    await head!.get('/ru/ministry/standards/classifications', 404)
  })
})
