import { deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import * as exams from '#modules/exams/index.ts'
import type { FactBook } from './case-facts.ts'
import { stepAfterMove, type Fate, type WaitingStep } from './domain/fate.ts'
import { writeToCandidate } from './letters.ts'

export interface Verdict {
  fate: Fate
  toCentreId: Uuid | undefined
  ground: string
  continuationId: Uuid
}

/** Carries out what was decided about one case; the case is locked, and the fate was found possible. */
export async function applyFate(t: Tx, hold: casework.OpenHold, verdict: Verdict, book: FactBook): Promise<void> {
  switch (verdict.fate) {
    case 'finish': return finish(t, hold, verdict, book)
    case 'move': return move(t, hold, verdict, book)
    case 'close': return close(t, hold, verdict, book)
  }
}

/** The old centre goes on under the scope of the day on which the case came to it. */
async function finish(t: Tx, { kase }: casework.OpenHold, { ground, continuationId }: Verdict, book: FactBook): Promise<void> {
  const onward = await casework.resumeCase(t, kase, { how: 'finish', continuationId, ground })
  await writeToCandidate(t, onward, 'case-may-finish', { centre: await book.centre(kase.centreId), due: onward.nextDueOn, ground })
}

/** Everything done goes with the case; a contract and an exam ahead are of the old centre and end with it. */
async function move(t: Tx, { kase, stepBefore, heldOn }: casework.OpenHold, { ground, continuationId, toCentreId }: Verdict, book: FactBook): Promise<void> {
  if (!toCentreId) deny('continuation.destination-missing')
  const step = stepAfterMove(stepBefore as WaitingStep)
  const centre = await book.centre(kase.centreId)
  let priceKept = false
  if (stepBefore === 'fail-notice-sent') {
    const stages = await applications.retakeStagesOn(t, kase, heldOn)
    await applications.endContractBeforeRetake(t, kase, { ground, stages })
    const moved = await casework.moveCase(t, kase, { toCentreId, step, continuationId, ground })
    await writeToCandidate(t, moved, 'case-moved-for-retake', { centre, to: await book.centre(toCentreId), due: moved.nextDueOn, ground, credited: !stages.includes('theory'), norms: await casework.normsOf(t, kase) })
    return
  }
  if (step === 'registered') {
    const contract = await applications.currentContract(t, kase.id)
    priceKept = contract?.acceptedAt != null
    const { stagesLeft } = await exams.breakOffAttempt(t, kase)
    await applications.endContract(t, kase, { continuationId, ground, stagesLeft, owedTo: toCentreId })
  } else await decisions.breakUpPanel(t, kase, ground)
  const moved = await casework.moveCase(t, kase, { toCentreId, step, continuationId, ground })
  await writeToCandidate(t, moved, step === 'registered' ? 'case-moved' : 'case-moved-after-exam', {
    centre, to: await book.centre(toCentreId), due: moved.nextDueOn, ground, priceKept, credited: stepBefore === 'theory-passed',
  })
}

/** The case ends, and what was paid for an exam that was not held is owed back whole [D]. */
async function close(t: Tx, { kase, stepBefore }: casework.OpenHold, { ground, continuationId }: Verdict, book: FactBook): Promise<void> {
  // Whoever asked for a retake was examined for what he paid.
  const examined = stepBefore === 'fail-notice-sent'
  if (!examined) {
    await exams.breakOffAttempt(t, kase)
    await decisions.breakUpPanel(t, kase, ground)
  }
  const { owed } = examined ? { owed: 0 } : await applications.endContract(t, kase, { continuationId, ground, stagesLeft: null, owedTo: null })
  await casework.endHold(t.sql, kase.id, 'close', t.now, continuationId)
  const closed = await casework.advance(t, kase, 'case.close', 'case-closed-by-ministry', { payload: { ground, continuationId, owed } })
  await vouchers.giveVoucherBack(t, kase.id)
  await writeToCandidate(t, closed, 'case-closed-by-ministry', { centre: await book.centre(kase.centreId), ground, owed, examined })
}
