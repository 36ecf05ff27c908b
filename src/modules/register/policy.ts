import { hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** What every rule about a proposal to the register asks of it. */
export interface ProposalOwner {
  /** The organisation of the sector body. */
  organisationId: string
  draft: boolean
}
const isOfficer = (actor: Actor, facts: { organisationId: string }) => hasRole(actor, 'sector-officer', facts.organisationId)

export const policy = definePolicy({
  'register.read': () => true,
  'calendar.read': () => true,
  'norm.read': () => true,
  'display.change': () => true,
  'proposal.open': isOfficer,
  'proposal.list-own': (actor: Actor) => hasRole(actor, 'sector-officer'),
  'proposal.list': (actor: Actor) => isOversight(actor),
  'proposal.read': (actor: Actor, facts: ProposalOwner) => isOfficer(actor, facts) || (!facts.draft && isOversight(actor)),
  'proposal.fill': isOfficer,
  'proposal.file': isOfficer,
  'proposal.answer-council': isOfficer,
  'proposal.withdraw': isOfficer,
  'proposal.recommend': (actor: Actor, facts: ProposalOwner) => !facts.draft && hasRole(actor, ['ministry', 'national-body']),
  'proposal.prepare': (actor: Actor, facts: ProposalOwner) => !facts.draft && hasRole(actor, 'ministry'),
  'proposal.recount': (actor: Actor) => actor.kind === 'system',
  'edition.publish': (actor: Actor) => hasRole(actor, 'ministry'),
  'register.import': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['ministry', 'national-body']),
})
