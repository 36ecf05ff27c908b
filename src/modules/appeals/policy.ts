import { accountOf, hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CENTRE_ROLES, CLERKS, isCandidateOf, isClerkOf, policy as casePolicy, type CaseFacts } from '#modules/casework/index.ts'

interface PanelFacts extends CaseFacts {
  members: readonly string[]
}
const sitsOn = (actor: Actor, facts: PanelFacts): boolean => facts.members.includes(accountOf(actor) ?? '')

export const policy = definePolicy({
  'appeal.read': casePolicy['case.read'],
  'appeal.list': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CENTRE_ROLES, centre.centreId),
  'appeal.list-own': (actor: Actor) => hasRole(actor, CENTRE_ROLES),
  'appeal.lodge': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  // Whoever has an account appeals there himself.
  'appeal.enter-paper': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
  // Whoever has an account reads the decision there.
  'appeal.deliver': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
  'appeal.withdraw': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'appeal.call-panel': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'appeal.change-panel': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'appeal.vote': (actor: Actor, kase: PanelFacts) => sitsOn(actor, kase),
  'appeal.decide': (actor: Actor, kase: PanelFacts) => sitsOn(actor, kase),
  'complaint.lodge': (actor: Actor, facts: { parent: CaseFacts | undefined }) => actor.kind === 'person' && (!facts.parent || isCandidateOf(actor, facts.parent)),
  // Whoever has an account complains there himself.
  'complaint.enter-paper': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
  'complaint.enter-strangers': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CLERKS, centre.centreId),
  'complaint.read': casePolicy['case.read'],
  'complaint.list': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CENTRE_ROLES, centre.centreId),
  'complaint.list-all': (actor: Actor) => hasRole(actor, ['accreditor', 'ministry', 'national-body', 'auditor']),
  'complaint.answer': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  // Whoever has an account reads the answer there.
  'complaint.deliver': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
  'complaint.rate': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'sweep.close': (actor: Actor) => actor.kind === 'system',
  'sweep.lapse': (actor: Actor) => actor.kind === 'system',
})
