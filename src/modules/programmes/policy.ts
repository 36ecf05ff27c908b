import { accountOf, hasRole, isOversight, type Actor, type Role } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** What every rule about a programme needs to know of it. */
export interface ProgrammeFacts {
  centreId: string
}
export interface VersionFacts extends ProgrammeFacts {
  authorId: string
}

const STAFF: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head']
export const WRITERS: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'centre-head']
export const APPROVERS: readonly Role[] = ['panel-member', 'centre-head']
const KEY_READERS: readonly Role[] = ['assessor', 'panel-member', 'centre-head']

const isWriter = (actor: Actor, facts: ProgrammeFacts) => hasRole(actor, WRITERS, facts.centreId)
const seesKeys = (actor: Actor, facts: VersionFacts) => hasRole(actor, KEY_READERS, facts.centreId) || (isWriter(actor, facts) && accountOf(actor) === facts.authorId)

export const policy = definePolicy({
  'programme.list': (actor: Actor, facts: ProgrammeFacts) => hasRole(actor, STAFF, facts.centreId) || isOversight(actor),
  'programme.read': (actor: Actor, facts: VersionFacts) => hasRole(actor, STAFF, facts.centreId) || isOversight(actor),
  'programme.read-key': seesKeys,
  'programme.draft': isWriter,
  'programme.import-file': (actor: Actor, facts: ProgrammeFacts) => isWriter(actor, facts),
  'programme.write': (actor: Actor, facts: VersionFacts) => isWriter(actor, facts) && seesKeys(actor, facts),
  'programme.submit': (actor: Actor, facts: VersionFacts) => isWriter(actor, facts) && seesKeys(actor, facts),
  'programme.return': (actor: Actor, facts: VersionFacts) => hasRole(actor, APPROVERS, facts.centreId),
  'programme.approve': (actor: Actor, facts: VersionFacts) => hasRole(actor, APPROVERS, facts.centreId) && accountOf(actor) !== facts.authorId,
  'programme.report-fault': seesKeys,
  'programme.decide-fault': (actor: Actor, facts: VersionFacts) => hasRole(actor, APPROVERS, facts.centreId),
  'programme.retire': (actor: Actor, facts: VersionFacts) => hasRole(actor, 'centre-head', facts.centreId) || (isWriter(actor, facts) && accountOf(actor) === facts.authorId),
})
