import { normText, type NormEdition } from './norms.ts'

/** Of what a decision needs more than half: of the votes given, or of all members; norm `panel.majority` [D]. */
export const MAJORITIES = ['simple', 'absolute'] as const
export type Majority = (typeof MAJORITIES)[number]

/** A share in integers, so that no rounding decides. */
export interface Quorum {
  readonly numerator: number
  readonly denominator: number
}

export function majorityOf(norms: NormEdition): Majority {
  return normText(norms, 'panel.majority') === 'absolute' ? 'absolute' : 'simple'
}

/** The fewest votes with which a decision may be taken: the quorum of the norm, rounded up. */
export function quorumOf(size: number, quorum: Quorum): number {
  return Math.ceil((size * quorum.numerator) / quorum.denominator)
}

export type VoteState<Choice extends string> = { state: 'waiting'; votes: number; needed: number } | { state: 'tie' } | { state: 'decided'; outcome: Choice }

/**
 * What the votes given so far decide: nothing before the quorum, then the majority of the norm; equal votes decide nothing. Where more than half of all
 * members is needed and votes are still out, it waits for them.
 */
export function outcomeOf<Choice extends string>(votes: readonly Choice[], size: number, quorum: Quorum, majority: Majority = 'simple'): VoteState<Choice> {
  const needed = quorumOf(size, quorum)
  if (votes.length < needed || votes.length === 0) return { state: 'waiting', votes: votes.length, needed }
  const of = majority === 'absolute' ? size : votes.length
  const winner = [...new Set(votes)].find((choice) => votes.filter((vote) => vote === choice).length * 2 > of)
  if (winner === undefined && majority === 'absolute' && votes.length < size) return { state: 'waiting', votes: votes.length, needed: size }
  return winner === undefined ? { state: 'tie' } : { state: 'decided', outcome: winner }
}
