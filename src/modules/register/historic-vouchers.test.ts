import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { codeOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { importTable } from './index.ts'

const [ZHETYSU, AKMOLA] = ['330000000', '110000000']
let world: TestWorld
const code = 'K-V001'
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-03-02 09:00')
  await world.aProfession({ code })
})
afterAll(() => world.drop())

const HEADER = 'row,year,region,places,iin,profession,level,issued_on,used_on,passed'
const iin = (n: number) => makeDemonstrationIin('1990-05-17' as Day, 700 + n).reveal()
/** The last digit says that a digit before it is wrong. */
const wrong = `${iin(1).slice(0, -1)}${(Number(iin(1).at(-1)) + 1) % 10}`
const plan = (region: string, places: number | string, year = 2025) => `plan,${year},${region},${places},,,,,,`
const voucher = (n: number, change: Partial<Record<'year' | 'region' | 'iin' | 'profession' | 'level' | 'issued' | 'used' | 'passed', string>> = {}) => {
  const row = { year: '2025', region: ZHETYSU, iin: iin(n), profession: code, level: '4', issued: '2025-04-01', used: '', passed: '', ...change }
  return `voucher,${row.year},${row.region},,${row.iin},${row.profession},${row.level},${row.issued},${row.used},${row.passed}`
}
const bring = async (rows: readonly string[], { dryRun = false, by = world.system() } = {}) => importTable(by, 'historic-vouchers', await readTable(new TextEncoder().encode([HEADER, ...rows].join('\n')), { filename: 'v.csv' }), { dryRun })
const figures = (year: number) => read(world.system(), 'voucher-plan.read', async (t) => {
  assertMay(t, vouchers.policy, 'voucher-plan.read', undefined as never)
  return new Map((await vouchers.planAndFact(t, { year, asOf: t.today })).map((row) => [row.region, row]))
})

describe('a table of the vouchers of a year that is over', () => {
  it.each([
    ['the running year', [plan(ZHETYSU, 5, 2026)], 'year', 'voucher-year.not-over'],
    ['a region that nobody knows', [plan('999', 5)], 'region', 'import.code-unknown'],
    ['no places', [plan(ZHETYSU, '')], 'places', 'import.missing'],
    ['a row that is neither', ['gift,2025,330000000,1,,,,,,'], 'row', 'import.not-one-of'],
    ['an IIN that is wrong', [plan(ZHETYSU, 5), voucher(1, { iin: wrong })], 'iin', 'iin.check-digit'],
    ['an issue in another year', [plan(ZHETYSU, 5), voucher(1, { issued: '2024-12-31' })], 'issued_on', 'voucher-year.another-year'],
    ['a use before the issue', [plan(ZHETYSU, 5), voucher(1, { used: '2025-03-31', passed: '1' })], 'used_on', 'import.dates-out-of-order'],
    ['a use of which nobody says how it ended', [plan(ZHETYSU, 5), voucher(1, { used: '2025-05-01' })], 'passed', 'import.missing'],
    ['one person twice', [plan(ZHETYSU, 5), voucher(1), voucher(1, { region: AKMOLA })], 'iin', 'import.twice'],
    ['one region twice', [plan(ZHETYSU, 5), plan(ZHETYSU, 6)], 'region', 'import.twice'],
    ['two years at once', [plan(ZHETYSU, 5), plan(AKMOLA, 5, 2024)], 'year', 'voucher-year.one-at-a-time'],
    ['no plan at all', [voucher(1)], 'row', 'voucher-year.no-plan'],
  ])('names row and column of %s, and enters nothing', async (_says, rows, column, reason) => {
    const outcome = await bring(rows)
    expect([outcome.applied, outcome.faults.map((fault) => [fault.column, fault.reason])]).toEqual([false, [[column, reason]]])
    expect((await figures(2025)).get(ZHETYSU)).toMatchObject({ plan: 0, issued: 0 })
  })

  it('is for the ministry and the National body alone', async () => {
    for (const stranger of [await world.aPerson(), await world.anOfficial('auditor')]) expect(await codeOf(bring([plan(ZHETYSU, 5)], { by: world.as(stranger) }))).toBe('not-found')
  })

  it('says in a dry run what it would enter, then enters plan and fact as they stand, over plan too, invents nothing, and is there once', async () => {
    const rows = [plan(ZHETYSU, 1), plan(AKMOLA, 3), voucher(1, { used: '2025-05-01', passed: '1' }), voucher(2, { used: '2025-05-02', passed: '0' }), voucher(3, { region: AKMOLA })]
    const ministry = world.as(await world.anOfficial('ministry'))
    expect(await bring(rows, { dryRun: true, by: ministry })).toMatchObject({ added: 5, applied: false, faults: [] })
    expect((await figures(2025)).get(ZHETYSU)).toMatchObject({ plan: 0 })
    expect(await bring(rows, { by: ministry })).toMatchObject({ added: 5, applied: true })
    const found = await figures(2025)
    expect(found.get(ZHETYSU)).toMatchObject({ plan: 1, moved: 0, revised: 0, issued: 2, goneThrough: 2, passed: 1, annulled: 0, invented: 0, overPlan: true })
    expect(found.get(AKMOLA)).toMatchObject({ plan: 3, issued: 1, goneThrough: 0, passed: 0, annulled: 1, overPlan: false })
    expect(await vouchers.findLedgerDifferences(world.system())).toEqual([])
    expect((await bring(rows)).faults).toMatchObject([{ line: 2, column: 'year', reason: 'voucher-year.there-already' }])
    const kept = await world.db.begin((sql) => sql.many<{ kind: string }>("select kind from journal_entry where chain = 'voucher-places:2025'"), { 'tanu.scope': 'system' })
    expect(kept.map((each) => each.kind)).toEqual(['voucher-year-imported'])
  })
})
