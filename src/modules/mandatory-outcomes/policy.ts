import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export interface BodyFacts {
  /** The organisation that is the desk of the body; a body without one has nobody who may. */
  organisationId: string | undefined
}

const isOfficerOf = (actor: Actor, body: BodyFacts) => body.organisationId !== undefined && hasRole(actor, 'sector-officer', body.organisationId)
const isKeyOf = (actor: Actor, body: BodyFacts) => actor.kind === 'partner' && actor.organisationId === body.organisationId

export const policy = definePolicy({
  'sector-desk.open': (actor: Actor) => hasRole(actor, 'sector-officer'),
  'mandatory-outcome.read': isOfficerOf,
  'mandatory-outcome.register': (actor: Actor, body: BodyFacts) => isOfficerOf(actor, body) || isKeyOf(actor, body),
  'mandatory-outcome.import': isOfficerOf,
  'mandatory-outcome.correct': isOfficerOf,
  'mandatory-outcome.annul': isOfficerOf,
  // An IIN that is only claimed opens nothing: it is nobody's yet.
  'mandatory-outcome.read-own': (actor: Actor) => actor.kind === 'person' && actor.verified,
  'mandatory-outcome.forget-tables': (actor: Actor) => actor.kind === 'system',
  'procedure.publish': isOfficerOf,
})
