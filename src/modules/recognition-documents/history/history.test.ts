import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import { tx } from '#platform/acts/tx.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as register from '#modules/register/index.ts'
import { loadRegisters } from '../../../../demo/registers.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as people from '#modules/people/index.ts'
import { checkDocuments, verifyBatches, verifyDocument } from '../index.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-11-24 10:00')
  await loadRegisters(world)
})
afterAll(() => world.drop())

const HEADER = 'number,iin,surname,given_name,patronymic,profession,level,centre,issued_on,valid_until,annulled_on,annulment_ground,funding'
const cells = (changes: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    number: 'AB-12/2025', iin: '940517900183', surname: 'Сапаров', given_name: 'Айдар', patronymic: 'Болатұлы', profession: 'K-0001', level: '4', centre: '01', issued_on: '2025-05-12', valid_until: '2030-05-12',
    annulled_on: '', annulment_ground: '', funding: 'voucher', ...changes,
  }
  return HEADER.split(',').map((column) => row[column]).join(',')
}
const enter = async (rows: readonly string[], dryRun = false) =>
  register.importTable(world.system(), 'historic-documents', await readTable(new TextEncoder().encode([HEADER, ...rows].join('\n')), { filename: 'h.csv' }), { dryRun })
const count = async () => (await world.db.begin((sql) => sql.one<{ n: number }>('select count(*)::int as n from historic_document'), { 'tanu.scope': 'system' })).n

describe('a table of historic documents', () => {
  it.each([
    ['an IIN whose check digit is wrong', { iin: '940517900184' }, 'iin', 'iin.check-digit'],
    ['no number', { number: '' }, 'number', 'import.missing'],
    ['a profession that never was in the register', { profession: 'K-9999' }, 'profession', 'import.code-unknown'],
    ['a profession that is recognised only by its own law', { profession: 'K-0748' }, 'profession', 'import.code-unknown'],
    ['a level that is none', { level: '9' }, 'level', 'import.not-one-of'],
    ['a centre that nobody knows', { centre: '99' }, 'centre', 'import.code-unknown'],
    ['a day to come', { issued_on: '2026-11-25', valid_until: '' }, 'issued_on', 'historic.in-future'],
    ['a day before the birth of the holder', { issued_on: '1994-05-17', valid_until: '' }, 'issued_on', 'historic.before-birth'],
    ['an end before the beginning', { valid_until: '2025-05-11' }, 'valid_until', 'import.dates-out-of-order'],
    ['an annulment without its ground', { annulled_on: '2025-06-01' }, 'annulment_ground', 'import.missing'],
    ['a purse nobody knows', { funding: 'friend' }, 'funding', 'import.not-one-of'],
  ])('names the row and the column of %s, and enters nothing', async (_says, changes, column, reason) => {
    const outcome = await enter([cells({ number: 'OK-1' }), cells(changes)])
    expect(outcome).toMatchObject({ applied: false, faults: [{ line: 3, column, reason }] })
    expect(await count()).toBe(0)
  })

  it('has each number once, however it is written', async () => {
    expect(await enter([cells(), cells({ number: 'аb12/ 2025' })], true)).toMatchObject({ faults: [{ line: 3, column: 'number', reason: 'import.twice' }] })
  })

  it('refuses the IIN of a demonstration where work is real', async () => {
    const table = await readTable(new TextEncoder().encode(`${HEADER}\n${cells()}`), { filename: 'h.csv' })
    expect((await register.importTable({ ...world.system(), demo: false }, 'historic-documents', table, { dryRun: true })).faults).toEqual([{ line: 2, column: 'iin', reason: 'iin.demonstration' }])
  })

  it('changes nothing in a dry run; then enters all with one entry in the journal, without letters and papers', async () => {
    expect(await enter([cells(), cells({ number: 'AB-13' })], true)).toMatchObject({ added: 2, applied: false })
    expect(await count()).toBe(0)
    expect(await enter([cells(), cells({ number: 'AB-13' })])).toMatchObject({ added: 2, applied: true })
    expect(await count()).toBe(2)
    const one = async (text: string) => (await world.db.begin((sql) => sql.one<{ n: number }>(text), { 'tanu.scope': 'system' })).n
    expect(await one("select count(*)::int as n from journal_entry where chain = 'historic-documents'")).toBe(1)
    expect(await one('select ((select count(*) from letter) + (select count(*) from paper))::int as n')).toBe(0)
  })

  it('takes a row that is there already for unchanged, and its number with another content for a fault', async () => {
    expect(await enter([cells(), cells({ number: 'AB-14' })])).toMatchObject({ added: 1, unchanged: 1, applied: true })
    expect(await enter([cells({ level: '5' })])).toMatchObject({ applied: false, faults: [{ line: 2, column: 'number', reason: 'historic.number-taken' }] })
  })

  it('is not for a person without the right', async () => {
    const stranger = await world.aPerson()
    const table = await readTable(new TextEncoder().encode(`${HEADER}\n${cells({ number: 'X' })}`), { filename: 'h.csv' })
    await expect(register.importTable(world.as(stranger), 'historic-documents', table, { dryRun: false })).rejects.toThrow('not-found')
  })
})

describe('a historic document', () => {
  it('is found by its number as people type it, with the day on which it was entered and no more of its holder than of any other', async () => {
    const found = await verifyDocument(world.context(ANONYMOUS, 'kk'), ' ав-12/2025 ')
    expect(found).toMatchObject({ number: 'AB-12/2025', status: 'valid', document: { holder: 'Айдар Б. С.', level: 4, centre: { number: '01' }, issuedOn: '2025-05-12', historic: { enteredOn: '2026-11-24', demonstration: true } } })
    expect(JSON.stringify(found)).not.toContain('Сапаров')
    expect(JSON.stringify(found)).not.toContain('9405179')
  })

  it('is found by an employer who knows the last digits of its holder, and by nobody else', async () => {
    const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: null, nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
    const employer = world.as(await world.aStaffMember(organisationId, ['employer-representative']))
    const checked = await checkDocuments(employer, 'AB-12/2025 0183\nAB-12/2025 0184')
    expect(checked.map((each) => [each.status, each.holder])).toEqual([['valid', 'Айдар Б. С.'], ['not-found', '']])
  })

  it('cannot be changed afterwards, and a changed row would be found out by the journal', async () => {
    await expect(world.db.begin((sql) => sql.run('update historic_document set level = 1'), { 'tanu.scope': 'system' })).rejects.toThrow()
    expect(await verifyBatches(world.system())).toEqual({ batches: 2, broken: [] })
  })
})
