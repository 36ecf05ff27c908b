import { accountOf, hasRole, isOversight, type Actor, type Role } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import type { CaseKind } from './store/case-store.ts'

/** What every rule about a case needs to know of it. */
export interface CaseFacts {
  centreId: string
  accountId: string | null
  /** What kind of case, where a rule depends on it. */
  kind?: CaseKind
}

export const CENTRE_ROLES: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head']
export const CLERKS: readonly Role[] = ['centre-operator', 'centre-head']

export function isCandidateOf(actor: Actor, kase: CaseFacts): boolean {
  const account = accountOf(actor)
  return account !== undefined && account === kase.accountId
}
export function isStaffOf(actor: Actor, kase: CaseFacts, roles: readonly Role[] = CENTRE_ROLES): boolean {
  return hasRole(actor, roles, kase.centreId)
}
/** A clerk of the case's centre who is not its candidate: nobody checks, contracts or pays in a case of his own. */
export function isClerkOf(actor: Actor, kase: CaseFacts): boolean {
  return isStaffOf(actor, kase, CLERKS) && !isCandidateOf(actor, kase)
}

/** The chamber reads complaints whole, with their papers, and nothing else of a centre's cases. */
function isChamberAt(actor: Actor, kase: CaseFacts): boolean {
  return kase.kind === 'complaint' && hasRole(actor, 'accreditor')
}

export const policy = definePolicy({
  'case.read': (actor: Actor, kase: CaseFacts) => actor.kind === 'system' || isCandidateOf(actor, kase) || isStaffOf(actor, kase) || isOversight(actor) || isChamberAt(actor, kase),
  // A centre answers for the papers it made, also after the case went to another.
  'case.read-archive': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CLERKS, centre.centreId),
  'case.read-own': (actor: Actor) => actor.kind === 'person',
  'case.assign': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase),
  'inbox.read': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CENTRE_ROLES, centre.centreId),
  'norms.try': (actor: Actor) => hasRole(actor, ['ministry', 'national-body', 'auditor']),
  'case.clear': (actor: Actor) => actor.kind === 'system',
  'deadline.recount': (actor: Actor) => actor.kind === 'system',
  'deadline.lapse': (actor: Actor) => actor.kind === 'system',
  'journal.verify': (actor: Actor) => actor.kind === 'system' || hasRole(actor, ['auditor', 'national-body']),
})
