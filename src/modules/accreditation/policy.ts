import { accountOf, hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** What every rule about an accreditation case needs to know of it. */
export interface CaseFacts {
  organisationId: string
  /** The regional chamber that receives in the case's region, if there is one. */
  chamberId: string | null
  /** Who reviews, surveys or decides this case by assignment. */
  assigned: readonly string[]
}

const isApplicant = (actor: Actor, kase: CaseFacts) => hasRole(actor, ['applicant', 'centre-head'], kase.organisationId)
/** Who belongs to the applicant does none of the accrediting body's acts in its case, whatever role he holds there. */
const isStranger = (actor: Actor, kase: CaseFacts) => actor.kind === 'person' && !actor.roles.some((held) => held.organisationId === kase.organisationId)
const isChamber = (actor: Actor, kase: CaseFacts) => kase.chamberId !== null && hasRole(actor, 'chamber-officer', kase.chamberId) && isStranger(actor, kase)
const isAssigned = (actor: Actor, kase: CaseFacts) => kase.assigned.includes(accountOf(actor) ?? '') && isStranger(actor, kase)

/** Who acts for the accrediting body in stages 4 to 6, and has nothing to do with the applicant. */
const ofAccreditingBody = (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase)
const isCommissioner = (actor: Actor, kase: CaseFacts) => isAssigned(actor, kase) && hasRole(actor, 'accreditation-commission')

export const policy = definePolicy({
  'accreditation.read': (actor: Actor, kase: CaseFacts) =>
    actor.kind === 'system' || isApplicant(actor, kase) || isChamber(actor, kase) || isAssigned(actor, kase) || hasRole(actor, ['accreditor', 'accreditation-commission']) || isOversight(actor),
  'accreditation.apply': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['applicant', 'centre-head'], facts.organisationId),
  'accreditation.list-agreements': (actor: Actor) => isOversight(actor),
  'accreditation.answer-agreement': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'ministry') && isStranger(actor, kase),
  'accreditation.lapse-agreement': (actor: Actor) => actor.kind === 'system',
  'accreditation.list-decisions': (actor: Actor) => hasRole(actor, ['accreditor', 'accreditation-commission']),
  'accreditation.call-commission': (actor: Actor, kase: CaseFacts) => ofAccreditingBody(actor, kase),
  'accreditation.vote': (actor: Actor, kase: CaseFacts) => isCommissioner(actor, kase),
  // The facts name the chair alone.
  'accreditation.decide': (actor: Actor, kase: CaseFacts) => isCommissioner(actor, kase),
  'accreditation.issue-certificate': (actor: Actor, kase: CaseFacts) => ofAccreditingBody(actor, kase),
  'accreditation.send-contract': (actor: Actor, kase: CaseFacts) => ofAccreditingBody(actor, kase),
  'accreditation.accept-contract': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, 'centre-head', facts.organisationId),
  'accreditation.register-centre': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, 'centre-head', facts.organisationId),
})
