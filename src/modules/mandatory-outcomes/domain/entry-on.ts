import type { Day } from '#kernel/day.ts'

/** One version of an entry of the register of professions, as far as an outcome is measured by it. */
export interface EntryVersion {
  id: string
  track: 'voluntary' | 'mandatory'
  bodyCode: string | null
  validFrom: Day
  /** The day from which the next version holds. */
  validUntil: Day | null
}

/**
 * The version by which an outcome of that day is measured: the one in force. What was issued before the register began is measured by its first
 * edition [I]: bodies recognised long before there was a register. Of two versions that begin on one day the later stands.
 */
export function entryOn<V extends EntryVersion>(versions: readonly V[], on: Day): V | undefined {
  return versions.findLast((each) => each.validFrom <= on && (each.validUntil === null || on < each.validUntil)) ?? (versions[0] && on < versions[0].validFrom ? versions[0] : undefined)
}
