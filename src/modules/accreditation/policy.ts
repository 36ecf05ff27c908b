import { ACCREDITATION_ROLES, accountOf, hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** What every rule about an accreditation case needs to know of it. */
export interface CaseFacts {
  organisationId: string
  /** The regional chamber that receives in the case's region, if there is one. */
  chamberId: string | null
  /** Who reviews, surveys or decides this case by assignment. */
  assigned: readonly string[]
}

export interface FiledFacts extends CaseFacts {
  channel: 'online' | 'paper'
}

const isApplicant = (actor: Actor, kase: CaseFacts) => hasRole(actor, ['applicant', 'centre-head'], kase.organisationId)
/** Who fills in the application: the applicant, or for one on paper the chamber that enters it. */
const isFiler = (actor: Actor, kase: FiledFacts) => (kase.channel === 'paper' ? isChamber(actor, kase) : isApplicant(actor, kase))
const isAccreditor = (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase)
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
  'accreditation.list-own': (actor: Actor) => hasRole(actor, ['applicant', 'centre-head']),
  'accreditation.list': (actor: Actor) => hasRole(actor, ACCREDITATION_ROLES) || isOversight(actor),
  'accreditation.fill': (actor: Actor, kase: FiledFacts) => isFiler(actor, kase),
  'accreditation.withdraw': (actor: Actor, kase: FiledFacts) => isFiler(actor, kase),
  'accreditation.enter-paper': (actor: Actor, facts: { chamberId: string }) => hasRole(actor, 'chamber-officer', facts.chamberId),
  'accreditation.check': (actor: Actor, kase: CaseFacts) => isChamber(actor, kase),
  'accreditation.assign-experts': (actor: Actor, kase: CaseFacts) => isAccreditor(actor, kase),
  'accreditation.review': (actor: Actor, kase: CaseFacts) => isAssigned(actor, kase),
  'accreditation.finish-expertise': (actor: Actor, kase: CaseFacts) => isAccreditor(actor, kase),
  'accreditation.enter-chamber': (actor: Actor) => actor.kind === 'system',
  'survey.list': (actor: Actor) => hasRole(actor, ['accreditor', 'surveyor']),
  'survey.list-own': (actor: Actor) => hasRole(actor, ['applicant', 'centre-head']),
  'survey.read': (actor: Actor, kase: CaseFacts) =>
    isApplicant(actor, kase) || isChamber(actor, kase) || isAssigned(actor, kase) || (hasRole(actor, ['accreditor', 'accreditation-commission']) && isStranger(actor, kase)) || isOversight(actor),
  'survey.assign': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase),
  'survey.write': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'surveyor') && isAssigned(actor, kase),
  'survey.sign': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'surveyor') && isAssigned(actor, kase),
  'survey.answer': (actor: Actor, kase: CaseFacts) => isApplicant(actor, kase),
  'survey.finish': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase),
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
