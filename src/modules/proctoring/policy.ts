import { accountOf, hasRole, isOversight, type Actor, type Role } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { isCandidateOf, type CaseFacts } from '#modules/casework/index.ts'
import type { Purpose } from './domain/kinds.ts'

const WATCHERS: readonly Role[] = ['proctor', 'centre-head']

/** The case with those who took part in watching it: none of them reviews what he did. */
export interface WatchedFacts extends CaseFacts {
  tookPart: readonly string[]
}
export interface ViewFacts extends WatchedFacts {
  purpose: Purpose
  /** There is what the purpose names: a panel that decides, an open appeal, a complaint without an answer. */
  stands: boolean
  isOver: boolean
  /** Who may mark the practice that is watched, while it is marked. */
  markers: readonly string[]
}

const ofCentre = (actor: Actor, facts: { centreId: string }, roles: readonly Role[] = WATCHERS) => hasRole(actor, roles, facts.centreId)
const tookPart = (actor: Actor, facts: WatchedFacts) => facts.tookPart.includes(accountOf(actor) ?? '')

export const policy = definePolicy({
  'proctoring.sit': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'proctoring.desk': (actor: Actor) => hasRole(actor, WATCHERS),
  'proctoring.watch': (actor: Actor, facts: { centreId: string }) => ofCentre(actor, facts),
  'proctoring.watch-system': (actor: Actor) => actor.kind === 'system',
  'proctoring.read': (actor: Actor, kase: CaseFacts) => ofCentre(actor, kase) && !isCandidateOf(actor, kase),
  // Only the role: a head who is no proctor does not warn and does not end.
  'proctoring.conduct': (actor: Actor, kase: CaseFacts) => ofCentre(actor, kase, ['proctor']) && !isCandidateOf(actor, kase),
  'proctoring.review': (actor: Actor, kase: WatchedFacts) => ofCentre(actor, kase) && !isCandidateOf(actor, kase),
  'proctoring.view': (actor: Actor, facts: ViewFacts) => {
    if (facts.purpose === 'own') return isCandidateOf(actor, facts)
    if (isCandidateOf(actor, facts)) return false
    // Whoever marks it, and only while he does: the recording of a practice is what he marks.
    if (facts.purpose === 'marking') return ofCentre(actor, facts, ['assessor']) && facts.markers.includes(accountOf(actor) ?? '')
    if (facts.purpose === 'live-watch') return ofCentre(actor, facts, ['proctor']) && !facts.isOver
    if (facts.purpose === 'review') return ofCentre(actor, facts) && !tookPart(actor, facts)
    if (!facts.stands) return false
    // Whether he sits on the panel is asked by whose panel it is.
    if (facts.purpose === 'decision') return ofCentre(actor, facts, ['panel-member', 'centre-head'])
    if (facts.purpose === 'appeal') return ofCentre(actor, facts, ['panel-member', 'assessor', 'centre-head'])
    return ofCentre(actor, facts, ['centre-head']) || isOversight(actor)
  },
  'proctoring.end-due': (actor: Actor) => actor.kind === 'system',
  'proctoring.forget': (actor: Actor) => actor.kind === 'system',
})
