import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { comparePotential, descriptionBlockers, moveBlockers, nextStepBlockers } from './potential-centre.ts'

const codes = (blockers: readonly { code: string }[]) => blockers.map((each) => each.code.replace('potential-centre.', ''))

describe('an organisation on its way to an application', () => {
  it.each([
    ['interest', false, 'talks', '', []],
    ['talks', false, 'applied', '', ['applied-by-case']],
    ['talks', false, 'talks', '', ['same-state']],
    ['talks', false, 'dropped', ' ', ['reason-missing']],
    ['talks', false, 'dropped', 'No premises', []],
    ['dropped', false, 'interest', '', []],
    ['preparing-papers', true, 'talks', '', ['case-open']],
    ['applied', false, 'talks', '', []],
    ['talks', false, 'nonsense', '', ['state-missing']],
  ] as const)('from %s (case open: %s) to %s with the reason "%s": %j', (state, caseOpen, to, reason, expected) => {
    expect(codes(moveBlockers({ state, caseOpen, to, reason }))).toEqual(expected)
  })

  it('needs a name and nothing else; a BIN is right or not there', () => {
    expect(descriptionBlockers({ name: 'Allur', bin: '', contact: '' }, { demo: false })).toEqual([])
    expect(codes(descriptionBlockers({ name: ' ', bin: '123', contact: 'x'.repeat(301) }, { demo: false }))).toEqual(['name-missing', 'too-long', 'bin-wrong'])
  })

  it('has a next step that says what, by which day and who; today is the first day', () => {
    const [today, people] = [day('2026-03-02'), ['a']]
    expect(nextStepBlockers({ what: 'Call', on: today, responsible: 'a' }, today, people)).toEqual([])
    expect(codes(nextStepBlockers({ what: '', on: day('2026-03-01'), responsible: 'b' }, today, people))).toEqual(['step-missing', 'day-past', 'responsible-missing'])
    expect(codes(nextStepBlockers({ what: 'x', on: undefined, responsible: 'a' }, today, people))).toEqual(['day-missing'])
  })

  it('stands in the list by its next step, and last when the work has stopped', () => {
    const rows = [
      { name: 'D', state: 'dropped' as const, nextStepOn: null }, { name: 'C', state: 'talks' as const, nextStepOn: null }, { name: 'B', state: 'talks' as const, nextStepOn: day('2026-03-05') },
      { name: 'A', state: 'interest' as const, nextStepOn: day('2026-03-01') }, { name: 'E', state: 'applied' as const, nextStepOn: null },
    ]
    expect(rows.sort(comparePotential).map((row) => row.name).join('')).toBe('ABCED')
  })
})
