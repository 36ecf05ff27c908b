import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemonstration, type Demonstration, type Guest } from '../../../../test/support/demonstration.ts'

let demonstration: Demonstration
let head: Guest
let operator: Guest
beforeAll(async () => {
  demonstration = await openDemonstration()
  head = await demonstration.guest('c01-head')
  operator = await demonstration.guest('c01-operator')
}, 120_000)
afterAll(() => demonstration.close())

const form = (guest: Guest, values: Readonly<Record<string, string>>) => ({ body: new URLSearchParams({ csrf: guest.csrf, ...values }).toString() })
const errorsAt = (body: string): string[] => [...body.matchAll(/id="f-([\w-]+)-error"/g)].map((match) => match[1]!)
const first = async (sql: string) => (await demonstration.column(sql))[0]!

describe('the centre’s own desk', () => {
  const PAGES = ['certificate', 'contacts', 'hours', 'competences', 'equipment', 'terms']
  it.each(PAGES)('shows %s to its people in three languages, and no page of another centre', async (name) => {
    for (const lang of ['kk', 'ru', 'en']) for (const guest of [head, operator]) expect([lang, name, (await guest.ask(`/${lang}/centre/${name}`)).statusCode]).toEqual([lang, name, 200])
    expect((await (await demonstration.guest('aigerim')).ask(`/kk/centre/${name}`)).statusCode).toBe(404)
  })

  it('shows one profession, one competence and one piece of equipment, and each to its own centre alone', async () => {
    const stranger = await demonstration.guest('c03-head')
    const code = await first("select s.profession_code from centre_scope s join accreditation_certificate a on a.id = s.certificate_id join centre c on c.id = a.centre_id where c.serial = '01' order by 1 limit 1")
    const competence = await first("select x.id from examiner_competence x join centre c on c.id = x.centre_id where c.serial = '01' limit 1")
    const piece = await first('select id from equipment limit 1')
    expect((await head.ask(`/ru/centre/certificate/${code}`)).statusCode).toBe(200)
    expect((await head.ask('/ru/centre/certificate/K-9999')).statusCode).toBe(404)
    for (const path of [`competences/${competence}`, `equipment/${piece}`]) {
      expect([path, (await head.ask(`/kk/centre/${path}`)).statusCode, (await stranger.ask(`/kk/centre/${path}`)).statusCode]).toEqual([path, 200, 404])
    }
  })

  it('says at each field what is wrong with contacts and hours, and keeps what was typed', async () => {
    const contacts = await head.ask('/ru/centre/contacts', form(head, { phone: '12', email: 'x', site: 'http://x' }))
    expect([contacts.statusCode, errorsAt(contacts.body), contacts.body.includes('value="http://x"')]).toEqual([422, ['phone', 'email', 'site'], true])
    const week = await head.ask('/kk/centre/hours', form(head, { do: 'week', 'from-day': '1', 'from-month': '12', 'from-year': '2026', 'opens-1': '18.00', 'closes-1': '9:00', 'opens-2': '9:00' }))
    expect([week.statusCode, errorsAt(week.body)]).toEqual([422, ['closes-1', 'closes-2']])
    expect((await operator.ask('/kk/centre/contacts', form(operator, { phone: '+7 700 000 00 00', email: 'x@example.kz', site: '' }))).statusCode).toBe(404)
  })

  it('says of a price what is wrong with it', async () => {
    const prices = await head.ask('/ru/centre/prices', form(head, { 'from-day': '1', 'from-month': '12', 'from-year': '2026', 'amount-0': '0', 'retakeTheory-0': '-5', 'retakePractice-0': '10,5', 'retakeBoth-0': 'abc' }))
    expect(prices.statusCode).toBe(422)
    const whole = Object.fromEntries(Array.from({ length: 60 }, (_, n) => ['amount', 'retakeTheory', 'retakePractice', 'retakeBoth'].map((part) => [`${part}-${n}`, '1000'])).flat())
    const again = await head.ask('/ru/centre/prices', form(head, { ...whole, 'from-day': '1', 'from-month': '12', 'from-year': '2026', 'amount-0': '0', 'retakeTheory-0': '-5', 'retakePractice-0': '10,5' }))
    expect([again.statusCode, errorsAt(again.body).slice(0, 3)]).toEqual([422, ['amount-0', 'retakeTheory-0', 'retakePractice-0']])
    expect(again.body).toContain('не может быть нулевой')
    expect(again.body).toContain('не может быть отрицательной')
  })

  it('reminds the head of a competence that ends soon and of one that waits for him', async () => {
    const desk = (await head.ask('/kk/centre')).body
    expect(desk).toContain('Сіздің растауыңызды күтетін жазба: 1')
    expect((await operator.ask('/kk/centre')).body).not.toContain('Сіздің растауыңызды күтетін')
    const waiting = await first('select id from examiner_competence where confirmed_by is null')
    expect((await operator.ask(`/kk/centre/competences/${waiting}`)).body).not.toContain('value="confirm"')
    expect((await head.ask(`/kk/centre/competences/${waiting}`, form(head, { do: 'confirm' }))).statusCode).toBe(303)
    expect((await head.ask('/kk/centre')).body).not.toContain('Сіздің растауыңызды күтетін')
  })

  it('lets the head approve the conditions that the operator drafted, and not the operator', async () => {
    const id = await first('select id from centre_contract_terms where decided_by is null')
    expect((await operator.ask('/ru/centre/terms', form(operator, { do: 'approve', terms: id }))).statusCode).toBe(422)
    expect((await head.ask('/ru/centre/terms', form(head, { do: 'approve', terms: id }))).statusCode).toBe(303)
    expect((await head.ask('/ru/centre/terms')).body).toContain('запираемом шкафу')
  })

  it('shows the hours, the day that differs and the site to everybody', async () => {
    const seen = (await (await demonstration.guest('')).ask('/ru/centres/01')).body
    for (const words of ['пн–пт 09:00–18:00, перерыв 13:00–14:00', 'закрыто (санитарный день)', 'https://alatau.tanu.example']) expect(seen).toContain(words)
  })
})
