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

export const policy = definePolicy({
  'accreditation.read': (actor: Actor, kase: CaseFacts) =>
    actor.kind === 'system' || isApplicant(actor, kase) || isChamber(actor, kase) || isAssigned(actor, kase) || hasRole(actor, ['accreditor', 'accreditation-commission']) || isOversight(actor),
  'accreditation.apply': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['applicant', 'centre-head'], facts.organisationId),
  'survey.list': (actor: Actor) => hasRole(actor, ['accreditor', 'surveyor']),
  'survey.list-own': (actor: Actor) => hasRole(actor, ['applicant', 'centre-head']),
  'survey.read': (actor: Actor, kase: CaseFacts) =>
    isApplicant(actor, kase) || isChamber(actor, kase) || isAssigned(actor, kase) || (hasRole(actor, ['accreditor', 'accreditation-commission']) && isStranger(actor, kase)) || isOversight(actor),
  'survey.assign': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase),
  'survey.write': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'surveyor') && isAssigned(actor, kase),
  'survey.sign': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'surveyor') && isAssigned(actor, kase),
  'survey.answer': (actor: Actor, kase: CaseFacts) => isApplicant(actor, kase),
  'survey.finish': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase),
})
