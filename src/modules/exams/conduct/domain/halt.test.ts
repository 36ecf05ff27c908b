import { describe, expect, it } from 'vitest'
import { moment, plusMs, type Moment } from '#kernel/day.ts'
import { endsAtAfterHalt, haltBlockers, isClockRunning, type RunClock } from './halt.ts'

const at = (time: string): Moment => moment(`2026-03-26T${time}.000Z`)
const run: RunClock = { startedAt: at('05:00:00'), endsAt: at('05:40:00'), endKind: null, haltedAt: null }

describe('a stop of all', () => {
  it.each<[string, Partial<RunClock>, string, boolean]>([
    ['a clock that runs', {}, '05:10:00', true],
    ['with a second left', {}, '05:39:59', true],
    ['that has just run out: the timer hands it in', {}, '05:40:00', false],
    ['that ran out before, while answers on their way still count', {}, '05:40:20', false],
    ['of somebody who has not begun', { startedAt: null, endsAt: null }, '05:10:00', false],
    ['of somebody who has handed in', { endKind: 'handed-in' }, '05:10:00', false],
    ['of somebody who was removed', { endKind: 'removal' }, '05:10:00', false],
    ['that stands already', { haltedAt: at('05:05:00') }, '05:10:00', false],
  ])('%s', (_, change, now, runs) => expect(isClockRunning({ ...run, ...change }, at(now))).toBe(runs))

  it.each([
    ['in the same instant', 0], ['after one millisecond', 1], ['after one minute', 60_000], ['after an hour and a half', 5_400_000], ['over midnight', 86_400_000],
  ])('gives back exactly what was lost when it goes on %s', (_, stood) => {
    const halted = at('05:39:59')
    expect(endsAtAfterHalt(run.endsAt!, halted, plusMs(halted, stood))).toBe(plusMs(run.endsAt!, stood))
  })

  it('takes nothing away when a clock of two machines differs', () => {
    expect(endsAtAfterHalt(run.endsAt!, at('05:10:00'), at('05:09:59'))).toBe(run.endsAt)
  })

  it('is told to the second of two people, and is nothing where nobody runs', () => {
    expect(haltBlockers({ stands: true, running: 3 })).toEqual([{ code: 'halt.stands-already' }])
    expect(haltBlockers({ stands: false, running: 0 })).toEqual([{ code: 'halt.nobody-runs' }])
    expect(haltBlockers({ stands: false, running: 1 })).toEqual([])
  })
})
