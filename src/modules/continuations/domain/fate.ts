import type { Blocker } from '#kernel/denial.ts'

export const FATES = ['finish', 'move', 'close'] as const
/** What becomes of a case whose centre has lost the scope. */
export type Fate = (typeof FATES)[number]

/** Steps at which cases wait, as they stood before; after the notice of failing one waits because its candidate asked for a retake. */
export const WAITING_STEPS = ['registered', 'contract-sent', 'contract-signed', 'notified', 'briefed', 'theory-passed', 'held', 'decided-pass', 'decided-fail', 'fail-notice-sent'] as const
export type WaitingStep = (typeof WAITING_STEPS)[number]

/** A centre as it stands today for the qualification of a case. */
export interface Destination {
  centreId: string
  sameRegion: boolean
  /** A certificate in force names the profession and level. */
  inScope: boolean
  price: number | undefined
  hasProgramme: boolean
}

export interface FateFacts {
  step: WaitingStep
  /** A certificate of the old centre covered the qualification when the case came to it. */
  scopeThen: boolean
  /** The organisation is wound up: nobody is there to finish anything. */
  woundUp: boolean
  destinations: readonly Destination[]
  /** Centres where the candidate holds a role. */
  ownCentres: readonly string[]
}

const DECIDED: readonly WaitingStep[] = ['decided-pass', 'decided-fail']
/** The exam was held: what is left is paper work, and the old centre does it best. */
const NEARLY_DONE: readonly WaitingStep[] = ['held', ...DECIDED]

/** Why a case cannot go to this centre: it must hold scope, price and programme today, and not be run by the candidate himself. */
export function destinationBlockers(to: Destination, facts: Pick<FateFacts, 'ownCentres'>): Blocker[] {
  return [
    ...(to.inScope ? [] : [{ code: 'continuation.destination-out-of-scope' }]),
    ...(to.price === undefined ? [{ code: 'continuation.destination-no-price' }] : []),
    ...(to.hasProgramme ? [] : [{ code: 'continuation.destination-no-programme' }]),
    ...(facts.ownCentres.includes(to.centreId) ? [{ code: 'continuation.destination-is-candidates' }] : []),
  ]
}

/** Centres to which the case can go, the nearest and then the cheapest first. */
export function possibleDestinations(facts: FateFacts): Destination[] {
  return facts.destinations.filter((each) => destinationBlockers(each, facts).length === 0)
    .sort((a, b) => Number(b.sameRegion) - Number(a.sameRegion) || a.price! - b.price! || (a.centreId < b.centreId ? -1 : 1))
}

/** Why this fate is not possible for the case; empty: it is. A move names its centre; without one it is asked whether there is any. */
export function fateBlockers(fate: Fate, facts: FateFacts, toCentreId?: string): Blocker[] {
  switch (fate) {
    case 'finish': return facts.step === 'fail-notice-sent' ? [{ code: 'continuation.finish-retake' }] : [
      ...(facts.scopeThen ? [] : [{ code: 'continuation.finish-no-scope-then' }]),
      ...(facts.woundUp ? [{ code: 'continuation.finish-wound-up' }] : []),
    ]
    case 'move': {
      if (toCentreId === undefined) return possibleDestinations(facts).length > 0 ? [] : [{ code: 'continuation.move-nowhere' }]
      const to = facts.destinations.find((each) => each.centreId === toCentreId)
      return to ? destinationBlockers(to, facts) : [{ code: 'continuation.destination-out-of-scope' }]
    }
    // Who was examined and judged gets his result; nobody takes it from him by closing the case.
    case 'close': return DECIDED.includes(facts.step) ? [{ code: 'continuation.close-after-decision' }] : []
  }
}

export interface Proposal {
  fate: Fate
  toCentreId: string | undefined
}

/** What the platform proposes [D]: finish what is nearly done, move what is not, and close what nobody can take; undefined: only a person can say. */
export function proposedFate(facts: FateFacts): Proposal | undefined {
  const last: Fate = facts.step === 'theory-passed' ? 'finish' : 'close'
  // To end somebody's right to a retake is nothing to propose.
  const order: readonly Fate[] = facts.step === 'fail-notice-sent' ? ['move'] : NEARLY_DONE.includes(facts.step) ? ['finish', 'move', 'close'] : ['move', last, 'close']
  const fate = order.find((each) => fateBlockers(each, facts).length === 0)
  return fate && { fate, toCentreId: fate === 'move' ? possibleDestinations(facts)[0]!.centreId : undefined }
}

/** Where the case begins at the new centre: with a contract of its own, or, the exam being held, where it stood. */
export function stepAfterMove(step: WaitingStep): 'registered' | 'held' | 'decided-pass' | 'decided-fail' {
  return step === 'held' || step === 'decided-pass' || step === 'decided-fail' ? step : 'registered'
}
