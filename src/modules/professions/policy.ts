import { accountOf, hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'profession.read': () => true,
  'interest.leave': (actor: Actor) => accountOf(actor) !== undefined,
  'register.enter': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
  'sector-body.link': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['administrator', 'ministry', 'national-body']),
})
