import { beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '#platform/tables/write-table.ts'
import * as mandatory from '#modules/mandatory-outcomes/index.ts'
import { aSectorBody, anOutcome, type SectorBodyMade } from '../../../test/support/sector-body.ts'
import { servedWorld } from '../../../test/support/server.ts'
import { aVisitor, inAllLanguages, type Visitor } from '../../../test/support/visitor.ts'
import { pages } from './index.ts'

const { world, app } = await servedWorld()
let body: SectorBodyMade
let officer: Visitor
let stranger: Visitor
beforeAll(async () => {
  body = await aSectorBody(world, 'T01', 'K-N1')
  officer = await aVisitor(world, app, body.officer)
  stranger = await aVisitor(world, app, (await aSectorBody(world, 'T02', 'K-N2')).officer)
})

const dayFields = (name: string, text: string) => Object.fromEntries(['year', 'month', 'day'].map((part, place) => [`${name}-${part}`, text.split('-')[place] ?? '']))
const typed = (change: Parameters<typeof anOutcome>[1] = {}) => {
  const { issued_on, valid_until, ...rest } = anOutcome(body, change)
  return { ...rest, ...dayFields('issued_on', issued_on), ...dayFields('valid_until', valid_until) }
}
const bring = (who: Visitor, name: string, bytes: Uint8Array) => who.send('/kk/sector/mandatory/import', { file: { name, bytes } })

describe('the desk of a sector body', () => {
  it('shows its professions and no other, in three languages', async () => {
    for (const page of await inAllLanguages(officer, '/sector')) {
      expect(page).toContain('K-N1')
      expect(page).not.toContain('K-N2')
      expect(page).toMatch(/енгізілмеген|не внесён|not entered/)
    }
    expect(await officer.get('/ru/sector?q=zzzzzzzz')).toContain('Такой профессии не нашлось')
  })

  it('is closed to everybody else', async () => {
    const centre = await world.aCentre()
    const clerk = await aVisitor(world, app, await world.aStaffMember(centre.id, ['centre-head']))
    const nobody = await aVisitor(world, app)
    const { id } = await mandatory.registerOutcome(world.as(body.officer), anOutcome(body, { number: 'CLOSED-1' }))
    for (const { path } of pages) {
      const address = `/kk${path.replace(':id', id).replace(':code', 'K-N1')}`
      await clerk.get(address, 404)
      expect((await app.inject(address)).statusCode).not.toBe(200)
      if (path.includes(':')) await stranger.get(address, 404)
    }
    expect(await nobody.get('/kk/verify/CLOSED-1')).toContain('Айжан')
  })

  it('says so where the organisation is no body of the register', async () => {
    const lost = await aVisitor(world, app, await world.aStaffMember((await world.aCentre()).id, ['sector-officer']))
    expect(await lost.get('/ru/sector')).toContain('не связана')
    await lost.get('/ru/sector/mandatory', 404)
  })

  it('registers, corrects and annuls a document, with every reason at its field', async () => {
    const wrong = await officer.send('/ru/sector/mandatory/new', typed({ number: 'П-1', iin: '123', ground: '' }))
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toMatch(/href="#f-iin"[\s\S]*href="#f-ground"/)
    expect(wrong.body).toContain('value="П-1"')
    const made = await officer.send('/ru/sector/mandatory/new', typed({ number: 'П-1', valid_until: '2031-01-31' }))
    expect(made.statusCode).toBe(303)
    const address = made.headers.location as string
    for (const page of await inAllLanguages(officer, address.replace('/ru', ''))) {
      expect(page).toContain('Оспанова Айжан')
      expect(page).not.toMatch(/(?<!\d)\d{12}(?!\d)/)
    }
    expect((await officer.send(`${address}/correct`, { ...typed({ surname: 'Оспан', valid_until: '2031-01-31' }), iin: '', reason: '' })).body).toContain('Укажите основание')
    expect((await officer.send(`${address}/correct`, { ...typed({ surname: 'Оспан', valid_until: '2031-01-31' }), iin: '', reason: 'Описка' })).statusCode).toBe(303)
    expect(await officer.get(address)).toMatch(/<del>Оспанова<\/del>[\s\S]*<ins>Оспан<\/ins>[\s\S]*Описка/)
    const late = await officer.send(`${address}/annul`, { version: '1', ...dayFields('annulled_on', '2026-03-02'), reason: 'Решение суда' })
    expect([late.statusCode, late.body.includes('изменил другой сотрудник')]).toEqual([409, true])
    expect((await officer.send(`${address}/annul`, { ...dayFields('annulled_on', '2026-03-02'), reason: 'Решение суда' })).statusCode).toBe(303)
    expect(await officer.get('/ru/sector/mandatory?status=annulled&number=%D0%BF-1')).toContain('аннулирован')
    expect((await officer.send('/ru/sector/mandatory/new', typed({ number: 'п – 1' }))).body).toContain('другой документ')
  })

  it('brings a file: faults by row and column, or everything at once', async () => {
    const row = (number: string, iin?: string) => mandatory.OUTCOME_FIELDS.map((field) => anOutcome(body, { number, ...(iin === undefined ? {} : { iin }) })[field])
    const wrong = await bring(officer, 'нәтижелер.csv', writeCsv(mandatory.OUTCOME_FIELDS, [row('Ф-1'), row('Ф-2', '1')]))
    expect(wrong.statusCode).toBe(303)
    for (const page of await inAllLanguages(officer, wrong.headers.location!.toString().replace('/kk', ''))) expect(page).toMatch(/<code>iin<\/code>/)
    const right = await bring(officer, 'нәтижелер.csv', writeCsv(mandatory.OUTCOME_FIELDS, [row('Ф-1'), row('Ф-2')]))
    const address = right.headers.location!.toString()
    expect(await officer.get(address)).toContain('Құжаттарды тіркеу: 2')
    expect((await officer.send(address, {})).statusCode).toBe(303)
    expect(await officer.get(address)).toContain('Файлдағы құжаттар тіркелді')
    expect(await officer.get('/kk/sector/mandatory?number=%D0%A4-')).toMatch(/Ф-1[\s\S]*Ф-2|Ф-2[\s\S]*Ф-1/)
    await stranger.get(address, 404)
  })

  it.each([['page.html', '<html><script>alert(1)</script>'], ['picture.xlsx', 'PK\u0003\u0004broken'], ['empty.csv', ''], ['a.csv', 'a,a\n1,2\n'], ['b.csv', '\u0000\u0001\u0002']])('refuses a hostile file %s in words', async (name, text) => {
    const answer = await bring(officer, name, Buffer.from(text))
    expect([303, 422]).toContain(answer.statusCode)
    if (answer.statusCode === 422) expect(answer.body).toContain('govuk-error-summary')
    else expect(await officer.get(answer.headers.location!.toString())).toContain('Ештеңе тіркелген жоқ')
  })

  it('publishes the procedure of a profession, edition by edition', async () => {
    const fields = { actKk: 'Бұйрық', actRu: 'Приказ', form: 'testing', placeKk: 'Астана', placeRu: 'Астана', link: '', termsKk: '15 күн', termsRu: '15 дней', contact: '+7', ...dayFields('validFrom', '2026-03-02') }
    const address = '/ru/sector/procedures/K-N1'
    expect((await officer.send(address, { ...fields, termsKk: '', link: 'javascript:alert(1)' })).body).toMatch(/Заполните это поле[\s\S]*https:/)
    expect((await officer.send(address, fields)).statusCode).toBe(303)
    for (const page of await inAllLanguages(officer, '/sector/procedures/K-N1')) expect(page).toMatch(/15 (?:күн|дней)/)
    expect((await officer.send(address, { ...fields, version: '0' })).body).toContain('опубликована новая редакция')
    expect(await officer.get('/ru/sector')).toContain('редакция 1')
  })

  it('has its empty table', async () => expect(await officer.get('/kk/sector/mandatory/outcomes.csv')).toContain('number,profession,iin'))
})
