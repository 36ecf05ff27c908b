import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export interface EmployerFacts {
  organisationId: string
}
/** Whose referral it is; undefined while nobody has proved to be that person. */
export interface ReferredFacts {
  isTheirs: boolean
}

const isRepresentative = (actor: Actor, { organisationId }: EmployerFacts) => hasRole(actor, 'employer-representative', organisationId)
const isReferred = (actor: Actor, { isTheirs }: ReferredFacts) => actor.kind === 'person' && isTheirs

const isRequester = (actor: Actor, { accountId }: { accountId: string }) => actor.kind === 'person' && actor.accountId === accountId

export const policy = definePolicy({
  'desk-request.send': (actor: Actor) => actor.kind === 'person',
  'desk-request.withdraw': isRequester,
  'desk-request.read-paper': (actor: Actor, facts: { accountId: string }) => isRequester(actor, facts) || hasRole(actor, 'administrator'),
  'desk-request.decide': (actor: Actor) => hasRole(actor, 'administrator'),
  'employer-desk.open': (actor: Actor) => hasRole(actor, 'employer-representative'),
  'referral.send': isRepresentative,
  'referral.read': isRepresentative,
  'referral.withdraw': isRepresentative,
  'referral.list-own': (actor: Actor) => actor.kind === 'person',
  'referral.open': (actor: Actor) => actor.kind === 'person',
  'referral.answer': isReferred,
  'referral.consent': isReferred,
  // Of oneself alone: the acts know nobody else.
  'documents-consent.give': (actor: Actor) => actor.kind === 'person',
  'documents-consent.take-back': (actor: Actor) => actor.kind === 'person',
  'referral.forget-tables': (actor: Actor) => actor.kind === 'system',
})
