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

export const policy = definePolicy({
  'employer-desk.open': (actor: Actor) => hasRole(actor, 'employer-representative'),
  'referral.send': isRepresentative,
  'referral.read': isRepresentative,
  'referral.withdraw': isRepresentative,
  'referral.list-own': (actor: Actor) => actor.kind === 'person',
  'referral.open': (actor: Actor) => actor.kind === 'person',
  'referral.answer': isReferred,
  'referral.consent': isReferred,
  'referral.forget-tables': (actor: Actor) => actor.kind === 'system',
})
