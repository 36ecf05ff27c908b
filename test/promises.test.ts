import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { denialText } from '#web/denials.ts'
import { CONSENT_VERSION } from '#modules/applications/index.ts'
import { openDemonstration, type Demonstration, type Guest } from './support/demonstration.ts'

let demonstration: Demonstration
beforeAll(async () => { demonstration = await openDemonstration() }, 120_000)
afterAll(() => demonstration.close())

/** What the page says of a refusal, as it stands in its HTML. */
const said = (lang: Language, code: string, data = {}) => denialText(lang, new Denial(code, { data })).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const fields = (guest: Guest, values: Readonly<Record<string, string>>) => ({ body: new URLSearchParams({ csrf: guest.csrf, ...values }).toString() })

describe('what is promised to machines', () => {
  it('lives and is ready', async () => {
    for (const [path, status] of [['/healthz', 'ok'], ['/readyz', 'ready']]) {
      const answer = await demonstration.app.inject(path!)
      expect([answer.statusCode, answer.json()]).toEqual([200, { status }])
      expect(answer.headers['cache-control']).toBe('no-store')
    }
  })

  it('has no door to a person by his IIN', async () => {
    for (const path of ['identifiers', 'identifiers/iin', 'identifiers/iin/940517900183', 'persons/940517900183']) {
      const answer = await demonstration.app.inject(`/api/v1/${path}`)
      expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not-found' }])
    }
  })

  it('says of a document that it is valid, expired, annulled or unknown', async () => {
    const [valid] = await demonstration.column("select number from recognition_document where annulled_on is null and valid_until >= '2026-11-24' order by valid_until limit 1")
    const [expired] = await demonstration.column("select number from recognition_document where annulled_on is null and valid_until < '2026-11-24' limit 1")
    const [annulled] = await demonstration.column('select number from recognition_document where annulled_on is not null limit 1')
    const ask = async (number: string) => {
      const answer = await demonstration.app.inject(`/api/v1/documents/${encodeURIComponent(number)}`)
      expect(answer.headers['content-type']).toBe(`application/${answer.statusCode === 200 ? '' : 'problem+'}json; charset=utf-8`)
      return { http: answer.statusCode, ...answer.json<{ number: string; status: string }>() }
    }
    expect(await ask(valid!)).toMatchObject({ http: 200, number: valid, status: 'valid' })
    expect(await ask(expired!)).toMatchObject({ http: 200, number: expired, status: 'expired' })
    expect(await ask(annulled!)).toMatchObject({ http: 200, number: annulled, status: 'annulled' })
    expect(await ask('7777-7777-7777-7')).toMatchObject({ http: 404, code: 'document.unknown', number: '7777-7777-7777-7', status: 'unknown' })
    demonstration.world.at('2036-01-01 10:00')
    // Written without its dashes it is another address, of which nothing is kept yet.
    expect(await ask(valid!.replaceAll('-', ''))).toMatchObject({ http: 200, number: valid, status: 'expired' })
    demonstration.world.at('2026-11-24 19:00')
  })
})

describe('what is promised to people', () => {
  it.each([
    ['kk-KZ,kk;q=0.9', '', '/kk'], ['ru-RU,ru;q=0.9,en;q=0.8', '', '/ru'], ['en-GB', '', '/en'], ['de-DE,fr;q=0.9', '', '/kk'], ['', '', '/kk'], ['de,ru;q=0.3,en;q=0.7', '', '/en'], ['ru;q=0,en;q=0.1', '', '/en'], ['ru', 'tanu-lang=en', '/en'],
  ])('leads a browser that wishes “%s” and keeps “%s” to %s', async (wish, cookie, to) => {
    const answer = await demonstration.app.inject({ url: '/', headers: { 'accept-language': wish, cookie } })
    expect([answer.statusCode, answer.headers.location, answer.headers['vary']]).toEqual([302, to, 'accept-language, cookie'])
  })

  it('shows a document at its address in three languages, and no more of its holder than needed', async () => {
    const [number] = await demonstration.column('select number from recognition_document where annulled_on is null order by number limit 1')
    const [surname] = await demonstration.column(`select p.surname from recognition_document d join case_file c on c.id = d.case_id join person p on p.id = c.person_id where d.number = '${number}'`)
    for (const lang of ['kk', 'ru', 'en']) {
      const answer = await demonstration.app.inject(`/${lang}/verify/${number}`)
      expect([answer.statusCode, answer.body.includes(`<html lang="${lang}"`), answer.body.includes(number!), answer.body.includes(surname!)]).toEqual([200, true, true, false])
    }
  })
})

describe('a wrong entry gives the form back, with what was typed and a summary of what is wrong', () => {
  const PERSON = { iin: '940517900183', surname: 'Сәрсенова', givenName: 'Айгерім', 'birthOn-day': '17', 'birthOn-month': '5', 'birthOn-year': '1994', phone: '+7 700 000 00 00', email: 'new@example.kz', newPassword: 'өзен көпірі жаңбырда тұр' }
  it.each<[string, Partial<typeof PERSON>, string, string]>([
    ['an IIN with a wrong check digit', { iin: '940517900184' }, 'iin', 'iin.check-digit'], ['an IIN too short', { iin: '9405179' }, 'iin', 'iin.twelve-digits'],
    ['a birth date that contradicts the IIN', { 'birthOn-day': '18' }, 'birthOn', 'person.birth-date-not-of-iin'], ['a birth date still to come', { 'birthOn-year': '2094' }, 'birthOn', 'person.birth-date-future'],
    ['a birth date no calendar has', { 'birthOn-day': '30', 'birthOn-month': '2' }, 'birthOn', 'person.birth-date-wrong'], ['a birth date of zeros', { 'birthOn-day': '00', 'birthOn-month': '00', 'birthOn-year': '0000' }, 'birthOn', 'person.birth-date-wrong'],
  ])('%s', async (_what, wrong, field, code) => {
    const nobody = await demonstration.guest('')
    for (const lang of ['kk', 'ru', 'en'] as const) {
      const answer = await nobody.ask(`/${lang}/register`, fields(nobody, { ...PERSON, ...wrong }))
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('govuk-error-summary')
      expect(answer.body).toContain(`href="#f-${field}`)
      expect(answer.body).toContain(said(lang, code))
      expect(answer.body).toContain('value="Сәрсенова"')
      expect(answer.body).not.toContain('жаңбырда')
    }
  })

  const apply = async (key: string, code: string, step: string, values: Readonly<Record<string, string>>) => {
    const guest = await demonstration.guest(key)
    return guest.ask(`/ru/apply/${code}/${step}`, fields(guest, values))
  }
  const consent = { consent: CONSENT_VERSION }

  it('an age below the norm: told before anything is typed, and refused', async () => {
    const young = await demonstration.guest('zhansaya')
    expect((await young.ask('/ru/apply/K-0001')).body).toContain(said('ru', 'application.too-young', { age: 16, from: '2027-05-02' }))
    const answer = await apply('zhansaya', 'K-0001', 'summary', consent)
    expect([answer.statusCode, answer.body.includes(said('ru', 'application.too-young', { age: 16, from: '2027-05-02' }))]).toEqual([422, true])
  })

  it('a profession without a centre', async () => {
    const [code] = await demonstration.column("select v.code from profession_version v where v.track = 'voluntary' and not exists (select 1 from centre_scope s where s.profession_code = v.code) order by 1 limit 1")
    const [centre] = await demonstration.column("select id from centre where serial = '01'")
    expect(code).toBeDefined()
    const answer = await apply('kamila', code!, 'place', { level: '4', centreId: centre! })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#f-centreId')
  })

  it('a centre whose accreditation ran out', async () => {
    const [centre] = await demonstration.column("select id from centre where serial = '04'")
    const answer = await apply('kamila', 'K-0007', 'place', { level: '4', centreId: centre! })
    expect([answer.statusCode, answer.body.includes('href="#f-centreId')]).toEqual([422, true])
  })

  it('a price without a list', async () => {
    const [centre] = await demonstration.column("select id from centre where serial = '02'")
    await demonstration.world.db.run("insert into centre_scope (certificate_id, profession_code, level) select id, 'K-0008', 3 from accreditation_certificate where centre_id = $1 on conflict do nothing", [centre])
    await demonstration.world.db.run("delete from price where profession_code = 'K-0008' and price_list_id in (select id from price_list where centre_id = $1)", [centre])
    const answer = await apply('kamila', 'K-0008', 'place', { level: '3', centreId: centre! })
    expect([answer.statusCode, answer.body.includes('href="#f-centreId')]).toEqual([422, true])
  })

  it('a second open application for the same profession', async () => {
    const open = "from case_file c join account a on a.id = c.account_id where a.demo_key = 'aigerim' and c.profession_code = 'K-0001' and c.closed_at is null"
    const [[number], [level]] = [await demonstration.column(`select number ${open}`), await demonstration.column(`select level::text ${open}`)]
    const [centre] = await demonstration.column("select id from centre where serial = '01'")
    expect((await apply('aigerim', 'K-0001', 'place', { level: '4', centreId: centre! })).statusCode).toBe(303)
    const answer = await apply('aigerim', 'K-0001', 'summary', consent)
    expect([answer.statusCode, answer.body.includes(said('ru', 'application.open-case', { number: number!, level: Number(level) }))]).toEqual([422, true])
  })

  it('an exam on a holiday', async () => {
    const clerk = await demonstration.guest('c01-operator')
    const [room] = await demonstration.column("select r.id from room r join centre c on c.id = r.centre_id where c.serial = '01' and r.closed_at is null limit 1")
    const values = { stage: 'theory', qualification: 'K-0001/4', room: room!, 'day-day': '16', 'day-month': '12', 'day-year': '2026', start: '10:00', end: '11:00', seats: '5' }
    const answer = await clerk.ask('/ru/centre/sittings/new', fields(clerk, values))
    expect([answer.statusCode, answer.body.includes(said('ru', 'sitting.day-off', { day: '2026-12-16' }))]).toEqual([422, true])
    for (const typed of ['value="16"', 'value="2026"', 'value="10:00"']) expect(answer.body).toContain(typed)
  })

  it.each<[string, string, () => Buffer, string]>([
    ['of the wrong type', 'diploma.docx', () => Buffer.from('PK\u0003\u0004 a letter'), 'file.wrong-type'], ['of no bytes', 'diploma.pdf', () => Buffer.alloc(0), 'attachment.empty'],
    ['larger than ten megabytes', 'diploma.pdf', () => Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'attachment.too-large'], ['of HTML in a PDF’s clothes', 'diploma.pdf', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'file.wrong-type'],
    ['of 30,000 × 30,000 pixels', 'diploma.png', () => hugePng(30_000), 'file.pixel-flood'],
  ])('a file %s', async (_what, name, bytes, code) => {
    const candidate = await demonstration.guest('kamila')
    const head = (disposition: string) => `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`
    const body = Buffer.concat([Buffer.from(`${head('name="csrf"')}${candidate.csrf}\r\n${head('name="do"')}upload\r\n${head(`name="education"; filename="${name}"`)}`), bytes(), Buffer.from('\r\n--b--\r\n')])
    const answer = await candidate.ask('/ru/apply/K-0001/papers', { body, type: 'multipart/form-data; boundary=b' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('govuk-error-summary')
    expect(answer.body).toContain('href="#f-education"')
    expect(answer.body).toContain(`${name}: ${said('ru', code, { megabytes: 10 })}`)
  })
})

/** A picture of few bytes that says it is this wide and high. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const whole = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeUInt32BE(crc(whole), 4)
    return Buffer.concat([frame.subarray(0, 4), whole, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side)
  head.writeUInt32BE(side, 4)
  head.set([1, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))])
}
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
