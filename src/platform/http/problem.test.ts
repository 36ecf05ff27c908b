import { describe, expect, it } from 'vitest'
import { Denial, type Blocker } from '#kernel/denial.ts'
import { ApiProblem } from './api.ts'
import { problemOf } from './problem.ts'

const words = ({ code, data }: Blocker): string | undefined => (code === 'no.words' ? undefined : `${code}${data ? `(${Object.values(data).join()})` : ''}.`)

describe('a problem document', () => {
  it('of a refusal says each of its reasons in words, and all of them together', () => {
    const refused = new Denial('contract.not-possible', { blockers: [{ code: 'contract.items-unchecked', data: { count: 2 } }, { code: 'contract.price-missing' }] })
    expect(problemOf(refused, 'r', words).body).toEqual({
      type: 'about:blank', title: 'contract.not-possible', status: 422, code: 'contract.not-possible', detail: 'contract.items-unchecked(2). contract.price-missing.',
      blockers: [{ code: 'contract.items-unchecked', data: { count: 2 }, detail: 'contract.items-unchecked(2).' }, { code: 'contract.price-missing', detail: 'contract.price-missing.' }],
    })
  })
  it('of one reason says it with what it is about', () => {
    expect(problemOf(new Denial('panel.even', { data: { have: 4 } }), 'r', words)).toMatchObject({ status: 422, body: { code: 'panel.even', detail: 'panel.even(4).' } })
  })
  it('has no words where there are none, and still its code', () => {
    for (const error of [new Denial('no.words'), new Denial('no.words', { blockers: [{ code: 'no.words' }] }), new ApiProblem(404, 'no.words')]) expect(problemOf(error, 'r', words).body).not.toHaveProperty('detail')
    expect(problemOf(new Denial('not-found'), 'r').body).toEqual({ type: 'about:blank', title: 'not-found', status: 404, code: 'not-found' })
  })
  it('of a route may be told in the words of another reason', () => {
    expect(problemOf(new ApiProblem(400, 'input.wrong', { errors: [] }, { code: 'filter.wrong', data: { filter: 'region' } }), 'r', words).body).toMatchObject({ code: 'input.wrong', detail: 'filter.wrong(region).', errors: [] })
  })
  it('of a fault names its reference and nothing of what happened', () => {
    const { status, body } = problemOf(new Error('select secret from person'), 'ref-1', words)
    expect([status, body]).toEqual([500, { type: 'about:blank', title: 'fault', status: 500, code: 'fault', detail: 'fault(ref-1).', reference: 'ref-1' }])
  })
})
