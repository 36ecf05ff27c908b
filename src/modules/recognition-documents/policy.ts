import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { isClerkOf, isStaffOf, type CaseFacts } from '#modules/casework/index.ts'

const HEAD = ['centre-head'] as const

export const policy = definePolicy({
  'document.verify': () => true,
  'document.issue': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, HEAD),
  'document.prepare': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'fail-notice.send': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'delivery.record': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'document.list': (actor: Actor, centre: { centreId: string }) => hasRole(actor, ['centre-operator', 'centre-head'], centre.centreId),
  'annulment.propose': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, HEAD),
  'annulment.decide': (actor: Actor, kase: CaseFacts & { proposedBy: string }) =>
    actor.kind === 'person' && actor.accountId !== kase.proposedBy && (hasRole(actor, ['national-body', 'ministry']) || isStaffOf(actor, kase, HEAD)),
  'annulment.list': (actor: Actor) => hasRole(actor, ['national-body', 'ministry']),
})
