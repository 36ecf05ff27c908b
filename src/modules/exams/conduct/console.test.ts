import { describe, expect, it } from 'vitest'
import type { Stage } from '#kernel/exam-stage.ts'
import { seatState } from './console.ts'

type Row = Parameters<typeof seatState>[0]
const row: Row = { step: 'notified', endKind: null, theoryPassed: null, practiceEndKind: null, practiceStartedAt: null, practiceWorkEndKind: null, practiceMarked: 0, startedAt: null, admittedAt: null, brokenAt: null, letOnAt: null, acknowledged: 0, held: 0, noShow: false, notLetInAt: null }
const at = '2026-03-26T05:00:00.000Z' as never
const handedIn = { startedAt: at, admittedAt: at, acknowledged: 2, held: 2, endKind: 'handed-in' }

describe('where a candidate stands in a sitting', () => {
  it.each<[string, Partial<Row>, Stage, string]>([
    ['he was notified', {}, 'theory', 'notified'],
    ['one of the two talks was held', { held: 1 }, 'theory', 'briefing'],
    ['both were confirmed', { held: 2, acknowledged: 2 }, 'theory', 'briefed'],
    ['he came and was not let in', { held: 2, acknowledged: 2, notLetInAt: at }, 'theory', 'not-let-in'],
    ['he came without a document before he was briefed', { notLetInAt: at }, 'theory', 'not-let-in'],
    ['he came back and was admitted', { held: 2, acknowledged: 2, admittedAt: at, notLetInAt: at }, 'theory', 'admitted'],
    ['he was admitted', { held: 2, acknowledged: 2, admittedAt: at }, 'theory', 'admitted'],
    ['he writes', { startedAt: at, admittedAt: at, step: 'theory-running' }, 'theory', 'writing'],
    ['he passed the theory', { ...handedIn, theoryPassed: true, step: 'theory-passed' }, 'theory', 'passed'],
    ['he passed it, and the panel has the case long since', { ...handedIn, theoryPassed: true, step: 'held' }, 'theory', 'passed'],
    ['he did not pass it, and his attempt is over', { ...handedIn, theoryPassed: false, step: 'held' }, 'theory', 'not-passed'],
    ['he did not pass it, and goes on to the practice, as the norm may say', { ...handedIn, theoryPassed: false, step: 'theory-passed' }, 'theory', 'not-passed'],
    ['his time was over', { ...handedIn, endKind: 'time', theoryPassed: false, step: 'held' }, 'theory', 'not-passed'],
    ['it was broken off', { ...handedIn, endKind: 'stopped', step: 'held' }, 'theory', 'ended'],
    ['he is expected at the practice no more, for he did not pass the theory', { ...handedIn, theoryPassed: false, step: 'held' }, 'practice', 'not-passed'],
    ['he works', { ...handedIn, theoryPassed: true, practiceStartedAt: at, step: 'practice-running' }, 'practice', 'working'],
    ['operations of his are marked while he still works', { practiceStartedAt: at, practiceMarked: 2, step: 'practice-running' }, 'practice', 'working'],
    ['he handed his work on line in', { practiceStartedAt: at, practiceWorkEndKind: 'handed-in', step: 'practice-running' }, 'practice', 'work-handed-in'],
    ['its time ran out', { practiceStartedAt: at, practiceWorkEndKind: 'time', step: 'practice-running' }, 'practice', 'work-time-over'],
    ['it is being marked, however it ended', { practiceStartedAt: at, practiceWorkEndKind: 'time', practiceMarked: 1, step: 'practice-running' }, 'practice', 'being-marked'],
    ['it was marked and the practice closed', { practiceStartedAt: at, practiceWorkEndKind: 'handed-in', practiceMarked: 3, practiceEndKind: 'finished', step: 'held' }, 'practice', 'ended'],
    ['he was removed from his work', { practiceStartedAt: at, practiceWorkEndKind: 'removal', practiceEndKind: 'removal', step: 'held' }, 'practice', 'removed'],
    ['his practice is over', { ...handedIn, theoryPassed: true, practiceStartedAt: at, practiceEndKind: 'finished', step: 'held' }, 'practice', 'ended'],
    ['a failure broke him off at his theory on line', { startedAt: null, admittedAt: null, brokenAt: at, acknowledged: 2, held: 2, step: 'theory-running' }, 'theory', 'broken-down'],
    ['and at his practice on line', { ...handedIn, practiceStartedAt: at, brokenAt: at, step: 'practice-running' }, 'practice', 'broken-down'],
    ['his proctor lets him go on', { brokenAt: at, letOnAt: at, acknowledged: 2, held: 2, step: 'theory-running' }, 'theory', 'admitted'],
    ['he was removed', { ...handedIn, endKind: 'removal', theoryPassed: false, step: 'held' }, 'theory', 'removed'],
    ['he came, was not let in, and it is recorded', { noShow: true, notLetInAt: at, step: 'held' }, 'theory', 'not-let-in'],
    ['he did not come', { noShow: true, step: 'held' }, 'theory', 'absent'],
  ])('%s', (_, change, stage, state) => expect(seatState({ ...row, ...change }, stage)).toBe(state))
})
