import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { isCandidateOf, isClerkOf, type CaseFacts } from '#modules/casework/index.ts'

export const policy = definePolicy({
  'continuation.list': (actor: Actor) => hasRole(actor, ['ministry', 'national-body']),
  'continuation.decide': (actor: Actor) => hasRole(actor, 'ministry'),
  'retake.elsewhere': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  // Whoever has an account asks there himself.
  'retake.elsewhere-on-paper': (actor: Actor, kase: CaseFacts) => kase.accountId === null && isClerkOf(actor, kase),
  'sweep.hold': (actor: Actor) => actor.kind === 'system',
})
