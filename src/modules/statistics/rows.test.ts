import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#kernel/day.ts'
import { ANONYMOUS, type Actor } from '#platform/acts/actor.ts'
import * as appeals from '#modules/appeals/index.ts'
import { aDecidedCase, type DecidedCase } from '../../../test/support/decided-case.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { listRows, ROW_KINDS, streamRows, type RowBehind, type RowKind, type RowsAsked } from './index.ts'

const ON = '2026-04-10' as Day
let world: TestWorld
let passed: DecidedCase
let failed: DecidedCase
beforeAll(async () => {
  world = await openTestWorld()
  passed = await aDecidedCase(world, 'pass')
  failed = await aDecidedCase(world, 'fail')
  world.at('2026-03-30 10:00')
  await appeals.lodgeAppeal(world.as(failed.candidate), { number: failed.number, version: await failed.version(), ground: 'Бағалау дұрыс емес.' })
  world.at('2026-04-10 10:00')
}, 120_000)
afterAll(() => world.drop())

const asOf = (actor: Actor) => world.context(actor, 'kk')
const rowsOf = async (of: RowKind, more: Partial<RowsAsked> = {}): Promise<RowBehind[]> => listRows(asOf(await world.anOfficial('auditor')), of, { asOf: ON, year: 2026, ...more }, undefined, 100)

describe('the rows behind a number', () => {
  it('are those that were counted: decisions, and what they said', async () => {
    expect((await rowsOf('decisions')).map((row) => [row.number, row.on, row.cells['outcome']]).sort()).toEqual([[passed.number, '2026-03-26', 'pass'], [failed.number, '2026-03-26', 'fail']].sort())
    expect((await rowsOf('decisions', { outcome: 'fail' })).map((row) => row.number)).toEqual([failed.number])
    expect(await rowsOf('decisions', { asOf: '2026-03-25' as Day })).toEqual([])
    expect((await rowsOf('decisions', { profession: passed.professionCode })).map((row) => row.number)).toEqual([passed.number])
    expect(await rowsOf('decisions', { region: '710000000' })).toEqual([])
  })

  it('are terms whose last day is over, kept or late', async () => {
    const terms = await rowsOf('terms', { rule: 'T4' })
    expect(terms.map((row) => [row.number, row.on, row.cells['outcome']]).sort()).toEqual([[passed.number, '2026-03-31', 'kept'], [failed.number, '2026-03-31', 'kept']].sort())
    expect(await rowsOf('terms', { rule: 'T4', outcome: 'late' })).toEqual([])
    expect(await rowsOf('terms', { rule: 'T4', asOf: '2026-03-31' as Day })).toEqual([])
  })

  it('are appeals, applications and documents', async () => {
    const [appeal] = await rowsOf('appeals')
    expect([appeal!.on, appeal!.cells['outcome'], appeal!.professionCode]).toEqual(['2026-03-30', 'open', failed.professionCode])
    expect(await rowsOf('appeals', { outcome: 'rejected' })).toEqual([])
    expect((await rowsOf('applications')).map((row) => row.number).sort()).toEqual([passed.number, failed.number].sort())
    expect((await rowsOf('documents')).map((row) => row.cells['funding'])).toEqual(['own'])
    expect(await rowsOf('vouchers')).toEqual([])
  })

  it('come one after the other, each once, and as a stream', async () => {
    const auditor = asOf(await world.anOfficial('auditor'))
    const all = await rowsOf('terms')
    const met: string[] = []
    for (let after: RowBehind | undefined; ;) {
      const [row] = await listRows(auditor, 'terms', { asOf: ON, year: 2026 }, after, 1)
      if (!row) break
      met.push(row.id)
      after = row
    }
    expect(met).toEqual(all.map((row) => row.id))
    const streamed: RowBehind[] = []
    for await (const batch of streamRows(auditor, 'terms', { asOf: ON, year: 2026 })) streamed.push(...batch)
    expect(streamed).toEqual(all)
  })

  it.each(ROW_KINDS)('%s do not exist for anybody else', async (of) => {
    for (const actor of [ANONYMOUS, passed.candidate, passed.clerk, await world.anOfficial('accreditor')]) {
      await expect(listRows(asOf(actor), of, { asOf: ON }, undefined, 10)).rejects.toMatchObject({ code: 'not-found' })
      await expect(streamRows(asOf(actor), of, { asOf: ON }).next()).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('leave a trace of who asked, and for what', async () => {
    await rowsOf('terms', { rule: 'T5', outcome: 'late' })
    const last = await world.db.one<{ kind: string; payload: Record<string, unknown> }>("select kind, payload from journal_entry where chain = 'statistics:rows' order by seq desc limit 1")
    expect([last.kind, last.payload]).toEqual(['statistics-rows-read', { of: 'terms', asOf: ON, year: 2026, rule: 'T5', outcome: 'late', limit: 100 }])
  })
})
