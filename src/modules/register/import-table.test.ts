import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { day, legalDay } from '#kernel/day.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as professions from '#modules/professions/index.ts'
import * as centres from '#modules/centres/index.ts'
import { loadRegisters } from '../../../demo/registers.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { applyImport, examineImport, findImport, importTable, listImports, messages } from './index.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
  await loadRegisters(world)
})
afterAll(() => world.drop())

const tableOf = (text: string) => readTable(new TextEncoder().encode(text), { filename: 'list.csv' })
const HEADER = 'code,name_kk,name_ru,name_en,track,basis,field,levels,education_required,experience_required,validity_months,age_min,body,form'
const good = (code: string) => `${code},Ара өсіруші,Пчеловод,Beekeeper,voluntary,standard,manufacturing,3;4,0,1,36,18,B05,`

describe('an import of professions', () => {
  test.each([
    ['a missing code', ',А,Б,C,voluntary,standard,,3,,,,,,', 'code', 'import.missing'],
    ['a wrong code', 'я 1,А,Б,C,voluntary,standard,,3,,,,,,', 'code', 'import.code-wrong'],
    ['a name that lacks', 'N-1,А,,C,voluntary,standard,,3,,,,,,', 'name_ru', 'import.missing'],
    ['an unknown track', 'N-1,А,Б,C,forced,standard,,3,,,,,,', 'track', 'import.not-one-of'],
    ['an unknown field', 'N-1,А,Б,C,voluntary,standard,space,3,,,,,,', 'field', 'import.code-unknown'],
    ['an unknown body', 'N-1,А,Б,C,voluntary,standard,,3,,,,,B99,', 'body', 'import.code-unknown'],
    ['a level that is none', 'N-1,А,Б,C,voluntary,standard,,9,,,,,,', 'levels', 'profession.level-wrong'],
    ['no level of a voluntary one', 'N-1,А,Б,C,voluntary,standard,,,,,,,,', 'levels', 'profession.levels-missing'],
    ['a basis of a mandatory one', 'N-1,А,Б,C,mandatory,standard,,,,,,,,', 'basis', 'profession.basis-of-mandatory'],
    ['a form of a voluntary one', 'N-1,А,Б,C,voluntary,standard,,3,,,,,,testing', 'form', 'profession.form-of-voluntary'],
    ['validity in words', 'N-1,А,Б,C,voluntary,standard,,3,,,five,,,', 'validity_months', 'import.not-a-number'],
    ['an age below the norm', 'N-1,А,Б,C,voluntary,standard,,3,,,,10,,', 'age_min', 'profession.age-wrong'],
    ['neither yes nor no', 'N-1,А,Б,C,voluntary,standard,,3,maybe,,,,,', 'education_required', 'import.not-yes-or-no'],
  ])('names the row and column of %s', async (_, row, column, reason) => {
    const outcome = await importTable(world.system(), 'professions', await tableOf(`${HEADER}\n${good('N-9')}\n${row}\n`), { dryRun: true })
    expect(outcome.faults).toEqual([{ line: 3, column, reason }])
  })

  test('enters nothing of a table in which one row is wrong', async () => {
    const outcome = await importTable(world.system(), 'professions', await tableOf(`${HEADER}\n${good('N-1')}\n${good('N-1')}\n`), { dryRun: false })
    expect(outcome).toMatchObject({ applied: false, faults: [{ line: 3, column: 'code', reason: 'import.twice' }] })
    expect(await professions.findProfession(world.db, 'N-1', legalDay(world.clock.now()))).toBeUndefined()
  })

  test('refuses a column that nobody knows, because its data would be lost', async () => {
    const outcome = await importTable(world.system(), 'professions', await tableOf('code,name_ru,track,ageMin\nN-1,Б,mandatory,18\n'), { dryRun: false })
    expect(outcome.faults).toEqual([{ line: 1, column: 'ageMin', reason: 'import.column-unknown' }])
  })

  test('changes nothing in a dry run, then enters all, and a second time nothing', async () => {
    const table = await tableOf(`${HEADER}\n${good('N-1')}\n${good('N-2')}\n`)
    expect(await importTable(world.system(), 'professions', table, { dryRun: true })).toMatchObject({ added: 2, applied: false, faults: [] })
    expect(await professions.findProfession(world.db, 'N-1', legalDay(world.clock.now()))).toBeUndefined()
    const steps: number[] = []
    expect(await importTable(world.system(), 'professions', table, { dryRun: false, onProgress: (done) => steps.push(done) })).toMatchObject({ added: 2, applied: true })
    expect(steps).toEqual([2])
    expect(await professions.getProfession(world.db, 'N-1', legalDay(world.clock.now()))).toMatchObject({ versionNo: 1, provenance: 'import', attributesProvenance: 'import', levels: [3, 4], ageMin: 18 })
    expect(await importTable(world.system(), 'professions', table, { dryRun: false })).toMatchObject({ added: 0, changed: 0, unchanged: 2, applied: false })
    const changed = await tableOf(`${HEADER}\n${good('N-1').replace('36,18', '48,18')}\n`)
    expect(await importTable(world.system(), 'professions', changed, { dryRun: false })).toMatchObject({ changed: 1, applied: true })
    expect(await professions.getProfession(world.db, 'N-1', legalDay(world.clock.now()))).toMatchObject({ versionNo: 2, validityMonths: 48 })
    const entries = await world.db.many<{ kind: string }>("select kind from journal_entry where chain = 'register:professions' and kind = 'register-imported'")
    expect(entries).toHaveLength(2)
  })

  test('names all of a hundred faults in ten thousand rows and changes nothing; without them all is entered, batch by batch', async () => {
    const rows = (faulty: boolean) => Array.from({ length: 10_000 }, (_, n) => good(`L-${String(n).padStart(5, '0')}`).replace('36,18', faulty && n % 100 === 50 ? '36,-1' : '36,18'))
    const faulty = await importTable(world.system(), 'professions', await tableOf(`${HEADER}\n${rows(true).join('\n')}\n`), { dryRun: false })
    expect([faulty.applied, faulty.faults.length, faulty.faults[0], faulty.faults[99]?.line]).toEqual([false, 100, expect.objectContaining({ line: 52 }), 9952])
    expect(await professions.findProfession(world.db, 'L-00000', legalDay(world.clock.now()))).toBeUndefined()
    const steps: number[] = []
    const whole = await importTable(world.system(), 'professions', await tableOf(`${HEADER}\n${rows(false).join('\n')}\n`), { dryRun: false, onProgress: (done) => steps.push(done) })
    expect([whole.applied, whole.added, steps.length, steps.at(-1)]).toEqual([true, 10_000, 20, 10_000])
    expect(await professions.findProfession(world.db, 'L-09999', legalDay(world.clock.now()))).toMatchObject({ versionNo: 1 })
  })

  test('is for the ministry, the national body and the platform alone', async () => {
    const person = await world.aPerson()
    await expect(importTable(world.as(person), 'professions', await tableOf(`${HEADER}\n${good('N-3')}\n`), { dryRun: true })).rejects.toMatchObject({ code: 'not-found' })
  })
})

const CENTRE_HEADER = 'serial,bin,name_kk,name_ru,name_en,region_kato,address_kk,address_ru,phone,email,hours_kk,hours_ru,certificate_number,valid_from,valid_until,scope'
const centre = (overrides: { serial?: string; bin?: string; scope?: string; from?: string; until?: string; phone?: string } = {}) =>
  `${overrides.serial ?? '71'},${overrides.bin ?? '240190007110'},А,Б,C,750000000,Алматы,Алматы,${overrides.phone ?? '+7'},a@b.example,9–18,9–18,A-71,${overrides.from ?? '2026-01-01'},${overrides.until ?? '2029-01-01'},${overrides.scope ?? 'K-0001:4'}`

describe('an import of centres', () => {
  test.each([
    ['a wrong check digit', { bin: '240190007111' }, 'bin', 'import.bin-check-digit'],
    ['dates out of order', { until: '2025-01-01' }, 'valid_until', 'import.dates-out-of-order'],
    ['a mandatory profession in the scope', { scope: 'K-0004:4' }, 'scope', 'import.scope-profession-unknown'],
    ['a level the register does not know', { scope: 'K-0001:5' }, 'scope', 'import.scope-level-unknown'],
    ['a scope that cannot be read', { scope: 'K-0001' }, 'scope', 'import.scope-wrong'],
    ['a day that is none', { from: '2026-02-30' }, 'valid_from', 'import.not-a-day'],
  ])('refuses %s', async (_, overrides, column, reason) => {
    const outcome = await importTable(world.system(), 'centres', await tableOf(`${CENTRE_HEADER}\n${centre(overrides)}\n`), { dryRun: true })
    expect(outcome.faults).toContainEqual({ line: 2, column, reason })
  })

  test('enters a centre for the ministry, and later its new certificate scope', async () => {
    const bin = makeDemonstrationBin(7171).reveal()
    const organisation = await world.db.one<{ id: string }>("select id from organisation where kind = 'ministry'")
    const clerk = await world.aStaffMember(organisation.id as never, ['ministry'])
    const first = await importTable(world.as(clerk), 'centres', await tableOf(`${CENTRE_HEADER}\n${centre({ bin })}\n`), { dryRun: false })
    expect(first).toMatchObject({ added: 1, applied: true, faults: [] })
    const made = (await centres.findCentreBySerial(world.db, '71'))!
    const asks = (professionCode: string, level: number) => centres.findScope(world.db, { centreId: made.id, professionCode, level, on: day('2026-03-02') })
    expect((await asks('K-0001', 4))?.number).toBe('A-71')
    await importTable(world.as(clerk), 'centres', await tableOf(`${CENTRE_HEADER}\n${centre({ bin, scope: 'K-0007:3', phone: '+77' })}\n`), { dryRun: false })
    expect([await asks('K-0001', 4), (await asks('K-0007', 3))?.number]).toEqual([undefined, 'A-71'])
    expect((await centres.getCentre(world.db, made.id)).phone).toBe('+77')
  })
})

describe('an import of the working calendar', () => {
  const days = readFileSync('data/holidays-2024-2027.csv', 'utf8')

  test('makes no new version of the days that are known already', async () => {
    expect(await importTable(world.system(), 'holidays', await tableOf(days), { dryRun: false })).toMatchObject({ added: 0, changed: 0, applied: false, faults: [] })
  })

  test('adds a year and keeps the years before', async () => {
    const year = days.split('\n').filter((line, place) => place === 0 || line.startsWith('2027')).join('\n').replaceAll('2027-', '2028-')
    const before = await world.law.calendar(world.db)
    expect(before.years).not.toContain(2028)
    expect(await importTable(world.system(), 'holidays', await tableOf(year), { dryRun: false })).toMatchObject({ applied: true, changed: 0 })
    const after = await world.law.calendar(world.db)
    expect(after.years).toEqual([2024, 2025, 2026, 2027, 2028])
    expect(after.version).not.toBe(before.version)
    expect(after.workingDays.filter((each) => each < '2028')).toEqual(before.workingDays)
  })

  test('refuses a year of which only a part is given, a day twice and a day that is none', async () => {
    const header = days.split('\n')[0]
    const outcome = await importTable(world.system(), 'holidays', await tableOf(`${header}\n2029-01-01,Mon,off,x,а,б,c,official,s\n2029-01-01,Mon,off,x,а,б,c,official,s\n2029-02-30,Mon,off,x,а,б,c,official,s\n`), { dryRun: true })
    expect(outcome.faults.map((each) => [each.line, each.reason])).toEqual([[3, 'import.twice'], [3, 'import.year-incomplete'], [4, 'import.not-a-day']])
  })
})

describe('an import as long work', () => {
  test('is examined, applied once, and found again with its outcome', async () => {
    const organisation = await world.db.one<{ id: string }>("select id from organisation where kind = 'ministry'")
    const clerk = await world.aStaffMember(organisation.id as never, ['ministry'])
    const id = await examineImport(world.as(clerk), { kind: 'professions', filename: 'list.csv', table: await tableOf(`${HEADER}\n${good('N-7')}\n`) })
    expect(await findImport(world.as(clerk), id)).toMatchObject({ state: 'done', outcome: { applied: false, added: 1 } })
    const [first, second] = await Promise.all([applyImport(world.as(clerk), id), applyImport(world.as(clerk), id)])
    await Promise.all([first.finished, second.finished])
    expect(await findImport(world.as(clerk), id)).toMatchObject({ state: 'done', done: 1, outcome: { applied: true } })
    expect((await professions.getProfession(world.db, 'N-7', legalDay(world.clock.now()))).versionNo).toBe(1)
    expect((await listImports(world.as(clerk))).map((each) => each.id)).toContain(id)
    await expect(findImport(world.as(await world.aPerson()), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is not applied while a row is wrong', async () => {
    const organisation = await world.db.one<{ id: string }>("select id from organisation where kind = 'ministry'")
    const clerk = await world.aStaffMember(organisation.id as never, ['ministry'])
    const id = await examineImport(world.as(clerk), { kind: 'professions', filename: 'list.csv', table: await tableOf(`${HEADER}\n${good('')}\n`) })
    await expect(applyImport(world.as(clerk), id)).rejects.toMatchObject({ code: 'import.has-faults' })
    expect(Object.keys(messages.kk.denials)).toContain('import.has-faults')
  })
})
