import { describe, expect, it } from 'vitest'
import { faultDecisionBlockers, FAULT_GROUNDS, reportBlockers } from './item-fault.ts'

const codes = (found: { code: string }[]) => found.map((each) => each.code)
const report = { ground: 'wrong-key', note: 'Кілт b болуы керек', approved: true, standing: false }

describe('a question is reported as faulty', () => {
  it('with any ground of the list and words, once it was approved', () => {
    for (const ground of FAULT_GROUNDS) expect(reportBlockers({ ...report, ground })).toEqual([])
  })
  it.each([
    [{ ground: 'because' }, 'fault.ground-missing'], [{ ground: '' }, 'fault.ground-missing'], [{ note: ' \n' }, 'fault.note-missing'],
    [{ approved: false }, 'fault.mend-the-draft'], [{ standing: true }, 'fault.reported-already'],
  ])('not with %o', (change, code) => {
    expect(codes(reportBlockers({ ...report, ...change }))).toEqual([code])
  })
})

describe('the report is decided', () => {
  it.each([
    ['b', true, '', []], ['b', false, 'Сұрақ дұрыс', []],
    ['a', true, '', ['fault.needs-second-person']], ['b', false, ' ', ['fault.rejection-needs-reason']],
  ])('by %s, upheld %s, with the words "%s"', (decidedBy, upheld, note, expected) => {
    expect(codes(faultDecisionBlockers({ reportedBy: 'a', decidedBy, upheld, note }))).toEqual(expected)
  })
})
