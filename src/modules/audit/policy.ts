import { hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { isCandidateOf, isStaffOf, type CaseFacts } from '#modules/casework/index.ts'

export const policy = definePolicy({
  'journal.read': (actor: Actor) => hasRole(actor, 'auditor'),
  'journal.verify': (actor: Actor) => actor.kind === 'system' || hasRole(actor, 'auditor'),
  'checkpoint.read': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['auditor', 'national-body']),
  'views.read': (actor: Actor) => hasRole(actor, 'auditor'),
  'view.record': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase) || isOversight(actor),
  'views.read-own': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
})
