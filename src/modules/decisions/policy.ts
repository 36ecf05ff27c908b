import type { Actor } from '#platform/acts/actor.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { isCandidateOf, isClerkOf, isStaffOf, policy as casework, type CaseFacts } from '#modules/casework/index.ts'

/** What the rules about a panel know beside the case: whether the actor sits on it. */
export interface PanelCaseFacts extends CaseFacts {
  memberIds: readonly string[]
}
const sits = (actor: Actor, kase: PanelCaseFacts): boolean => actor.kind === 'person' && kase.memberIds.includes(actor.accountId)

export const policy = definePolicy({
  'panel.call': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'panel.change': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'panel.read': (actor: Actor, kase: PanelCaseFacts) => isClerkOf(actor, kase) || sits(actor, kase),
  'panel.vote': (actor: Actor, kase: PanelCaseFacts) => sits(actor, kase) && isStaffOf(actor, kase),
  'panel.list-own': (actor: Actor) => hasRole(actor, ['panel-member', 'centre-head']),
  'decision.take': (actor: Actor, kase: PanelCaseFacts) => isClerkOf(actor, kase) || sits(actor, kase),
  'decision.credit-faults': (actor: Actor) => actor.kind === 'system',
  // A clerk has seen the paper; nobody excuses himself.
  'no-show.excuse': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase) && !isCandidateOf(actor, kase),
  'decision.read': casework['case.read'],
})
