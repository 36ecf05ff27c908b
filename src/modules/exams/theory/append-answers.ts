import type { Moment } from '#kernel/day.ts'
import { may } from '#platform/acts/policy.ts'
import { violatedConstraint, type Database } from '#platform/db/database.ts'
import { gather } from '#platform/db/gather.ts'
import { policy } from '../policy.ts'
import { headAfter, isOtherComputer, seatFactsOf, type Call, type LogHead, type SavedAnswers } from './answer-call.ts'
import { isAnswerOfForm } from './domain/answer-order.ts'
import { answerBlockers, msLeft } from './domain/exam-time.ts'
import { appendEvents, type AnsweringRun, type FollowingEvent } from './store/answer-store.ts'

/** A run as it was when it was last under the lock, with the end of its log since. */
export interface KnownRun extends Omit<AnsweringRun, 'lastSeq' | 'lastHash'> {
  graceSeconds: number
  head: LogHead
}

const MOST_KNOWN = 5_000
const known = new Map<string, KnownRun>()

/** Keeps what a transaction has seen, once it is committed; bounded, the oldest goes first. */
export function remember(runs: Iterable<KnownRun>): void {
  for (const run of runs) {
    known.delete(run.id)
    known.set(run.id, run)
  }
  while (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
}

/** Forms never change once they are drawn, so whoever knows a run knows its form. */
export function knownForm(runId: string): AnsweringRun['form'] | undefined {
  return known.get(runId)?.form
}

const MOST_CALLS = 200
const appenders = new WeakMap<Database, (call: Call) => Promise<SavedAnswers | undefined>>()

/**
 * The way of nearly every answer: the next one of a run that is known. One statement checks that the run is still as it is known, and
 * writes; it never refuses. Whatever is doubtful has no answer here and goes the way of the lock, which says why not. One batch at a
 * time: it waits for nobody, and what arrives meanwhile shares the next commit.
 */
export function appendAnswer(call: Call): Promise<SavedAnswers | undefined> {
  const { db } = call.ctx
  let appender = appenders.get(db)
  if (!appender) appenders.set(db, (appender = gather((calls) => appendBatch(db, calls), { most: MOST_CALLS, atOnce: 1 })))
  return appender(call)
}

async function appendBatch(db: Database, calls: readonly Call[]): Promise<(SavedAnswers | undefined)[]> {
  const now = calls[0]!.ctx.clock.now()
  const taken = new Set<string>()
  const events = calls.map((call) => {
    const event = taken.has(call.input.runId) ? undefined : eventOf(call, now)
    taken.add(call.input.runId)
    return event
  })
  // In the order of their runs, so that two processes never wait for each other.
  const sent = events.filter((event) => event !== undefined).sort((a, b) => (a.runId < b.runId ? -1 : 1))
  const written = sent.length > 0 ? await append(db, sent) : NONE
  return events.map((event) => {
    if (!event || !written.has(event.runId)) return undefined
    const run = known.get(event.runId)
    if (run) run.head = { seq: event.seq, hash: event.hash }
    return { lastSeq: event.seq, outcomes: [{ seq: event.seq, outcome: 'saved' }], savedAt: now, endsAt: event.endsAt, leftMs: msLeft(event.endsAt, now), warnings: event.warnings }
  })
}
const NONE: ReadonlySet<string> = new Set()

/** Another process may have just written the same number: then nothing was written, and the lock will tell whose it is. */
async function append(db: Database, events: readonly FollowingEvent[]): Promise<ReadonlySet<string>> {
  try {
    return await appendEvents(db.house, events)
  } catch (error) {
    if (violatedConstraint(error) === 'answer_event_pkey') return NONE
    throw error
  }
}

function eventOf(call: Call, now: Moment): FollowingEvent | undefined {
  const run = known.get(call.input.runId)
  const [change] = call.input.changes
  if (!run || !change || call.input.changes.length > 1 || change.seq !== run.head.seq + 1) return undefined
  if (!may(call.ctx.actor, policy, 'exam.sit', seatFactsOf(call, run)) || isOtherComputer(run, call.input) || answerBlockers(run, now, run.graceSeconds).length > 0 || !isAnswerOfForm(run.form, change)) return undefined
  return {
    runId: run.id, ...change, receivedAt: now, hash: headAfter(run.head, run.id, change).hash,
    previous: run.head.seq === 0 ? null : run.head.hash, accountId: run.caseAccountId, seatCodeHash: run.seatCodeHash, device: call.input.device ?? null, endsAt: run.endsAt!, warnings: run.warnings, signIn: call.signIn,
  }
}
