import { isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

export const policy = definePolicy({
  'statistics.read': () => true,
  // Counting shows nothing of anybody: what must be withheld is withheld before it is kept.
  'statistics.count': () => true,
  // From a number to its rows: the ministry, the National body and the auditor.
  'statistics.rows': (actor: Actor) => isOversight(actor),
})
