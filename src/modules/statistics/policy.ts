import { hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CLERKS } from '#modules/casework/index.ts'

export const policy = definePolicy({
  'statistics.read': () => true,
  // Counting shows nothing of anybody: what must be withheld is withheld before it is kept.
  'statistics.count': () => true,
  // From a number to its rows: the ministry, the National body and the auditor.
  // Clerks and head of a centre see what waits at it; the country those who answer for it.
  'statistics.waiting': (actor: Actor, { centreId }: { centreId: string | null }) => isOversight(actor) || (centreId !== null && hasRole(actor, CLERKS, centreId)),
  'statistics.rows': (actor: Actor) => isOversight(actor),
})
