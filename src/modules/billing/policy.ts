import { hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CLERKS, isCandidateOf, isClerkOf, policy as casePolicy, type CaseFacts } from '#modules/casework/index.ts'

interface CentreFacts { centreId: string }

const isClerkAt = (actor: Actor, { centreId }: CentreFacts): boolean => hasRole(actor, CLERKS, centreId)
const isPayer = (actor: Actor, { organisationId }: { organisationId: string }): boolean => hasRole(actor, 'voucher-payer-officer', organisationId)

const isEmployer = (actor: Actor, { organisationId }: { organisationId: string }): boolean => hasRole(actor, 'employer-representative', organisationId)

export const policy = definePolicy({
  'invoice.read': casePolicy['case.read'],
  'invoice.pay': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  // Whoever holds the address of an order at the provider may pay it; the provider stands outside.
  'payment.simulate': (_actor: Actor, instance: { demo: boolean }) => instance.demo,
  // The signature of the notice is the authorisation: nobody who cannot sign is listened to.
  'payment.receive-notice': (_actor: Actor, notice: { isSigned: boolean }) => notice.isSigned === true,
  'statement.bring': isClerkAt,
  'unmatched.assign': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'refund.list': isClerkAt,
  'refund.enter': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'refund.prepare': (actor: Actor, facts: CaseFacts) => isClerkOf(actor, facts),
  'refund.send': (actor: Actor, facts: CaseFacts) => isClerkOf(actor, facts),
  'refund.mark-paid': (actor: Actor, facts: CaseFacts) => isClerkOf(actor, facts),
  'paper-letter.list': isClerkAt,
  'paper-letter.hand-over': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'book.read': (actor: Actor, centre: CentreFacts) => isClerkAt(actor, centre) || isOversight(actor),
  'book.read-all': (actor: Actor) => isOversight(actor) || actor.kind === 'system',
  // The employer's invoices: whoever represents it while the role, and with it the powers, are in force.
  'payer.read-invoices': isEmployer,
  'payer.pay-invoices': isEmployer,
  'works.make': (actor: Actor) => actor.kind === 'system',
  'works.list': isClerkAt,
  'works.sign': (actor: Actor, centre: CentreFacts) => hasRole(actor, 'centre-head', centre.centreId),
  'works.present-again': (actor: Actor, centre: CentreFacts) => hasRole(actor, 'centre-head', centre.centreId),
  'works.list-to-pay': (actor: Actor) => hasRole(actor, 'voucher-payer-officer'),
  'works.answer': isPayer,
  'works.mark-paid': isPayer,
  'works.report-payment': (actor: Actor) => actor.kind === 'partner' && actor.scopes.includes('settlements.write'),
})
