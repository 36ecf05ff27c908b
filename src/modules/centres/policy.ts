import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'centre.read': () => true,
  'centre.enter': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
})
