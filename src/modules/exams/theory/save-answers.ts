import { Denial } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Moment } from '#kernel/day.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import type { Database, Sql } from '#platform/db/database.ts'
import { gather } from '#platform/db/gather.ts'
import { policy } from '../policy.ts'
import { deviceSilentSecondsOf, EMPTY_LOG, headAfter, isOtherComputer, seatFactsOf, type Call, type SaveAnswers, type SavedAnswers } from './answer-call.ts'
import { appendAnswer, knownForm, remember, type KnownRun } from './append-answers.ts'
import { isAnswerOfForm, placeChange, type AnswerChange } from './domain/answer-order.ts'
import { answerBlockers, msLeft } from './domain/exam-time.ts'
import { insertAnswerEvents, lockAnsweringRuns, selectEvents, selectForms, upsertSigns, type NewAnswerEvent } from './store/answer-store.ts'

export type { SaveAnswers, SavedAnswers } from './answer-call.ts'

const MOST_CHANGES = 200
const MOST_CALLS = 200

/**
 * Keeps answers for good. The named exception to `tx` (ADR 0014): the calls of a whole room are written together, each is
 * answered only after the commit, and a batch that fails is repeated call by call, so that one bad call harms only itself.
 */
export async function saveAnswers(ctx: Ctx, input: SaveAnswers): Promise<SavedAnswers> {
  if (input.changes.length > MOST_CHANGES) throw new Denial('input.wrong')
  const call: Call = { ctx, input }
  return (await appendAnswer(call)) ?? keeperOf(ctx.db)(call)
}

/**
 * Keeps the next answer of somebody whose sign-in is only believed: the statement that writes confirms it (ADR 0020). Nothing at all
 * was done where there is no answer.
 */
export async function saveNextAnswer(ctx: Ctx, input: SaveAnswers, signIn: BelievedSignIn): Promise<SavedAnswers | undefined> {
  return input.changes.length === 1 ? appendAnswer({ ctx, input, signIn }) : undefined
}

type Answer = SavedAnswers | Denial

const keepers = new WeakMap<Database, (call: Call) => Promise<SavedAnswers>>()
/** Two batches at once, so that the room does not wait for one that waits; a run is in one of them only, since each answer follows the one before it. */
function keeperOf(db: Database): (call: Call) => Promise<SavedAnswers> {
  let keeper = keepers.get(db)
  if (!keeper) keepers.set(db, (keeper = gather<Call, SavedAnswers>((calls) => writeLocked(db, calls), { most: MOST_CALLS, atOnce: 2, lane: (call) => call.input.runId })))
  return keeper
}

async function writeLocked(db: Database, calls: readonly Call[]): Promise<Answer[]> {
  const { law, clock } = calls[0]!.ctx
  const { answers, runs } = await db.begin(async (sql) => {
    const locked = await lockAnsweringRuns(sql, [...new Set(calls.map((call) => call.input.runId))].sort())
    const drawn = await formsOf(sql, locked.map((run) => run.id))
    const runs = new Map<string, LockedRun>()
    for (const { lastSeq, lastHash, ...run } of locked) {
      const norms = await law.norms(sql, run.normEdition)
      runs.set(run.id, { ...run, form: drawn.get(run.id)!, graceSeconds: normNumber(norms, 'exam.graceSeconds'), deviceSilentSeconds: deviceSilentSecondsOf(norms), head: lastSeq === null || lastHash === null ? EMPTY_LOG : { seq: lastSeq, hash: lastHash } })
    }
    const now = clock.now()
    const log: Log = { kept: new Map(), events: [] }
    const older = calls.flatMap(({ input }) => input.changes.filter((change) => change.seq > 0 && change.seq <= (runs.get(input.runId)?.head.seq ?? 0)).map(({ seq }) => ({ runId: input.runId, seq })))
    if (older.length > 0) for (const event of await selectEvents(sql, older)) log.kept.set(`${event.runId}:${event.seq}`, event)
    // Lower numbers first: two requests of one browser that overtook each other still make one unbroken log.
    const order = calls.map((_, place) => place).sort((a, b) => (calls[a]!.input.changes[0]?.seq ?? 0) - (calls[b]!.input.changes[0]?.seq ?? 0))
    const answers: Answer[] = []
    for (const place of order) answers[place] = answerOf(calls[place]!, runs.get(calls[place]!.input.runId), now, log)
    if (log.events.length > 0) await insertAnswerEvents(sql, log.events)
    const signs = new Set(calls.filter((call, place) => call.input.changes.length === 0 && !(answers[place] instanceof Denial)).map((call) => call.input.runId))
    if (signs.size > 0) await upsertSigns(sql, [...signs].sort(), now)
    return { answers, runs }
    // The answers of many people are written by the house itself; whose they are was asked of the policy, run by run.
  }, { 'tanu.scope': 'system' })
  remember(runs.values())
  return answers
}

/** Forms are read once and kept with what is known of a run. */
async function formsOf(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, KnownRun['form']>> {
  const unknown = ids.filter((id) => !knownForm(id))
  const read = unknown.length > 0 ? await selectForms(sql, unknown) : []
  return new Map([...ids.flatMap((id) => (knownForm(id) ? [[id, knownForm(id)!] as const] : [])), ...read.map(({ id, form }) => [id, form] as const)])
}

interface LockedRun extends KnownRun {
  deviceSilentSeconds: number
}
interface Log {
  kept: Map<string, AnswerChange>
  events: NewAnswerEvent[]
}

function answerOf(call: Call, run: LockedRun | undefined, now: Moment, log: Log): Answer {
  try {
    if (!run) throw new Denial('not-found')
    assertMay({ actor: call.ctx.actor, authorised: undefined }, policy, 'exam.sit', seatFactsOf(call, run))
    const blockers = answerBlockers(run, now, run.graceSeconds)
    if (blockers.length > 0) throw new Denial(blockers[0]!.code, { blockers })
    if (isOtherComputer(run, call.input)) throw new Denial('proctoring.second-computer', { data: { seconds: run.deviceSilentSeconds } })
  } catch (error) {
    if (error instanceof Denial) return error
    throw error
  }
  const outcomes: SavedAnswers['outcomes'] = []
  for (const sent of [...call.input.changes].sort((a, b) => a.seq - b.seq)) {
    const change = sent.seq === 0 ? { ...sent, seq: run.head.seq + 1 } : sent
    const place = `${run.id}:${change.seq}`
    const outcome = isAnswerOfForm(run.form, change) ? placeChange(run.head.seq, change, log.kept.get(place)) : 'wrong'
    if (outcome === 'saved') {
      run.head = headAfter(run.head, run.id, change)
      log.kept.set(place, change)
      log.events.push({ runId: run.id, seq: change.seq, itemNo: change.itemNo, chosen: change.chosen, receivedAt: now, hash: run.head.hash })
    }
    outcomes.push({ seq: change.seq, outcome })
  }
  return { lastSeq: run.head.seq, outcomes, savedAt: now, endsAt: run.endsAt!, leftMs: msLeft(run.endsAt!, now), warnings: run.warnings }
}
