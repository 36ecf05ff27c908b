import { expect, it } from 'vitest'
import { momentAt, day, plusMs } from '#kernel/day.ts'
import { admissionBlockers, answerBlockers, isTheoryDue, theoryEndsAt, theoryMinutesFor } from './exam-time.ts'

const at = (time: string) => momentAt(day('2026-03-26'), time)

it.each([[40, 0, 40], [40, 25, 50], [45, 25, 57], [40, 50, 60], [40, 100, 80]])('%i minutes with %i %% of extra time are %i', (minutes, extra, whole) => {
  expect(theoryMinutesFor(minutes, extra)).toBe(whole)
})

it('counts the time of the theory from the start of the person', () => {
  expect(theoryEndsAt(at('10:07'), 40, 25)).toBe(at('10:57'))
})

const run = { startedAt: at('10:00'), endsAt: at('10:40'), endKind: null }

it('takes answers until the end and within the grace after it, and none later', () => {
  expect(answerBlockers(run, at('10:40'), 60)).toEqual([])
  expect(answerBlockers(run, at('10:41'), 60)).toEqual([])
  expect(answerBlockers(run, plusMs(at('10:41'), 1), 60)).toEqual([{ code: 'answers.too-late' }])
})

it('takes no answers before the start and none after the end of the exam', () => {
  expect(answerBlockers({ startedAt: null, endsAt: null, endKind: null }, at('10:00'), 60)).toEqual([{ code: 'theory.not-started' }])
  expect(answerBlockers({ ...run, endKind: 'handed-in' }, at('10:10'), 60)).toEqual([{ code: 'theory.ended' }])
})

it('hands a run in by itself only when the grace is over, and never twice', () => {
  expect(isTheoryDue(run, at('10:41'), 60)).toBe(false)
  expect(isTheoryDue(run, plusMs(at('10:41'), 1), 60)).toBe(true)
  expect(isTheoryDue({ ...run, endKind: 'time' }, at('12:00'), 60)).toBe(false)
})

it('takes no answer and ends nobody while everybody stands still, however late it gets', () => {
  const halted = { ...run, haltedAt: at('10:39') }
  for (const now of ['10:39', '10:40', '13:00']) {
    expect(answerBlockers(halted, at(now), 60)).toEqual([{ code: 'theory.halted' }])
    expect(isTheoryDue(halted, at(now), 60)).toBe(false)
  }
  expect(answerBlockers({ ...halted, endKind: 'removal' }, at('10:39'), 60)).toEqual([{ code: 'theory.ended' }])
})

it('opens the door half an hour before the sitting and shuts it at its end', () => {
  const door = (now: string) => admissionBlockers({ startsAt: at('10:00'), endsAt: at('12:00'), now: at(now), minutesBefore: 30 }).map((each) => each.code)
  expect(door('09:29')).toEqual(['admission.too-early'])
  expect(door('09:30')).toEqual([])
  expect(door('11:59')).toEqual([])
  expect(door('12:00')).toEqual(['admission.too-late'])
})
