import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { isCandidateOf, isClerkOf, isStaffOf, type CaseFacts } from '#modules/casework/index.ts'

/** The head of the case's centre, unless the case is his own. */
const isHeadOf = (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, ['centre-head']) && !isCandidateOf(actor, kase)

export const policy = definePolicy({
  'document.verify': () => true,
  'document.issue': isHeadOf,
  'document.prepare': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'fail-notice.send': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'delivery.record': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'document.list': (actor: Actor, centre: { centreId: string }) => hasRole(actor, ['centre-operator', 'centre-head'], centre.centreId),
  'annulment.propose': isHeadOf,
  // That nobody approves his own proposal is a matter of its state: the act refuses it, and so does a constraint.
  'annulment.decide': (actor: Actor, kase: CaseFacts) =>
    actor.kind === 'person' && !isCandidateOf(actor, kase) && (hasRole(actor, ['national-body', 'ministry']) || isHeadOf(actor, kase)),
  // What an employer reads of its people: it represents the employer, and the people let it.
  'holdings.read': (actor: Actor, employer: { organisationId: string }) => hasRole(actor, 'employer-representative', employer.organisationId),
  'holdings.read-own': (actor: Actor) => actor.kind === 'person',
  'documents.check': (actor: Actor, employer: { organisationId: string }) => hasRole(actor, 'employer-representative', employer.organisationId),
  'sweep.remind': (actor: Actor) => actor.kind === 'system',
  'historic-document.enter': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
  'annulment.list': (actor: Actor) => hasRole(actor, ['national-body', 'ministry']),
})
