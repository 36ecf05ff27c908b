import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'retention.sweep': (actor: Actor) => actor.kind === 'system',
  'retention.read': (actor: Actor) => hasRole(actor, ['auditor', 'ministry', 'national-body']),
  'retention.try': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['auditor', 'ministry', 'national-body']),
})
