import { msBetween, type Moment } from '#kernel/day.ts'

/** What follows when the closed list of the norms finds a violation again: the exam ends [S], or a person looks first within a term [D]. */
export type AutomaticEnd = { kind: 'immediate' } | { kind: 'after-look'; minutes: number }

const AFTER_LOOK = /^after-human-look-within-(\d{1,3})-minutes$/

/** Reads the norm; a value nobody knows is the one of the slides. */
export function automaticEndOf(value: string): AutomaticEnd {
  const minutes = Number(AFTER_LOOK.exec(value)?.[1] ?? 0)
  return minutes > 0 ? { kind: 'after-look', minutes } : { kind: 'immediate' }
}

export interface ViolationFacts {
  /** Violations that count in the stage, with when the candidate has read each. */
  before: readonly { recordedAt: Moment; acknowledgedAt: Moment | null }[]
  endsExamAt: number
  now: Moment
  /** How long after he has read a warning the same cannot be held against him again [D]. */
  quietSeconds: number
  automaticEnd: AutomaticEnd
  /** A repeated one waits for the look of a person already. */
  isPending: boolean
}
export type ViolationStep = 'nothing' | 'warning' | 'ending' | 'look'

/**
 * What an entry of the closed list leads to. A repeated violation is one after a warning that was read: nobody is ended by what went
 * on while he had not seen the warning yet.
 */
export function violationStep(facts: ViolationFacts): ViolationStep {
  if (facts.isPending) return 'nothing'
  const last = facts.before.at(-1)
  if (last && (last.acknowledgedAt === null || msBetween(last.acknowledgedAt, facts.now) < facts.quietSeconds * 1000)) return 'nothing'
  if (facts.before.length + 1 < facts.endsExamAt) return 'warning'
  return facts.automaticEnd.kind === 'immediate' ? 'ending' : 'look'
}
