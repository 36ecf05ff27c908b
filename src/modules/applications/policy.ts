import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CLERKS, isCandidateOf, isClerkOf, policy as casePolicy, type CaseFacts } from '#modules/casework/index.ts'

export const policy = definePolicy({
  'application.see-terms': () => true,
  'application.prepare': (actor: Actor) => actor.kind === 'person',
  'draft.forget': (actor: Actor) => actor.kind === 'system',
  'application.forget': (actor: Actor) => actor.kind === 'system',
  'ban.try': (actor: Actor) => hasRole(actor, ['ministry', 'national-body', 'auditor']),
  'application.submit': (actor: Actor) => actor.kind === 'person',
  'application.read': casePolicy['case.read'],
  'application.withdraw': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  // Whoever has an account acts there himself; who came on paper goes on by paper, through a clerk.
  'application.withdraw-on-paper': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
  'application.open-form': () => true,
  'application.register-paper': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CLERKS, centre.centreId),
  'application.return': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CLERKS, centre.centreId) || actor.kind === 'partner',
  'application.hand-in': (actor: Actor) => actor.kind === 'partner' && actor.scopes.includes('applications.write'),
  // The candidate speaks through the partner by whom he applied; what another brought does not exist for it.
  'application.withdraw-for-partner': (actor: Actor, handedIn: { organisationId: string }) => actor.kind === 'partner' && actor.scopes.includes('applications.write') && actor.organisationId === handedIn.organisationId,
  'identity.confirm': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'access.ask': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'access.decide': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'access.lapse': (actor: Actor) => actor.kind === 'system',
  'application.check': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'own-people.note': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'contract.send': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'contract.refuse': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'contract.accept': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'contract.accept-on-paper': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'contract.read-as-payer': (actor: Actor, employer: { organisationId: string }) => hasRole(actor, 'employer-representative', employer.organisationId),
  'contract.close': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'voucher-lapse.answer': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'voucher-lapse.sweep': (actor: Actor) => actor.kind === 'system',
  'accommodation.answer': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'payment.record': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'payment.reverse': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'settlement.list': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CLERKS, centre.centreId),
  'settlement.settle': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CLERKS, centre.centreId),
  'retake.request': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'retake.request-on-paper': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
})
