import { describe, expect, it } from 'vitest'
import { HOLDABLE } from '../../casework/domain/road.ts'
import { destinationBlockers, fateBlockers, FATES, possibleDestinations, proposedFate, stepAfterMove, WAITING_STEPS, type Destination, type FateFacts } from './fate.ts'

const near: Destination = { centreId: 'near', sameRegion: true, inScope: true, price: 50_000, hasProgramme: true }
const far: Destination = { ...near, centreId: 'far', sameRegion: false, price: 10_000 }
const facts = (overrides: Partial<FateFacts> = {}): FateFacts => ({ step: 'registered', scopeThen: true, woundUp: false, destinations: [far, near], ownCentres: [], ...overrides })
const codes = (blockers: { code: string }[]) => blockers.map((each) => each.code.replace('continuation.', ''))

it('has a fate for every step at which a case waits', () => {
  expect([...HOLDABLE, 'fail-notice-sent']).toEqual([...WAITING_STEPS])
})

describe('a centre takes a case', () => {
  it.each([
    [{}, []],
    [{ inScope: false }, ['destination-out-of-scope']],
    [{ price: undefined }, ['destination-no-price']],
    [{ hasProgramme: false }, ['destination-no-programme']],
    [{ centreId: 'own' }, ['destination-is-candidates']],
    [{ inScope: false, price: undefined, hasProgramme: false }, ['destination-out-of-scope', 'destination-no-price', 'destination-no-programme']],
  ] as const)('with scope, price and programme, and not run by the candidate: %o', (change, expected) => {
    expect(codes(destinationBlockers({ ...near, ...change }, { ownCentres: ['own'] }))).toEqual(expected)
  })

  it('the nearest before the cheapest, and the cheapest of the near', () => {
    expect(possibleDestinations(facts({ destinations: [far, near, { ...near, centreId: 'cheap', price: 40_000 }] })).map((each) => each.centreId)).toEqual(['cheap', 'near', 'far'])
  })
})

describe('fates', () => {
  it.each([
    ['finish', {}, []],
    ['finish', { scopeThen: false }, ['finish-no-scope-then']],
    ['finish', { woundUp: true }, ['finish-wound-up']],
    ['move', { destinations: [] }, ['move-nowhere']],
    ['move', { destinations: [{ ...near, hasProgramme: false }] }, ['move-nowhere']],
    ['move', {}, []],
    ['close', { step: 'held' }, []],
    ['close', { step: 'decided-pass' }, ['close-after-decision']],
    ['close', { step: 'decided-fail' }, ['close-after-decision']],
    ['finish', { step: 'fail-notice-sent' }, ['finish-retake']],
    ['move', { step: 'fail-notice-sent' }, []],
    ['close', { step: 'fail-notice-sent' }, []],
  ] as const)('%s with %o', (fate, change, expected) => {
    expect(codes(fateBlockers(fate, facts(change as Partial<FateFacts>)))).toEqual(expected)
  })

  it('a move to a centre that is not among those that could take it is refused', () => {
    expect(codes(fateBlockers('move', facts(), 'elsewhere'))).toEqual(['destination-out-of-scope'])
    expect(codes(fateBlockers('move', facts({ ownCentres: ['near'] }), 'near'))).toEqual(['destination-is-candidates'])
  })

  it.each([
    ['registered', 'move', 'close'], ['contract-sent', 'move', 'close'], ['contract-signed', 'move', 'close'], ['notified', 'move', 'close'], ['briefed', 'move', 'close'],
    ['theory-passed', 'move', 'finish'], ['held', 'finish', 'finish'], ['decided-pass', 'finish', 'finish'], ['decided-fail', 'finish', 'finish'],
  ] as const)('%s: proposed is %s, and where no centre can take it %s', (step, proposed, otherwise) => {
    expect(proposedFate(facts({ step }))).toEqual({ fate: proposed, toCentreId: proposed === 'move' ? 'near' : undefined })
    expect(proposedFate(facts({ step, destinations: [] }))?.fate).toBe(otherwise)
  })

  it('a retake is moved, and where nobody can take it nothing is proposed', () => {
    expect(proposedFate(facts({ step: 'fail-notice-sent' }))).toEqual({ fate: 'move', toCentreId: 'near' })
    expect(proposedFate(facts({ step: 'fail-notice-sent', destinations: [] }))).toBeUndefined()
  })

  it('nothing is proposed where nothing is possible: decided, wound up, and nobody to take it', () => {
    expect(proposedFate(facts({ step: 'decided-pass', woundUp: true, destinations: [] }))).toBeUndefined()
    expect(proposedFate(facts({ step: 'held', woundUp: true, destinations: [] }))?.fate).toBe('close')
    expect(proposedFate(facts({ step: 'held', woundUp: true }))?.fate).toBe('move')
  })

  it('what is proposed is always possible', () => {
    for (const step of WAITING_STEPS) for (const woundUp of [true, false]) for (const destinations of [[], [near]]) {
      const proposal = proposedFate(facts({ step, woundUp, destinations }))
      if (proposal) expect(fateBlockers(proposal.fate, facts({ step, woundUp, destinations }), proposal.toCentreId)).toEqual([])
    }
    expect(FATES).toHaveLength(3)
  })

  it('a moved case begins with a contract, unless the exam was held', () => {
    expect(WAITING_STEPS.map(stepAfterMove)).toEqual(['registered', 'registered', 'registered', 'registered', 'registered', 'registered', 'held', 'decided-pass', 'decided-fail', 'registered'])
  })
})
