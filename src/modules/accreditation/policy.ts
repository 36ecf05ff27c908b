import { ACCREDITATION_ROLES, accountOf, hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** What every rule about an accreditation case needs to know of it. */
export interface CaseFacts {
  organisationId: string
  channel: 'online' | 'paper'
  /** The regional chamber that receives in the case's region, if there is one. */
  chamberId: string | null
  /** Who does which part of the case by assignment; nobody has the right of another part by his own. */
  experts: readonly string[]
  surveyors: readonly string[]
  commission: readonly string[]
  chair: string | null
}

const isApplicant = (actor: Actor, kase: { organisationId: string }) => hasRole(actor, ['applicant', 'centre-head'], kase.organisationId)
/** Who fills in the application: the applicant, or for one on paper the chamber that enters it. */
const isFiler = (actor: Actor, kase: CaseFacts) => (kase.channel === 'paper' ? isChamber(actor, kase) : isApplicant(actor, kase))
/** Who belongs to the applicant does none of the accrediting body's acts in its case, whatever role he holds there. */
const isStranger = (actor: Actor, kase: CaseFacts) => actor.kind === 'person' && !actor.roles.some((held) => held.organisationId === kase.organisationId)
const isAccreditor = (actor: Actor, kase: CaseFacts) => hasRole(actor, 'accreditor') && isStranger(actor, kase)
const isChamber = (actor: Actor, kase: CaseFacts) => kase.chamberId !== null && hasRole(actor, 'chamber-officer', kase.chamberId) && isStranger(actor, kase)
const isAmong = (actor: Actor, kase: CaseFacts, accounts: readonly (string | null)[]) => accounts.includes(accountOf(actor) ?? '') && isStranger(actor, kase)
const isExpert = (actor: Actor, kase: CaseFacts) => isAmong(actor, kase, kase.experts) && hasRole(actor, 'accreditation-expert')
const isSurveyor = (actor: Actor, kase: CaseFacts) => isAmong(actor, kase, kase.surveyors) && hasRole(actor, 'surveyor')
const isCommissioner = (actor: Actor, kase: CaseFacts) => isAmong(actor, kase, kase.commission) && hasRole(actor, 'accreditation-commission')
/** A role of the body opens no case by itself: experts, surveyors and members of the commission read what they are assigned to. */
const reads = (actor: Actor, kase: CaseFacts) =>
  actor.kind === 'system' || isApplicant(actor, kase) || isChamber(actor, kase) || isAmong(actor, kase, [...kase.experts, ...kase.surveyors, ...kase.commission])
  || isAccreditor(actor, kase) || isOversight(actor)

export const policy = definePolicy({
  'accreditation.read': reads,
  // Stage clocks without names are for everybody.
  'public-clocks.read': () => true,
  'accreditation.apply': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['applicant', 'centre-head'], facts.organisationId),
  'accreditation.list-own': (actor: Actor) => hasRole(actor, ['applicant', 'centre-head']),
  'accreditation.list': (actor: Actor) => hasRole(actor, ACCREDITATION_ROLES) || isOversight(actor),
  'accreditation.fill': isFiler,
  'accreditation.withdraw': isFiler,
  'accreditation.enter-paper': (actor: Actor, facts: { chamberId: string }) => hasRole(actor, 'chamber-officer', facts.chamberId),
  'accreditation.check': isChamber,
  // To whoever applied on paper and has no account.
  'accreditation.hand-over': (actor: Actor, kase: CaseFacts) => kase.channel === 'paper' && (isChamber(actor, kase) || isAccreditor(actor, kase)),
  'accreditation.assign-experts': isAccreditor,
  'accreditation.review': isExpert,
  // Nobody sees more questions of a coming exam than his part in the case asks for; nobody here sees a key.
  'accreditation.read-questions': isExpert,
  'accreditation.finish-expertise': isAccreditor,
  'accreditation.enter-chamber': (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'administrator'),
  'survey.list': (actor: Actor) => hasRole(actor, ['accreditor', 'surveyor']),
  'survey.list-own': (actor: Actor) => hasRole(actor, ['applicant', 'centre-head']),
  'survey.read': reads,
  'survey.assign': isAccreditor,
  'survey.write': isSurveyor,
  'survey.sign': isSurveyor,
  'survey.answer': isApplicant,
  // An applicant on paper has no account: whoever brings its signed act enters it, and another takes the act in.
  'survey.enter-signed-act': (actor: Actor, kase: CaseFacts) => kase.channel === 'paper' && (isSurveyor(actor, kase) || isChamber(actor, kase) || isAccreditor(actor, kase)),
  'survey.finish': isAccreditor,
  'accreditation.try-norm': (actor: Actor) => isOversight(actor),
  'accreditation.list-agreements': (actor: Actor) => isOversight(actor),
  'accreditation.answer-agreement': (actor: Actor, kase: CaseFacts) => hasRole(actor, 'ministry') && isStranger(actor, kase),
  'accreditation.lapse-agreement': (actor: Actor) => actor.kind === 'system',
  'accreditation.list-decisions': (actor: Actor) => hasRole(actor, ['accreditor', 'accreditation-commission']),
  'accreditation.call-commission': isAccreditor,
  'accreditation.vote': isCommissioner,
  'accreditation.decide': (actor: Actor, kase: CaseFacts) => isCommissioner(actor, kase) && accountOf(actor) === kase.chair,
  'accreditation.issue-certificate': isAccreditor,
  'reissue.request': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['applicant', 'centre-head'], facts.organisationId),
  'reissue.list': (actor: Actor) => hasRole(actor, 'accreditor'),
  'reissue.read': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['applicant', 'centre-head'], facts.organisationId) || hasRole(actor, 'accreditor'),
  'reissue.decide': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, 'accreditor') && actor.kind === 'person' && !actor.roles.some((held) => held.organisationId === facts.organisationId),
  'accreditation.send-contract': isAccreditor,
  'accreditation.accept-contract': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, 'centre-head', facts.organisationId),
  'potential-centre.list': (actor: Actor) => hasRole(actor, 'accreditor') || isOversight(actor),
  'potential-centre.write': (actor: Actor) => hasRole(actor, ['accreditor', 'ministry']),
  'accreditation.register-centre': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, 'centre-head', facts.organisationId),
})
