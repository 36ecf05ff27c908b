import type { Day } from '#kernel/day.ts'
import type { BasisFor, BasisKind } from './standard.ts'

/** An approved version of a standard or of requirements, as far as programmes are concerned. */
export interface BasisInTime {
  versionId: string
  code: string
  kind: BasisKind
  validFrom: Day
  validUntil: Day | null
  professions: readonly BasisFor[]
}
/** A programme in use: by which qualification, and on which day it was approved. */
export interface ProgrammeInUse extends BasisFor {
  approvedOn: Day
}

export const REDO_REASONS = ['appeared', 'replaced', 'changed', 'lost'] as const
/**
 * Why a programme is to be redone: a basis appeared where none was known, a standard took the place of requirements,
 * a new version changed it, or the new version no longer names the profession.
 */
export type RedoReason = (typeof REDO_REASONS)[number]

export interface Redo<B extends BasisInTime = BasisInTime> {
  reason: RedoReason
  /** The day on which the reason comes into force. */
  on: Day
  before: B | undefined
  after: B
}

/** The basis of a qualification on a day: a standard, and requirements only where there is no standard [L]. */
export function basisOn<B extends BasisInTime>(bases: readonly B[], of: BasisFor, on: Day): B | undefined {
  const inForce = bases.filter((basis) => basis.validFrom <= on && (basis.validUntil === null || basis.validUntil > on) && names(basis, of))
  return newest(inForce.filter((basis) => basis.kind === 'standard')) ?? newest(inForce)
}

/**
 * Whether a programme has to be redone, and since or from when. The programme is held against the basis that was in force on the day of its approval;
 * a version approved but not yet in force counts too, so that the centre has time.
 */
export function redoOf<B extends BasisInTime>(programme: ProgrammeInUse, bases: readonly B[]): Redo<B> | undefined {
  const before = basisOn(bases, programme, programme.approvedOn)
  const later = bases.filter((basis) => basis.validFrom > programme.approvedOn)
  const standard = newest(later.filter((basis) => basis.kind === 'standard' && names(basis, programme)))
  if (standard) return { reason: before === undefined ? 'appeared' : before.kind === 'requirements' ? 'replaced' : 'changed', on: standard.validFrom, before, after: standard }
  const successor = before && newest(later.filter((basis) => basis.code === before.code))
  if (before && successor && !names(successor, programme)) return { reason: 'lost', on: successor.validFrom, before, after: successor }
  if (before?.kind === 'standard') return undefined
  const requirements = newest(later.filter((basis) => basis.kind === 'requirements' && names(basis, programme)))
  return requirements && { reason: before === undefined ? 'appeared' : 'changed', on: requirements.validFrom, before, after: requirements }
}

/** Requirements that a standard takes the place of: for which professions, and from which day. */
export function replacements<B extends BasisInTime>(requirements: BasisInTime, standards: readonly B[]): { of: BasisFor; standard: B; on: Day }[] {
  return requirements.professions.flatMap((of) => {
    const first = standards.filter((each) => each.kind === 'standard' && names(each, of)).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0]
    return first ? [{ of, standard: first, on: first.validFrom }] : []
  })
}

export function names(basis: BasisInTime, { professionCode, level }: BasisFor): boolean {
  return basis.professions.some((each) => each.professionCode === professionCode && each.level === level)
}
function newest<B extends BasisInTime>(bases: readonly B[]): B | undefined {
  return bases.toSorted((a, b) => (a.validFrom === b.validFrom ? 0 : a.validFrom < b.validFrom ? 1 : -1))[0]
}
