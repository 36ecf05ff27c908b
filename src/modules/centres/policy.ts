import { hasRole, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

interface AtCentre {
  centreId: string
}
const isHead = (actor: Actor, facts: AtCentre) => hasRole(actor, 'centre-head', facts.centreId)
const isClerk = (actor: Actor, facts: AtCentre) => hasRole(actor, ['centre-operator', 'centre-head'], facts.centreId)
const isStaff = (actor: Actor, facts: AtCentre) => hasRole(actor, ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head'], facts.centreId)

const isAccreditor = (actor: Actor) => hasRole(actor, 'accreditor')
/** Who belongs to the centre decides nothing about its certificate, whatever role he holds at the accrediting body. */
const isStrangeAccreditor = (actor: Actor, facts: AtCentre) => isAccreditor(actor) && actor.kind === 'person' && !actor.roles.some((held) => held.organisationId === facts.centreId)

export const policy = definePolicy({
  'centre.read': () => true,
  'price-list.publish': isHead,
  'contacts.read': isStaff,
  'contacts.change': isHead,
  'hours.set': isHead,
  'competence.read': isStaff,
  'competence.enter': isClerk,
  // Two people of the centre, one of them its head [D].
  'competence.confirm': (actor: Actor, facts: AtCentre & { enteredAsHead: boolean }) => isHead(actor, facts) || (isClerk(actor, facts) && facts.enteredAsHead),
  'competence.end': isHead,
  'contract-terms.read': isStaff,
  'contract-terms.draft': isClerk,
  'contract-terms.decide': isHead,
  'equipment.read': isStaff,
  'equipment.keep': isClerk,
  'room.open': isClerk,
  'room.close': isClerk,
  'room.change': isClerk,
  'accessibility.set': isClerk,
  'centre.settings': isStaff,
  // By a decision of the accrediting body; the head opens the centre to the public when its registration is complete.
  'centre.accredit': (actor: Actor) => hasRole(actor, 'accreditor'),
  'centre.publish': isHead,
  'centre.enter': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
  'certificate.list': isAccreditor,
  'certificate.read-own': isStaff,
  'certificate.propose': isStrangeAccreditor,
  'certificate.decide': isStrangeAccreditor,
  'certificate.remind': (actor: Actor) => actor.kind === 'system',
})
