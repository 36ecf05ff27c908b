import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { answerBlockers, compareMatters, confirmBlockers, extensionBlockers, findingBlockers, holdBlockers, moveBlockers, nextCheckBy, orderBlockers, planBlockers, reportBlockers, returnBlockers } from './monitoring.ts'

const today = day('2026-03-02')
const [yesterday, tomorrow] = [day('2026-03-01'), day('2026-03-03')]
const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code.replace('monitoring.', ''))

describe('a check', () => {
  const plan = { kind: 'planned', on: today, reason: 'Plan of the year', responsible: 'a' }
  it.each([
    [{}, []], [{ on: yesterday }, ['day-past']], [{ on: undefined }, ['day-missing']], [{ kind: 'x' }, ['kind-missing']], [{ reason: ' ' }, ['reason-missing']], [{ responsible: 'b' }, ['responsible-missing']],
    [{ reason: 'x'.repeat(4001) }, ['too-long']],
  ])('planned with %j: %j', (change, expected) => expect(codes(planBlockers({ ...plan, ...change }, today, ['a']))).toEqual(expected))

  it('is moved before it is held, to another day, with a ground', () => {
    const check = { heldOn: null, plannedOn: tomorrow }
    expect(codes(moveBlockers(check, day('2026-03-10'), 'Illness', today))).toEqual([])
    expect(codes(moveBlockers(check, tomorrow, '', today))).toEqual(['same-day', 'ground-missing'])
    expect(codes(moveBlockers({ ...check, heldOn: today }, day('2026-03-10'), 'x', today))).toEqual(['held-already'])
  })

  it('is held once, today or earlier, with an outcome; a finding comes after it', () => {
    expect(codes(holdBlockers({ heldOn: null }, today, 'Nothing found', today))).toEqual([])
    expect(codes(holdBlockers({ heldOn: null }, tomorrow, '', today))).toEqual(['day-ahead', 'outcome-missing'])
    expect(codes(holdBlockers({ heldOn: today }, today, 'x', today))).toEqual(['held-already'])
    const finding = { gravity: 'major', requirement: 'Safety', description: 'No extinguisher' }
    expect([{ checkHeldOn: null }, { checkHeldOn: today }, { checkHeldOn: undefined }].map((basis) => codes(findingBlockers(finding, basis)))).toEqual([['not-held'], [], []])
    expect(codes(findingBlockers({ gravity: 'x', requirement: '', description: '' }, { checkHeldOn: today }))).toEqual(['gravity-missing', 'requirement-missing', 'description-missing'])
  })

  it('is due by the norm only where the norm is set', () => {
    expect([nextCheckBy(undefined, 12), nextCheckBy(day('2026-01-31'), undefined), nextCheckBy(day('2026-01-31'), 13)]).toEqual([undefined, undefined, '2027-02-28'])
  })

  it('has a report only with a subject and a day that has come', () => {
    expect([codes(reportBlockers({ subject: 'Year', receivedOn: today }, today)), codes(reportBlockers({ subject: '', receivedOn: tomorrow }, today))]).toEqual([[], ['subject-missing', 'day-ahead']])
  })
})

describe('an order to remedy', () => {
  const open = { dueOn: tomorrow, whoseMove: 'centre' as const }
  const closed = { dueOn: tomorrow, whoseMove: 'nobody' as const }
  it('has a demand and a day that is not past', () => {
    expect([codes(orderBlockers({ demand: 'Buy', dueOn: today }, today)), codes(orderBlockers({ demand: '', dueOn: yesterday }, today))]).toEqual([[], ['demand-missing', 'day-past']])
  })
  it.each([
    [open, day('2026-03-04'), 'Delivery late', []], [open, tomorrow, 'x', ['not-later']], [open, today, 'x', ['not-later']], [open, yesterday, 'x', ['day-past', 'not-later']], [open, day('2026-03-04'), '', ['ground-missing']],
    [closed, day('2026-03-04'), 'x', ['remedied-already']],
  ] as const)('%j is extended to %s with "%s": %j', (order, to, ground, expected) => expect(codes(extensionBlockers(order, to, ground, today))).toEqual(expected))

  it('is answered while it is open, given back only when answered, and confirmed by a person with words', () => {
    expect([codes(answerBlockers(open, 'Done')), codes(answerBlockers(open, '')), codes(answerBlockers(closed, 'x'))]).toEqual([[], ['answer-missing'], ['remedied-already']])
    expect([codes(returnBlockers(open, 'x')), codes(returnBlockers({ ...open, whoseMove: 'accreditor' }, 'x')), codes(returnBlockers({ ...open, whoseMove: 'accreditor' }, ''))]).toEqual([['not-answered'], [], ['words-missing']])
    expect([codes(confirmBlockers(open, today, 'Seen', today)), codes(confirmBlockers(open, tomorrow, '', today)), codes(confirmBlockers(closed, today, 'x', today))]).toEqual([[], ['day-ahead', 'words-missing'], ['remedied-already']])
  })
})

it('what is due first stands first, what has no day last', () => {
  const rows = [{ mover: 'centre' as const, dueOn: null, centreName: 'A' }, { mover: 'centre' as const, dueOn: tomorrow, centreName: 'C' }, { mover: 'accreditor' as const, dueOn: tomorrow, centreName: 'B' }, { mover: 'accreditor' as const, dueOn: today, centreName: 'D' }]
  expect(rows.sort(compareMatters).map((row) => row.centreName).join('')).toBe('DBCA')
})
