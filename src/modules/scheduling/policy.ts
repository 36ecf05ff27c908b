import { accountOf, hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CENTRE_ROLES, CLERKS } from '#modules/casework/index.ts'

/** What every rule about a sitting needs to know of it. */
export interface SittingOf {
  centreId: string
}

export const policy = definePolicy({
  'sitting.read': (actor: Actor, facts: SittingOf) => actor.kind === 'system' || hasRole(actor, CENTRE_ROLES, facts.centreId) || isOversight(actor),
  'sitting.create': (actor: Actor, facts: SittingOf) => hasRole(actor, CLERKS, facts.centreId),
  'sitting.cancel': (actor: Actor, facts: SittingOf) => hasRole(actor, CLERKS, facts.centreId),
  'sitting.change-staff': (actor: Actor, facts: SittingOf) => hasRole(actor, CLERKS, facts.centreId),
  'absence.enter': (actor: Actor, facts: SittingOf & { accountId: string }) =>
    hasRole(actor, CLERKS, facts.centreId) || (hasRole(actor, CENTRE_ROLES, facts.centreId) && accountOf(actor) === facts.accountId),
  'staff-hours.set': (actor: Actor, facts: SittingOf) => hasRole(actor, CLERKS, facts.centreId),
})
