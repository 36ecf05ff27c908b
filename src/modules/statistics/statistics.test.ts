import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import type { Day } from '#kernel/day.ts'
import { loadHistory } from '../../../demo/history/load-history.ts'
import { historicDocuments } from '../../../demo/history/historic-documents.ts'
import { importVouchersOf2025 } from '../../../demo/vouchers-2025.ts'
import { loadRegisters } from '../../../demo/registers.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { dayAsked, openTable, readOverview, readSummary, readVouchers, recompute, TABLE_IDS, type TableId, type TableType } from './index.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
  world.at('2026-11-24 10:00')
  await loadRegisters(world)
  await importVouchersOf2025(world)
  await loadHistory(world)
}, 120_000)
afterAll(() => world.drop())
const anybody = () => world.context(ANONYMOUS, 'kk')

describe('the history', () => {
  it('is the same at every making, of people whose numbers nobody holds', async () => {
    const [one, other] = [await historicDocuments(), await historicDocuments()]
    expect(one).toEqual(other)
    expect(one.rows).toHaveLength(36_533)
    expect(new Set(one.rows.map((row) => row.cells['iin'])).size).toBe(36_533)
    expect(one.rows.every((row) => row.cells['iin']![6] === '9')).toBe(true)
    const byVoucher = await world.db.begin((sql) => sql.one<{ n: number }>("select count(*)::int as n from historic_document d join voucher v on v.person_key = d.holder_key and v.passed where d.funding = 'voucher'"), { 'tanu.scope': 'system' })
    expect(byVoucher.n).toBe(228)
  })
})

describe('the figures of the slides', () => {
  it('come out of rows and norms as of 31 March 2026', async () => {
    const { asOf, figures } = await readOverview(anybody(), '2026-03-31' as Day)
    expect(asOf).toBe('2026-03-31')
    expect(figures).toMatchObject({
      sector_state_bodies: 19, professions_total: 749, professions_voluntary: 615, professions_mandatory: 134, centres: 16, professions_covered_by_centres: 85, directions: 8, cities_with_centres: 7,
      documents_total: 36_533, recognised_2025: 2_968, recognised_by_voucher_2025: 228, vouchers_plan_2025: 2_000, vouchers_fact_2025: 442, vouchers_issued_2025_headline: 442, appeal_deadline: 5, theory_pass_threshold: 70, notice_send_deadline: 3, notice_to_exam_min: 10, decision_deadline: 3,
      result_deadline: 3, accreditation_documents: 5, accreditation_stages: 6,
    })
  })

  it('have every key of the slides but the one that is printed as "more than"', async () => {
    const { tables } = await readSummary(anybody(), '2026-03-31' as Day)
    const { rows } = await readTable(await readFile(join(projectRoot(), 'data/slides-figures.csv')), { filename: 'slides-figures.csv' })
    const keys = rows.map((row) => row.cells['key']!)
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter((key) => !tables.figures.some((row) => row['key'] === key))).toEqual(['potential_centres_min'])
    expect(tables.figures.find((row) => row['key'] === 'vouchers_issued_2025_headline')).toEqual({ key: 'vouchers_issued_2025_headline', value: 442, source: 'rows', mark: 'I' })
  })

  it('have the vouchers of 2025 by region as printed, the two regions over plan flagged', async () => {
    const { rows, total } = await readVouchers(anybody(), 2025, '2026-03-31' as Day)
    expect(total).toEqual({ plan: 2_000, fact: 442 })
    expect(rows).toHaveLength(20)
    const of = (region: string) => rows.find((row) => row.region === region)
    expect([of('110000000'), of('350000000'), of('790000000'), of('620000000')]).toEqual([
      { region: '110000000', plan: 96, fact: 4 }, { region: '350000000', plan: 96, fact: 97 }, { region: '790000000', plan: 123, fact: 130 }, { region: '620000000', plan: 95, fact: 0 },
    ])
    const { tables } = await readSummary(anybody(), '2026-03-31' as Day)
    expect(tables.vouchers.filter((row) => Number(row['over_plan']) > 0).map((row) => [row['region'], row['over_plan']])).toEqual(expect.arrayContaining([['350000000', 1], ['790000000', 7]]))
    expect(tables.vouchers.reduce((sum, row) => sum + Number(row['passed']), 0)).toBe(228)
  })

  it('were fewer on an earlier day, and without norms before the first edition', async () => {
    const { figures } = await readOverview(anybody(), '2025-06-30' as Day)
    expect(figures.recognised_2025).toBeLessThan(2_968)
    expect(figures.documents_total).toBeLessThan(36_533)
    expect('appeal_deadline' in figures).toBe(false)
  })

  it('are refused for a day to come', () => {
    expect(() => dayAsked(anybody(), '2026-11-25')).toThrow('statistics.day-to-come')
    expect(dayAsked(anybody(), undefined)).toBe('2026-11-24')
  })

  it('are sums of the published rows', async () => {
    const { tables } = await readSummary(anybody(), '2026-03-31' as Day)
    const sum = (by: string) => tables.recognised.filter((row) => row['year'] === 2025 && row['by'] === by).reduce((all, row) => all + Number(row['persons']), 0)
    for (const by of ['region', 'direction', 'funding', 'month']) expect([by, sum(by)]).toEqual([by, 2_968])
    expect(tables.holders.reduce((all, row) => all + Number(row['persons']), 0)).toBe(36_533)
  })

  it('change with the next act that the journal has', async () => {
    const before = await readSummary(anybody(), '2026-03-31' as Day)
    expect(await readSummary(anybody(), '2026-03-31' as Day)).toEqual(before)
  })
})

describe('the open files', () => {
  const AS_OF = '2026-03-31' as Day
  const bytesOf = async (id: TableId, type: TableType | 'schema'): Promise<Buffer> => Buffer.concat((await (await openTable(anybody(), id, type, AS_OF)).body.toArray()) as Buffer[])

  it('say the same as CSV, JSON, a workbook and Parquet, in the columns of the schema', async () => {
    for (const id of ['recognised', 'figures', 'centres'] as const) {
      const json = JSON.parse((await bytesOf(id, 'json')).toString()) as { asOf: string; items: Record<string, string | number | null>[] }
      expect(json.asOf).toBe(AS_OF)
      const texts = json.items.map((item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, String(value ?? '')])))
      for (const type of ['csv', 'xlsx'] as const) expect((await readTable(await bytesOf(id, type), { filename: `x.${type}` })).rows.map((row) => row.cells)).toEqual(texts)
      const parquet = await bytesOf(id, 'parquet')
      const rows = await parquetReadObjects({ file: parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.byteLength) as ArrayBuffer })
      expect(rows.map((row) => ({ ...row }))).toEqual(json.items)
      const schema = JSON.parse((await bytesOf(id, 'schema')).toString()) as { fields: { name: string }[] }
      expect(schema.fields.map((field) => field.name)).toEqual(Object.keys(json.items[0]!))
    }
  })

  it('give every published number back', async () => {
    const found = await recompute(world.system(), { asOf: AS_OF })
    expect(found.differences).toEqual([])
    expect(found.checked).toBeGreaterThan(60)
  })

  it('betray a number that was changed in them, or on the page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tanu-open-'))
    for (const id of TABLE_IDS) await writeFile(join(folder, `${id}.csv`), await bytesOf(id, 'csv'))
    expect((await recompute(world.system(), { asOf: AS_OF, folder })).differences).toEqual([])
    const honest = (await bytesOf('recognised', 'csv')).toString()
    const [line] = honest.split('\r\n').filter((each) => each.startsWith('2025,region,'))
    await writeFile(join(folder, 'recognised.csv'), honest.replace(line!, line!.replace(/\d+$/, (count) => String(Number(count) + 1))))
    expect((await recompute(world.system(), { asOf: AS_OF, folder })).differences.map((each) => each.where)).toEqual(['recognised/2025/region/persons'])
    await rm(folder, { recursive: true })
  })
})
