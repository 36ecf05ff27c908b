import { hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

interface CentreFacts {
  centreId: string
}
/** Who holds a role at a centre watches over it in no other role. */
const isStranger = (actor: Actor, { centreId }: CentreFacts) => actor.kind === 'person' && !actor.roles.some((held) => held.organisationId === centreId)
const isWatcher = (actor: Actor, facts: CentreFacts) => hasRole(actor, 'accreditor') && isStranger(actor, facts)
const isClerk = (actor: Actor, { centreId }: CentreFacts) => hasRole(actor, ['centre-operator', 'centre-head'], centreId)

export const policy = definePolicy({
  'monitoring.list': (actor: Actor) => hasRole(actor, 'accreditor') || isOversight(actor),
  'monitoring.list-own': (actor: Actor, facts: CentreFacts) => isClerk(actor, facts),
  'monitoring.read': (actor: Actor, facts: CentreFacts) => isWatcher(actor, facts) || isOversight(actor) || isClerk(actor, facts),
  'monitoring.write': isWatcher,
  'signal.compute': (actor: Actor) => actor.kind === 'system',
  'signal.list': (actor: Actor) => hasRole(actor, 'accreditor') || isOversight(actor),
  'signal.judge': isWatcher,
  'monitoring.answer': (actor: Actor, { centreId }: CentreFacts) => hasRole(actor, 'centre-head', centreId),
})
