import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'register.read': () => true,
  'calendar.read': () => true,
  'norm.read': () => true,
  'display.change': () => true,
  'register.import': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
})
