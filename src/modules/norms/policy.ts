import { accountOf, hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'norms.supplement': (actor: Actor) => actor.kind === 'system',
  'norms.read': (actor: Actor) => hasRole(actor, ['ministry', 'national-body', 'auditor']),
  'norms.propose': (actor: Actor) => hasRole(actor, ['ministry', 'national-body']),
  'norms.decide': (actor: Actor, proposal: { proposedBy: string }) => hasRole(actor, ['ministry', 'national-body']) && accountOf(actor) !== proposal.proposedBy,
})
