import { accountOf, hasRole, isOversight, type Actor, type Role } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** Whose document it is: the organisation that is the desk of its body, where the body has one. */
export interface BodyFacts {
  organisationId: string | undefined
}
export interface VersionFacts extends BodyFacts {
  authorId: string | null
}

const STAFF: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head']
const AUTHORISED: readonly Role[] = ['ministry', 'national-body']
const isOfBody = (actor: Actor, { organisationId }: BodyFacts) => organisationId !== undefined && hasRole(actor, 'sector-officer', organisationId)
const decides = (actor: Actor, facts: BodyFacts) => isOfBody(actor, facts) || hasRole(actor, AUTHORISED)

/** A sector body writes its standards; a second person of the body or of the authorised body approves them; everybody reads them. */
export const policy = definePolicy({
  'professional-standard.read': () => true,
  'basis.enter': (actor: Actor) => actor.kind === 'system',
  'basis.list': (actor: Actor) => hasRole(actor, ['sector-officer', ...AUTHORISED]),
  'basis.read': (actor: Actor, facts: BodyFacts) => decides(actor, facts),
  'basis.draft': isOfBody,
  'basis.write': (actor: Actor, facts: BodyFacts) => isOfBody(actor, facts),
  'basis.submit': (actor: Actor, facts: BodyFacts) => isOfBody(actor, facts),
  'basis.return': (actor: Actor, facts: BodyFacts) => decides(actor, facts),
  'basis.approve': (actor: Actor, facts: VersionFacts) => decides(actor, facts) && (facts.authorId === null || accountOf(actor) !== facts.authorId),
  'classification.import': (actor: Actor) => actor.kind === 'system' || hasRole(actor, AUTHORISED),
  'basis.redos-of-centre': (actor: Actor, { centreId }: { centreId: string }) => hasRole(actor, STAFF, centreId) || isOversight(actor),
})
