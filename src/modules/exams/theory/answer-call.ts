import { hash } from 'node:crypto'
import type { Moment } from '#kernel/day.ts'
import { normNumberOr, type NormEdition } from '#kernel/norms.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { SeatFacts } from '../policy.ts'
import type { AnswerChange, AnswerOutcome } from './domain/answer-order.ts'
import { holdsSeat } from './seat.ts'
import type { AnsweringRun } from './store/answer-store.ts'

export interface SaveAnswers {
  runId: string
  seatToken?: string | undefined
  /** The name that the browser of an exam on line gave itself for its watch. */
  device?: string | undefined
  /** `seq` 0 asks for the next number: a page without script does not count by itself. */
  changes: readonly AnswerChange[]
}
export interface SavedAnswers {
  /** The last number of the log: what the candidate's browser goes on from. */
  lastSeq: number
  outcomes: { seq: number; outcome: AnswerOutcome }[]
  savedAt: Moment
  endsAt: Moment
  leftMs: number
  /** Warnings that the candidate has not yet acknowledged. */
  warnings: number
}
/** A computer must be silent as long before another takes its place; 45 seconds where the edition of the norms does not say [D]: the watch reports every 15. */
export function deviceSilentSecondsOf(norms: NormEdition): number {
  return normNumberOr(norms, 'proctoring.deviceSilentSeconds', 45)
}

/** One request of a browser, waiting for the batch it goes with. */
export interface Call {
  ctx: Ctx
  input: SaveAnswers
  /** When the actor is only believed: what the statement must confirm. */
  signIn?: BelievedSignIn
}

/** The end of a run's log: the last number and the hash over all of it. */
export interface LogHead {
  seq: number
  hash: Uint8Array
}
export const EMPTY_LOG: LogHead = { seq: 0, hash: new Uint8Array(32) }

/** What the policy must know of whoever sends an answer. */
export function seatFactsOf({ ctx, input }: Call, run: Pick<AnsweringRun, 'centreId' | 'caseAccountId' | 'seatCodeHash'>): SeatFacts {
  return { centreId: run.centreId, accountId: run.caseAccountId, holdsSeat: holdsSeat(ctx, run.seatCodeHash, input.seatToken) }
}

/** Whether a theory on line is written at another computer than the one that sends. */
export function isOtherComputer(run: Pick<AnsweringRun, 'device'>, input: SaveAnswers): boolean {
  return run.device !== null && run.device !== input.device
}

/** The head after this change: each event holds the hash of the one before. */
export function headAfter(head: LogHead, runId: string, { seq, itemNo, chosen }: AnswerChange): LogHead {
  return { seq, hash: hash('sha256', Buffer.concat([head.hash, Buffer.from(JSON.stringify([runId, seq, itemNo, chosen]))]), 'buffer') }
}
