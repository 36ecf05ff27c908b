import { describe, expect, it } from 'vitest'
import { clockRuns, ENDED_STEPS, nextStep, ROAD, ROAD_ACTS, STAGE_OF_STEP, STEPS, WHOSE_MOVE } from './road.ts'

describe('the road of an accreditation', () => {
  it('leads from the draft through the six stages of the law to the contract', () => {
    const acts = ['submit', 'accept', 'finish-expertise', 'finish-survey', 'answer-agreement', 'decide-accredit', 'issue-certificate', 'send-contract', 'accept-contract'] as const
    let step: (typeof STEPS)[number] = 'draft'
    const stages: (number | undefined)[] = []
    for (const act of acts) {
      step = nextStep(step, act)!
      stages.push(STAGE_OF_STEP[step])
    }
    expect(step).toBe('completed')
    expect(stages).toEqual([1, 2, 3, 4, 4, 5, 6, 6, undefined])
  })

  it('has no act after its end, and nobody then has to move', () => {
    for (const step of ENDED_STEPS) expect([Object.keys(ROAD[step]), WHOSE_MOVE[step]]).toEqual([[], 'nobody'])
  })

  it('reaches every step by some act', () => {
    const reached = new Set(STEPS.flatMap((step) => ROAD_ACTS.flatMap((act) => nextStep(step, act) ?? [])))
    expect(STEPS.filter((step) => step !== 'draft' && !reached.has(step))).toEqual([])
  })

  it.each(['accredited', 'certificate-issued', 'contract-sent'] as const)('is not withdrawn once it is decided: %s', (step) => expect(nextStep(step, 'withdraw')).toBeUndefined())

  it('decides nothing before the authorised body has answered', () => {
    expect(STEPS.filter((step) => nextStep(step, 'decide-accredit') ?? nextStep(step, 'decide-refuse'))).toEqual(['deciding'])
    expect(STEPS.filter((step) => nextStep(step, 'answer-agreement'))).toEqual(['awaiting-agreement'])
  })

  it('runs no clock against anybody while the applicant corrects', () => {
    expect(STEPS.filter(clockRuns)).toEqual(['submitted', 'expertise', 'survey', 'awaiting-agreement', 'deciding', 'accredited', 'certificate-issued', 'contract-sent'])
  })
})
