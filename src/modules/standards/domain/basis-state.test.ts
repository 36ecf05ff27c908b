import { day } from '#kernel/day.ts'
import { describe, expect, it } from 'vitest'
import { approverBlockers, basisState, firstDayBlockers, headBlockers } from './basis-state.ts'

const none = { submittedAt: null, returnedAt: null, approvedAt: null, validFrom: null, validUntil: null }
const at = '2026-03-02T04:00:00.000Z'
const approved = { ...none, submittedAt: at, approvedAt: at, validFrom: day('2026-04-01'), validUntil: day('2026-09-01') }

describe('the state of a version on a day', () => {
  it.each([
    ['draft', none, '2026-03-02'], ['submitted', { ...none, submittedAt: at }, '2026-03-02'], ['returned', { ...none, returnedAt: at }, '2026-03-02'],
    ['to-come', approved, '2026-03-31'], ['in-force', approved, '2026-04-01'], ['in-force', approved, '2026-08-31'], ['replaced', approved, '2026-09-01'],
    ['in-force', { ...approved, validUntil: null }, '2030-01-01'],
  ])('is %s', (state, facts, today) => expect(basisState(facts, day(today))).toBe(state))
})

describe('the first day of a version', () => {
  const today = day('2026-03-02')
  it.each([
    [null, null, ['standards.first-day-missing']], ['2026-03-01', null, ['standards.acts-backwards']], ['2026-03-02', null, []], ['2026-03-03', null, []],
    ['2026-04-01', '2026-04-01', ['standards.before-a-later-version']], ['2026-04-02', '2026-04-01', []],
  ])('%s after a version from %s', (from, last, codes) => {
    expect(firstDayBlockers(from === null ? null : day(from), { today, lastFrom: last === null ? null : day(last) }).map(({ code }) => code)).toEqual(codes)
  })
})

describe('the head of a document', () => {
  it('has a title and an act in both languages and a first day', () => {
    expect(headBlockers({ title: { kk: 'a', ru: 'b' }, act: { kk: '', ru: 'd' }, edition: '', validFrom: null }).map(({ code }) => code)).toEqual(['standards.act-missing', 'standards.first-day-missing'])
  })
})

describe('the second person', () => {
  it('has written nothing in the version', () => {
    expect(approverBlockers('a', { authorId: 'b', editorIds: ['b'] })).toEqual([])
    expect(approverBlockers('b', { authorId: 'b', editorIds: [] }).map(({ code }) => code)).toEqual(['standards.approver-wrote-in-it'])
    expect(approverBlockers('c', { authorId: 'b', editorIds: ['c'] }).map(({ code }) => code)).toEqual(['standards.approver-wrote-in-it'])
  })
})
