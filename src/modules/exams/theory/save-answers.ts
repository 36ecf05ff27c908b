import { createHash } from 'node:crypto'
import { Denial } from '#kernel/denial.ts'
import { msLeft, answerBlockers } from './domain/exam-time.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import type { Database, Sql } from '#platform/db/database.ts'
import { gather } from '#platform/db/gather.ts'
import { policy } from '../policy.ts'
import { isAnswerOfForm, placeChange, type AnswerChange, type AnswerOutcome } from './domain/answer-order.ts'
import { holdsSeat } from './seat.ts'
import { insertAnswerEvents, lockAnsweringRuns, selectEvents, selectForms, type AnsweringRun, type NewAnswerEvent } from './store/answer-store.ts'

export interface SaveAnswers {
  runId: string
  seatToken?: string | undefined
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

const MOST_CHANGES = 200
const MOST_CALLS = 200

/**
 * Keeps answers for good. The named exception to `tx` (ADR on autosave): the calls of a whole room are written together, each is
 * answered only after the commit, and a batch that fails is repeated call by call, so that one bad call harms only itself.
 */
export async function saveAnswers(ctx: Ctx, input: SaveAnswers): Promise<SavedAnswers> {
  if (input.changes.length > MOST_CHANGES) throw new Denial('input.wrong')
  return keeperOf(ctx.db)({ ctx, input })
}

interface Call {
  ctx: Ctx
  input: SaveAnswers
}
type Answer = SavedAnswers | Denial

const keepers = new WeakMap<Database, (call: Call) => Promise<SavedAnswers>>()
/** Two batches at once, so that the room does not wait for one commit; a run is in one of them only, since each answer follows the one before it. */
function keeperOf(db: Database): (call: Call) => Promise<SavedAnswers> {
  let keeper = keepers.get(db)
  if (!keeper) keepers.set(db, (keeper = gather<Call, SavedAnswers>((calls) => writeBatch(db, calls), { most: MOST_CALLS, atOnce: 2, lane: (call) => call.input.runId })))
  return keeper
}

async function writeBatch(db: Database, calls: readonly Call[]): Promise<Answer[]> {
  const { law, clock } = calls[0]!.ctx
  return db.begin(async (sql) => {
    const locked = await lockAnsweringRuns(sql, [...new Set(calls.map((call) => call.input.runId))].sort())
    const drawn = await formsOf(sql, locked.map((run) => run.id))
    const runs = new Map<string, AnsweringRun>(locked.map((run) => [run.id, { ...run, form: drawn.get(run.id)! }]))
    const now = clock.now()
    const heads = new Map([...runs.values()].map((run) => [run.id as string, { seq: run.lastSeq ?? 0, hash: run.lastHash ?? new Uint8Array(32) }]))
    const kept = new Map<string, AnswerChange>()
    const older = calls.flatMap(({ input }) => input.changes.filter((change) => change.seq > 0 && change.seq <= (heads.get(input.runId)?.seq ?? 0)).map(({ seq }) => ({ runId: input.runId, seq })))
    if (older.length > 0) for (const event of await selectEvents(sql, older)) kept.set(`${event.runId}:${event.seq}`, event)
    const events: NewAnswerEvent[] = []
    // Lower numbers first: two requests of one browser that overtook each other still make one unbroken log.
    const order = calls.map((_, place) => place).sort((a, b) => (calls[a]!.input.changes[0]?.seq ?? 0) - (calls[b]!.input.changes[0]?.seq ?? 0))
    const answers: Answer[] = []
    for (const place of order) {
      const call = calls[place]!
      const run = runs.get(call.input.runId)
      const grace = run ? normNumber(await law.norms(sql, run.normEdition), 'exam.graceSeconds') : 0
      answers[place] = answerOf(call, run, now, grace, { heads, kept, events })
    }
    if (events.length > 0) await insertAnswerEvents(sql, events)
    return answers
    // The answers of many people are written by the house itself; whose they are was asked of the policy, run by run.
  }, { 'tanu.scope': 'system' })
}

const MOST_FORMS = 5_000
const forms = new Map<string, AnsweringRun['form']>()

/** Forms never change once they are drawn, so they are read once and kept; bounded, the oldest goes first. */
async function formsOf(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, AnsweringRun['form']>> {
  const unknown = ids.filter((id) => !forms.has(id))
  if (unknown.length > 0) for (const { id, form } of await selectForms(sql, unknown)) forms.set(id, form)
  const found = new Map(ids.flatMap((id) => (forms.has(id) ? [[id, forms.get(id)!] as const] : [])))
  while (forms.size > MOST_FORMS) forms.delete(forms.keys().next().value!)
  return found
}

interface Log {
  heads: Map<string, { seq: number; hash: Uint8Array }>
  kept: Map<string, AnswerChange>
  events: NewAnswerEvent[]
}

function answerOf({ ctx, input }: Call, run: AnsweringRun | undefined, now: Moment, graceSeconds: number, log: Log): Answer {
  try {
    if (!run) throw new Denial('not-found')
    assertMay({ actor: ctx.actor, authorised: undefined }, policy, 'exam.sit', { centreId: run.centreId, accountId: run.caseAccountId, holdsSeat: holdsSeat(ctx, run.seatCodeHash, input.seatToken) })
    const blockers = answerBlockers(run, now, graceSeconds)
    if (blockers.length > 0) throw new Denial(blockers[0]!.code, { blockers })
  } catch (error) {
    if (error instanceof Denial) return error
    throw error
  }
  const head = log.heads.get(run.id)!
  const outcomes: SavedAnswers['outcomes'] = []
  for (const sent of [...input.changes].sort((a, b) => a.seq - b.seq)) {
    const change = sent.seq === 0 ? { ...sent, seq: head.seq + 1 } : sent
    const place = `${run.id}:${change.seq}`
    const outcome = isAnswerOfForm(run.form, change) ? placeChange(head.seq, change, log.kept.get(place)) : 'wrong'
    if (outcome === 'saved') {
      head.hash = createHash('sha256').update(head.hash).update(JSON.stringify([run.id, change.seq, change.itemNo, change.chosen])).digest()
      head.seq = change.seq
      log.kept.set(place, change)
      log.events.push({ runId: run.id, seq: change.seq, itemNo: change.itemNo, chosen: change.chosen, receivedAt: now, hash: head.hash })
    }
    outcomes.push({ seq: change.seq, outcome })
  }
  return { lastSeq: head.seq, outcomes, savedAt: now, endsAt: run.endsAt!, leftMs: msLeft(run.endsAt!, now), warnings: run.warnings }
}
