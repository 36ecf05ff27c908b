import type { Day } from '#kernel/day.ts'
import type { ProfessionFacts, Track } from '../../domain/profession.ts'
import { versionChanges, type VersionChange } from '../../versions/domain/version-changes.ts'

export const EDITION_CHANGE_KINDS = ['added', 'moved-to-mandatory', 'moved-to-voluntary', 'changed', 'struck'] as const
export type EditionChangeKind = (typeof EDITION_CHANGE_KINDS)[number]

/** A version with the days between which it is in force; the end is the first day on which it is not. */
export interface DatedVersion extends ProfessionFacts {
  validFrom: Day
  validUntil: Day | null
}

/** One entry of an edition: what it was before, what it is from its day. A struck entry has nothing after. */
export interface EditionChange<V extends DatedVersion = DatedVersion> {
  kind: EditionChangeKind
  code: string
  from: Day
  before: V | undefined
  after: V | undefined
  /** The list of changes of the entry, computed from the two versions. */
  items: VersionChange[]
}

/** What an edition did to one entry. An entry that comes back after it was struck is added anew. */
export function editionChange<V extends DatedVersion>(before: V | undefined, after: V): EditionChange<V> {
  const wasStruck = before !== undefined && before.validUntil !== null && before.validUntil < after.validFrom
  const compared = wasStruck ? undefined : before
  return { kind: kindOf(compared, after), code: after.code, from: after.validFrom, before: compared, after, items: versionChanges(compared, after) }
}

/** An entry that an edition struck off: its last version ends on the day. */
export function struckChange<V extends DatedVersion>(last: V): EditionChange<V> {
  return { kind: 'struck', code: last.code, from: last.validUntil!, before: last, after: undefined, items: [] }
}

const MOVED: Readonly<Record<Track, EditionChangeKind>> = { mandatory: 'moved-to-mandatory', voluntary: 'moved-to-voluntary' }

function kindOf(before: ProfessionFacts | undefined, after: ProfessionFacts): EditionChangeKind {
  if (before === undefined) return 'added'
  return before.track === after.track ? 'changed' : MOVED[after.track]
}

/** How many entries of each kind, in the order of the kinds; kinds that did not happen are left out. */
export function countChanges(changes: readonly { kind: EditionChangeKind }[]): { kind: EditionChangeKind; count: number }[] {
  return EDITION_CHANGE_KINDS.map((kind) => ({ kind, count: changes.filter((each) => each.kind === kind).length })).filter(({ count }) => count > 0)
}
