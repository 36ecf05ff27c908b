import { createHash, randomUUID } from 'node:crypto'
import { addDays, momentAt, plusMinutes, type Day, type Moment } from '#kernel/day.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import type { World } from '../../src/entry/world.ts'
import { dice, QUESTIONS, type YearMade } from './plan.ts'
import { CODE, put, type CentreRow, type Written } from './rows.ts'
import { OPTIONS, writeExams } from './write-exams.ts'

const digest = (text: string): string => `\\x${createHash('sha256').update(text).digest('hex')}`

/** Writes a made year straight into the tables, as a year of work would leave it; answers the ids of the centres in their order. */
export async function writeYear(world: World, year: YearMade, first: Day): Promise<string[]> {
  return tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: randomUUID(), accountId: null })
    const regions = (await t.sql.many<{ kato: string }>('select kato from region order by order_no')).map((row) => row.kato).slice(0, year.size.regions)
    const norms = await t.law.normsInForce(t.sql, t.today)
    await t.sql.run('insert into profession (code, created_at) values ($1, $2)', [CODE, t.now])
    const profession = randomUUID()
    await t.sql.run(
      `insert into profession_version (id, code, version_no, valid_from, name_kk, name_ru, name_en, track, basis, basis_title_kk, basis_title_ru, levels, education_required, experience_required, validity_months, search_key, provenance, attributes_provenance)
       values ($1, $2, 1, '2024-01-01', 'Made', 'Made', 'Made', 'voluntary', 'standard', 'Made', 'Made', '{4}', true, true, 60, '', 'demonstration', 'demonstration')`, [profession, CODE])
    const persons = Array.from({ length: year.people + 4 * year.size.regions * year.size.centresPerRegion }, () => randomUUID())
    await put(t.sql, 'person', persons.map((id, n) => ({ id, iin_cipher: digest(`cipher ${n}`), iin_index: digest(`index ${n}`), iin_last_four: '0000', surname: 'Made', given_name: String(n), birth_on: '1990-01-01', created_at: t.now })))
    const centres = await writeCentres(t.sql, year, regions, persons.slice(year.people), t.now)
    await writeCases(t.sql, year, { centres, persons, regions, profession, first, edition: norms.edition, calendar: t.calendar.version })
    return centres.map((centre) => centre.id)
  })
}

async function writeCentres(sql: Sql, year: YearMade, regions: readonly string[], staff: readonly string[], now: Moment): Promise<CentreRow[]> {
  const centres = Array.from({ length: year.size.regions * year.size.centresPerRegion }, (_, n): CentreRow & { certificate: string; programme: string; n: number; region: string } => ({
    id: randomUUID(), prices: randomUUID(), version: randomUUID(), rooms: [randomUUID(), randomUUID(), randomUUID()], assessors: Array.from({ length: 4 }, () => randomUUID()), items: Array.from({ length: QUESTIONS }, () => randomUUID()), certificate: randomUUID(), programme: randomUUID(), n,
    region: regions[Math.floor(n / year.size.centresPerRegion)]!,
  }))
  await put(sql, 'account', centres.flatMap((each) => each.assessors.map((id, k) => ({ id, person_id: staff[each.n * 4 + k], email: `staff-${each.n}-${k}@example.kz`, created_at: now, lang: 'kk' }))))
  await put(sql, 'organisation', centres.map((each) => ({ id: each.id, kind: 'centre', name_kk: `C${each.n}`, name_ru: `C${each.n}`, name_en: `C${each.n}`, created_at: now, demonstration: true })))
  await put(sql, 'centre', centres.map((each) => ({ id: each.id, serial: `F${each.n}`, region_kato: each.region, address_kk: '-', address_ru: '-', phone: '-', email: '-', hours_kk: '-', hours_ru: '-', public_from: '2024-01-01', provenance: 'demonstration', site: '' })))
  await put(sql, 'accreditation_certificate', centres.map((each) => ({ id: each.certificate, centre_id: each.id, number: `F-${each.n}`, valid_from: '2024-01-01', valid_until: '2029-12-31' })))
  await put(sql, 'centre_scope', centres.map((each) => ({ certificate_id: each.certificate, profession_code: CODE, level: 4 })))
  await put(sql, 'price_list', centres.map((each) => ({ id: each.prices, centre_id: each.id, in_force_from: '2024-01-01', published_at: now })))
  await put(sql, 'room', centres.flatMap((each) => each.rooms.map((id, k) => ({ id, centre_id: each.id, name_kk: `R${k}`, name_ru: `R${k}`, seats: k === 2 ? 80 : 12 }))))
  await put(sql, 'programme', centres.map((each) => ({ id: each.programme, centre_id: each.id, profession_code: CODE, level: 4, created_at: now })))
  await put(sql, 'programme_version', centres.map((each) => ({ id: each.version, programme_id: each.programme, version_no: 1, revision: 1, content: {}, author_id: each.assessors[0], created_at: now, approved_by: each.assessors[1], approved_at: now })))
  await put(sql, 'item', centres.flatMap((each) => each.items.map((id, k) => ({ id, programme_version_id: each.version, code: `Q-${k}`, topic: 'T1', kind: 'single', stem: {}, options: OPTIONS.map((key) => ({ key })) }))))
  await put(sql, 'answer_key', centres.flatMap((each) => each.items.map((id) => ({ item_id: id, correct: ['b'] }))))
  return centres
}

interface Names { centres: CentreRow[]; persons: string[]; regions: readonly string[]; profession: string; first: Day; edition: string; calendar: string }

async function writeCases(sql: Sql, year: YearMade, names: Names): Promise<void> {
  const { centres, persons, first } = names
  const made = year.cases.map((each, n) => ({ ...each, n, id: randomUUID(), contract: randomUUID(), attempt: randomUUID(), on: addDays(first, each.opened), at: momentAt(addDays(first, each.opened), '09:00'), c: centres[each.centre]! }))
  await put(sql, 'case_file', made.map((each) => ({
    id: each.id, number: `F-${each.n}`, kind: 'recognition', centre_id: each.c.id, person_id: persons[each.person], profession_code: CODE, profession_version_id: names.profession, level: 4, scope: 'whole', version: 1, step: 'closed', whose_move: 'nobody',
    norm_edition: names.edition, calendar_version: names.calendar, opened_at: each.at, opened_on: each.on, moved_at: each.at, closed_at: each.at,
  })))
  await put(sql, 'application', made.map((each) => ({
    case_id: each.id, channel: 'online', submitted_at: each.at, received_on: each.on, language: 'kk', exam_language: 'kk', way_learnt: 'informal', initiative: 'candidate', funding: each.voucherOf === undefined ? 'own' : 'voucher', surname: 'Made', given_name: 'Made',
    birth_on: '1990-01-01', citizenship: 'KZ', phone: each.phone, email: each.email, address: '-', consent_version: '1',
  })))
  await put(sql, 'attachment', made.flatMap((each) => (['education', 'work'] as const).map((kind) => ({ id: randomUUID(), case_id: each.id, kind, name: `${kind}.pdf`, media_type: 'application/pdf', size: 1, sha256: digest(each[kind]), file_key: `f-${each.n}-${kind}`, original_key: `f-${each.n}-${kind}`, uploaded_at: each.at }))))
  await put(sql, 'device_use', made.map((each) => ({ id: randomUUID(), device: digest(each.device), person_id: persons[each.person], act: 'application', subject_id: each.id, noted_at: each.at })))
  const papers = made.map(() => randomUUID())
  await put(sql, 'paper', made.map((each) => ({ id: papers[each.n], kind: 'contract', case_id: each.id, data: {}, created_at: each.at, tries: 0 })))
  await put(sql, 'contract', made.map((each) => ({ id: each.contract, case_id: each.id, kind: 'first', price: 1, price_list_id: each.c.prices, payer: 'candidate', programme_version_id: each.c.version, stages: ['theory', 'practice'], sent_by: each.c.assessors[0], sent_at: each.at, paper_id: papers[each.n], carried: 0 })))
  await put(sql, 'attempt', made.map((each) => ({ id: each.attempt, case_id: each.id, number: 1, contract_id: each.contract, programme_version_id: each.c.version, stages: ['theory', 'practice'], opened_at: each.at, ended_at: each.at, broken_off: false })))
  await put(sql, 'deadline', made.map((each) => ({ id: randomUUID(), case_id: each.id, rule: 'T2', started_on: each.on, due_on: each.on, norm_edition: names.edition, calendar_version: names.calendar, met_at: each.late ? plusMinutes(each.at, 2880) : each.at })))
  await writeVouchers(sql, made.filter((each) => each.voucherOf !== undefined), names)
  await writeExams(sql, made, names.first, dice(5))
}

async function writeVouchers(sql: Sql, made: readonly Written[], { regions, persons }: Names): Promise<void> {
  const years = [...new Set(made.map((each) => Number(each.on.slice(0, 4))))]
  const orders = new Map(years.map((year) => [year, randomUUID()]))
  await put(sql, 'voucher_order', years.map((year) => ({ id: orders.get(year), year, kind: 'plan', ground: 'made', document: 'made', origin: 'imported', proposed_at: made[0]!.at, decided_at: made[0]!.at, approved: true, decision_note: '' })))
  // One a person and year: who came twice has the voucher of the first time.
  const taken = new Set<string>()
  const accounts = new Map([...new Set(made.map((each) => persons[each.person]!))].map((person) => [person, randomUUID()]))
  const vouchers = made.filter((each) => !taken.has(`${each.person} ${each.on.slice(0, 4)}`) && taken.add(`${each.person} ${each.on.slice(0, 4)}`)).map((each) => ({
    id: randomUUID(), number: `F-${each.n}`, year: Number(each.on.slice(0, 4)), region_kato: regions[each.voucherOf!], origin: 'issued', request_id: randomUUID(), person_id: persons[each.person]!, account_id: accounts.get(persons[each.person]!)!, person_key: digest(`key ${each.person}`), profession_code: CODE, level: 4, centre_id: each.c.id,
    issued_on: each.on, issued_at: each.at, valid_until: addDays(each.on, 45), state: 'bound', case_id: each.id, bound_at: each.at, invented: true,
  }))
  await put(sql, 'account', [...accounts].map(([person, id]) => ({ id, person_id: person, email: `holder-${id}@example.kz`, created_at: made[0]!.at, lang: 'kk' })))
  await put(sql, 'voucher_request', vouchers.map((each) => ({
    id: each.request_id, year: each.year, region_kato: each.region_kato, person_id: each.person_id, account_id: each.account_id, person_key: each.person_key, profession_code: CODE, level: 4, statement: '', signature: {}, checks: {},
    filed_at: each.issued_at, filed_on: each.issued_on, due_on: each.issued_on, step: 'granted', decided_at: each.issued_at, refusal_reason: '', remedy: '', note: '',
  })))
  await put(sql, 'voucher', vouchers)
  await put(sql, 'voucher_place', vouchers.map((each) => ({ year: each.year, region_kato: each.region_kato, opened_by: orders.get(each.year), voucher_id: each.id })))
}
