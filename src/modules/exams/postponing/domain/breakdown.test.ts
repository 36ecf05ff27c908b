import { describe, expect, it } from 'vitest'
import { moment } from '#kernel/day.ts'
import { breakdownBlockers, fateOf, leftMsOf } from './breakdown.ts'

const at = (time: string) => moment(`2026-03-26T${time}.000Z`)
const run = { startedAt: at('05:00:00'), endsAt: at('05:40:00'), haltedAt: at('05:25:00') }

describe('a sitting that cannot go on today', () => {
  it.each([
    ['stands and says why', { stands: true }, 'Жарық жоқ', []],
    ['was not stopped', { stands: false }, 'Жарық жоқ', ['breakdown.not-stopped']],
    ['says nothing', { stands: true }, '', ['breakdown.note-missing']],
  ])('%s', (_what, facts, note, codes) => expect(breakdownBlockers({ note }, facts).map((each) => each.code)).toEqual(codes))

  it.each([
    ['a clock that stands goes on, where the norm says so', run, 'goes-on', 'goes-on'],
    ['or is begun anew', run, 'anew', 'anew'],
    ['what was not begun is begun anew in any case', { startedAt: null, endsAt: null, haltedAt: null }, 'goes-on', 'anew'],
    ['whose time was over before the stop is handed in by it', { ...run, haltedAt: null }, 'goes-on', 'handed-in-by-time'],
  ] as const)('%s', (_what, of, way, fate) => expect(fateOf(of, way)).toBe(fate))

  it('keeps exactly what was left when the clock stopped', () => {
    expect([leftMsOf(run), leftMsOf({ ...run, haltedAt: at('05:40:00') }), leftMsOf({ ...run, haltedAt: null })]).toEqual([15 * 60_000, 0, 0])
  })
})
