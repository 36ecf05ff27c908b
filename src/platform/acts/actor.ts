import type { Uuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'

export const ROLES = [
  'centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head',
  'accreditor', 'ministry', 'national-body', 'auditor', 'administrator',
  'applicant', 'chamber-officer', 'accreditation-expert', 'surveyor', 'accreditation-commission', 'sector-officer',
  'employer-representative', 'career-centre-specialist', 'voucher-payer-officer', 'proctor',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that see cases of every centre: reading only, never the centre's acts. */
export const OVERSIGHT_ROLES: readonly Role[] = ['ministry', 'national-body', 'auditor']

/** The people of the accrediting body: each does one part of an accreditation, and nobody the part of another by this role alone. */
export const ACCREDITATION_ROLES: readonly Role[] = ['accreditor', 'chamber-officer', 'accreditation-expert', 'surveyor', 'accreditation-commission']

export interface RoleHeld {
  role: Role
  organisationId: Uuid
}

export interface PersonActor {
  kind: 'person'
  accountId: Uuid
  personId: Uuid
  name: string
  email: string
  lang: Language
  verified: boolean
  roles: readonly RoleHeld[]
}
export interface PartnerActor {
  kind: 'partner'
  keyId: Uuid
  organisationId: Uuid
  scopes: readonly string[]
  mayAssertIdentity: boolean
}
/** Who acts. `system` is the sweep and the command line; `anonymous` anybody. */
export type Actor = PersonActor | PartnerActor | { kind: 'anonymous' } | { kind: 'system' }

export const ANONYMOUS: Actor = { kind: 'anonymous' }
export const SYSTEM: Actor = { kind: 'system' }

/** Holds the role today, at this organisation when one is named, else anywhere. */
export function hasRole(actor: Actor, role: Role | readonly Role[], organisationId?: string): boolean {
  if (actor.kind !== 'person') return false
  const wanted = typeof role === 'string' ? [role] : role
  return actor.roles.some((held) => wanted.includes(held.role) && (organisationId === undefined || held.organisationId === organisationId))
}

/** The same person with the centre or body he works at now before his others; rights are not touched. */
export function atCentre(actor: Actor, organisationId: string | undefined): Actor {
  if (actor.kind !== 'person' || !actor.roles.some((held) => held.organisationId === organisationId)) return actor
  const there = (held: RoleHeld) => held.organisationId === organisationId
  return { ...actor, roles: [...actor.roles.filter(there), ...actor.roles.filter((held) => !there(held))] }
}

/** The centres at which the actor holds any of the centre's roles. */
export function centresOf(actor: Actor): Uuid[] {
  if (actor.kind !== 'person') return []
  const own: readonly Role[] = ['centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head', 'proctor']
  return [...new Set(actor.roles.filter((held) => own.includes(held.role)).map((held) => held.organisationId))]
}

/** The organisations at which the actor holds this role. */
export function organisationsWhere(actor: Actor, role: Role): Uuid[] {
  return actor.kind === 'person' ? [...new Set(actor.roles.filter((held) => held.role === role).map((held) => held.organisationId))] : []
}

export function isOversight(actor: Actor): boolean {
  return hasRole(actor, OVERSIGHT_ROLES)
}

/** The account of the actor, or undefined when nobody is signed in. */
export function accountOf(actor: Actor): Uuid | undefined {
  return actor.kind === 'person' ? actor.accountId : undefined
}
