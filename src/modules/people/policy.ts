import { accountOf, hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'account.open': () => true,
  'account.sign-in': () => true,
  'account.reset-password': () => true,
  // The link stands for the mailbox, and may be opened where nobody is signed in.
  'account.confirm-email': () => true,
  'account.read-own': (actor: Actor) => actor.kind === 'person',
  'account.change-own': (actor: Actor, facts: { accountId: string }) => accountOf(actor) === facts.accountId,
  'account.sign-out': (actor: Actor) => actor.kind === 'person',
  'demo.sign-in': (_actor: Actor, facts: { demo: boolean }) => facts.demo,
  'demo.move-clock': (actor: Actor, facts: { demo: boolean }) => facts.demo && actor.kind !== 'partner',
  'demo.read-mailbox': (_actor: Actor, facts: { demo: boolean }) => facts.demo,
  'person.enter': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['centre-operator', 'centre-head']),
  'person.assert': (actor: Actor) => actor.kind === 'partner' && actor.mayAssertIdentity,
  'account.administer': (actor: Actor) => hasRole(actor, 'administrator'),
  'role.read-all': (actor: Actor) => hasRole(actor, ['administrator', 'auditor']),
  'role.read': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['administrator', 'auditor']) || hasRole(actor, 'centre-head', facts.organisationId),
  'role.grant': (actor: Actor, facts: { organisationId: string; accountId: string; role: string }) =>
    actor.kind === 'system' ||
    (accountOf(actor) !== facts.accountId &&
      (hasRole(actor, 'administrator') || (hasRole(actor, 'centre-head', facts.organisationId) && facts.role !== 'centre-head' && CENTRE_GRANTS.includes(facts.role)))),
  'role.revoke': (actor: Actor, facts: { organisationId: string; accountId: string }) =>
    actor.kind === 'system' || (accountOf(actor) !== facts.accountId && (hasRole(actor, 'administrator') || hasRole(actor, 'centre-head', facts.organisationId))),
  // The head of a new centre is named by the act that issues its certificate, never by himself.
  'role.make-head': (actor: Actor, facts: { accountId: string }) => hasRole(actor, 'accreditor') && accountOf(actor) !== facts.accountId,
  // Whoever represents an employer is named by the act that confirms its desk.
  'role.make-representative': (actor: Actor, facts: { accountId: string }) => hasRole(actor, 'administrator') && accountOf(actor) !== facts.accountId,
  'api-key.manage': (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'administrator'),
  'organisation.enter-applicant': (actor: Actor) => hasRole(actor, 'chamber-officer'),
  // By a certificate written anew, in the act of the accreditor.
  'organisation.rename': (actor: Actor) => hasRole(actor, 'accreditor'),
  'organisation.create': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['administrator', 'ministry', 'national-body']),
  'person.forget': (actor: Actor) => actor.kind === 'system',
  'letter.forget': (actor: Actor) => actor.kind === 'system',
  'sign-in.forget': (actor: Actor) => actor.kind === 'system',
  // Only of what somebody does for himself: what a clerk enters says nothing of the person's device.
  'device.note': (actor: Actor, facts: { act: string; personId: string }) => facts.act === 'account' || (actor.kind === 'person' && actor.personId === facts.personId),
  'device.forget': (actor: Actor) => actor.kind === 'system',
  'computer.mark': (actor: Actor, facts: { organisationId: string }) => hasRole(actor, ['centre-operator', 'centre-head', 'career-centre-specialist'], facts.organisationId),
  'letter.read-own': (actor: Actor) => actor.kind === 'person',
  'administrator.create-first': (actor: Actor) => actor.kind === 'system',
})

const CENTRE_GRANTS = ['centre-operator', 'assessor', 'panel-member', 'invigilator']
