import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'continuation.list': (actor: Actor) => hasRole(actor, ['ministry', 'national-body']),
  'continuation.decide': (actor: Actor) => hasRole(actor, 'ministry'),
  'sweep.hold': (actor: Actor) => actor.kind === 'system',
})
