import type { Blocker } from '#kernel/denial.ts'
import { findNorm, type NormEdition } from '#kernel/norms.ts'

/** What keeps somebody of the staff from a candidate [D]. */
export const CONFLICT_KINDS = ['same-person', 'own-organisation', 'same-employer', 'declared-kin', 'taught-by', 'marked-before', 'same-address'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

/** What may be declared, by somebody of the staff or by the candidate. */
export const INTEREST_KINDS = ['kin', 'taught', 'employer'] as const
export type InterestKind = (typeof INTEREST_KINDS)[number]

/** Kinds that a norm of their own switches; nobody judges himself, whatever any norm says, and who judges people of the centre's own organisation says `employer.ownCentre`. */
type SwitchedKind = Exclude<ConflictKind, 'same-person' | 'own-organisation'>
export const CONFLICT_NORMS: Readonly<Record<SwitchedKind, string>> = {
  'same-employer': 'conflict.sameEmployer', 'declared-kin': 'conflict.declaredKin', 'taught-by': 'conflict.taughtBy', 'marked-before': 'conflict.markedBefore', 'same-address': 'conflict.sameAddress',
}

/** Where somebody is to sit: at the exam, or in a panel that decides. */
export type ConflictPlace = 'exam' | 'panel'

/** Does this kind keep people out there? In a panel the employer has a norm of its own: `panel.ownEmployerMaySit` [D]. */
export function blocksBy(norms: NormEdition, place: ConflictPlace): (kind: SwitchedKind) => boolean {
  return (kind) => (place === 'panel' && kind === 'same-employer' ? findNorm(norms, 'panel.ownEmployerMaySit')?.value !== true : findNorm(norms, CONFLICT_NORMS[kind])?.value !== false)
}

export interface StaffTies {
  accountId: string
  personId: string
  name: string
  /** Organisations other than the centre at which he holds a role. */
  employers: readonly string[]
  /** Comparable; undefined where it is not known or names no house. */
  address: string | undefined
  /** He marked a practice of this candidate before the attempt under way. */
  markedBefore: boolean
  /** He comes from another centre. */
  guest: boolean
  declared: readonly InterestKind[]
}
export interface CandidateTies {
  personId: string
  /** Who referred him, when somebody did. */
  employer: string | undefined
  /** He belongs to the organisation of the centre, and the norm lets only guests judge him. */
  onlyByGuests: boolean
  addresses: readonly string[]
}

/** What binds this person to the candidate, each kind once; `blocks` says which kinds count. */
export function conflictsOf(staff: StaffTies, candidate: CandidateTies, blocks: (kind: SwitchedKind) => boolean): ConflictKind[] {
  const found: ConflictKind[] = staff.personId === candidate.personId ? ['same-person'] : candidate.onlyByGuests && !staff.guest ? ['own-organisation'] : []
  const say = (kind: SwitchedKind, is: boolean) => { if (is && blocks(kind)) found.push(kind) }
  say('same-employer', (candidate.employer !== undefined && staff.employers.includes(candidate.employer)) || staff.declared.includes('employer'))
  say('declared-kin', staff.declared.includes('kin'))
  say('taught-by', staff.declared.includes('taught'))
  say('marked-before', staff.markedBefore)
  say('same-address', staff.address !== undefined && candidate.addresses.includes(staff.address))
  return found
}

/** In words of a refusal: who, and what kind of tie; nothing else of either is said. */
export function conflictBlocker(kind: ConflictKind, name: string): Blocker {
  return { code: `conflict.${kind}`, data: { name } }
}

export interface DeclarationFacts {
  /** He holds a role at the centre of the case. */
  isStaff: boolean
  standsAlready: boolean
  isOwnCase: boolean
}
export function declarationBlockers(kind: string, facts: DeclarationFacts): Blocker[] {
  const found: Blocker[] = []
  if (!(INTEREST_KINDS as readonly string[]).includes(kind)) found.push({ code: 'interest.kind-missing', data: { field: 'kind' } })
  if (!facts.isStaff) found.push({ code: 'interest.no-staff', data: { field: 'person' } })
  if (facts.isOwnCase) found.push({ code: 'interest.own-case' })
  if (facts.standsAlready) found.push({ code: 'interest.stands-already' })
  return found
}
