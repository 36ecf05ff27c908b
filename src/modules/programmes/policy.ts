import { accountOf, hasRole, isOversight, type Actor, type Role } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'

/** What every rule about a programme needs to know of it. */
export interface ProgrammeFacts {
  /** The organisation whose programme it is: a centre, or one that applies to become one. */
  centreId: string
  /** Set while the programme belongs to an application: whose staff writes it. */
  keptBy?: string | null
}
export interface VersionFacts extends ProgrammeFacts {
  authorId: string
}

const STAFF: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head']
export const WRITERS: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'centre-head']
export const APPROVERS: readonly Role[] = ['panel-member', 'centre-head']
const KEY_READERS: readonly Role[] = ['assessor', 'panel-member', 'centre-head']

const isOfApplication = (facts: ProgrammeFacts) => facts.keptBy !== undefined && facts.keptBy !== null
/** Who writes the programme of an application: who acts for the applicant, or the chamber that enters it and has nobody of the applicant's among its people. */
const isFiler = (actor: Actor, { centreId, keptBy }: ProgrammeFacts) =>
  keptBy === centreId ? hasRole(actor, ['applicant', 'centre-head'], centreId) : keptBy != null && hasRole(actor, 'chamber-officer', keptBy) && actor.kind === 'person' && !actor.roles.some((held) => held.organisationId === centreId)
/** A right at a centre is none at a programme that still belongs to an application. */
const holds = (actor: Actor, roles: Role | readonly Role[], facts: ProgrammeFacts) => !isOfApplication(facts) && hasRole(actor, roles, facts.centreId)
const isWriter = (actor: Actor, facts: ProgrammeFacts) => (isOfApplication(facts) ? isFiler(actor, facts) : holds(actor, WRITERS, facts))
const seesKeys = (actor: Actor, facts: VersionFacts) => (isOfApplication(facts) ? isFiler(actor, facts) : holds(actor, KEY_READERS, facts) || (isWriter(actor, facts) && accountOf(actor) === facts.authorId))

export const policy = definePolicy({
  'programme.list': (actor: Actor, facts: ProgrammeFacts) => holds(actor, STAFF, facts) || isOversight(actor),
  'programme.read': (actor: Actor, facts: VersionFacts) => (isOfApplication(facts) ? isFiler(actor, facts) : holds(actor, STAFF, facts) || isOversight(actor)),
  'programme.read-key': seesKeys,
  // The programme of an application is opened through its case, which knows when it may be written.
  'programme.draft': (actor: Actor, facts: ProgrammeFacts) => !isOfApplication(facts) && isWriter(actor, facts),
  'programme.import-file': (actor: Actor, facts: ProgrammeFacts) => isWriter(actor, facts),
  'programme.write': (actor: Actor, facts: VersionFacts) => isWriter(actor, facts) && seesKeys(actor, facts),
  'programme.submit': (actor: Actor, facts: VersionFacts) => !isOfApplication(facts) && isWriter(actor, facts) && seesKeys(actor, facts),
  'programme.return': (actor: Actor, facts: VersionFacts) => holds(actor, APPROVERS, facts),
  'programme.approve': (actor: Actor, facts: VersionFacts) => holds(actor, APPROVERS, facts) && accountOf(actor) !== facts.authorId,
  'programme.report-fault': (actor: Actor, facts: VersionFacts) => !isOfApplication(facts) && seesKeys(actor, facts),
  'programme.decide-fault': (actor: Actor, facts: VersionFacts) => holds(actor, APPROVERS, facts),
  'programme.retire': (actor: Actor, facts: VersionFacts) => holds(actor, 'centre-head', facts) || (isWriter(actor, facts) && accountOf(actor) === facts.authorId),
})
