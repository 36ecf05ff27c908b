import { hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CENTRE_ROLES, isCandidateOf, isStaffOf, type CaseFacts } from '#modules/casework/index.ts'

export const policy = definePolicy({
  'journal.read': (actor: Actor) => hasRole(actor, 'auditor'),
  'journal.verify': (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'auditor'),
  'checkpoint.read': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['auditor', 'national-body']),
  'views.read': (actor: Actor) => hasRole(actor, 'auditor'),
  // The proctor has the pictures of face, document and room before him.
  'view.record': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, [...CENTRE_ROLES, 'proctor']) || isOversight(actor),
  'views.read-own': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
})
