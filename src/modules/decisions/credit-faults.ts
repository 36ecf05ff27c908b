import { addDays, legalDay } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import { listFaultsToSettle, settleFault, type ItemFault } from '#modules/programmes/index.ts'
import { creditConsequence, type CreditConsequence } from './domain/credit-consequence.ts'
import { letterOf, writeCredit } from './letters.ts'
import { policy } from './policy.ts'
import { messages } from './messages/index.ts'
import { markDissolved, selectLatestDecision, selectOpenPanel, selectSeats } from './store/decision-store.ts'

const FAULTS_AT_ONCE = 20
const RUNS_AT_ONCE = 50

/**
 * Credits every question found faulty to everybody who got it and had ended by then, case by case. A run that is still being written is
 * credited when it ends; a fault is settled a day later, when nothing of it can be on its way any more. Safe to run twice and by two workers.
 */
export async function creditFaults(ctx: Ctx): Promise<number> {
  const faults = await read(ctx, 'decision.credit-faults', async (t) => {
    assertMay(t, policy, 'decision.credit-faults', undefined as never)
    return listFaultsToSettle(t, FAULTS_AT_ONCE)
  })
  const waiting: { fault: ItemFault; run: { attemptId: string; caseId: string } }[] = []
  for (const fault of faults) {
    const runs = await read(ctx, 'decision.credit-faults', async (t) => {
      assertMay(t, policy, 'decision.credit-faults', undefined as never)
      return exams.runsToCredit(t.sql, fault, RUNS_AT_ONCE)
    })
    waiting.push(...runs.map((run) => ({ fault, run })))
    if (runs.length > 0) continue
    await tx(ctx, 'decision.credit-faults', async (t) => {
      assertMay(t, policy, 'decision.credit-faults', undefined as never)
      if (addDays(legalDay(fault.decidedAt!), 1) < t.today) await settleFault(t, fault)
    })
  }
  // A case that cannot be credited now holds up nobody else's.
  return eachInTurn(waiting, ({ fault, run }) => creditCase(ctx, fault, run))
}

async function creditCase(ctx: Ctx, fault: ItemFault, run: { attemptId: string; caseId: string }): Promise<boolean> {
  return tx(ctx, 'decision.credit-faults', async (t) => {
    assertMay(t, policy, 'decision.credit-faults', undefined as never)
    const kase = await casework.lockCase(t, run.caseId)
    const credited = await exams.creditRun(t, kase, run.attemptId, fault)
    if (!credited) return false
    const consequence = await consequenceFor(t, kase, run.attemptId, credited)
    await followUp(t, kase, fault, consequence)
    // Who goes on to the practice is written to with the term of its notice.
    if (consequence !== 'nothing' && consequence !== 'practice') await writeCredit(t, kase, consequence, credited)
    return true
  })
}

async function consequenceFor(t: Tx, kase: casework.CaseFile, attemptId: string, { before, after }: exams.CreditedRun): Promise<CreditConsequence> {
  const { practice } = await exams.examFacts(t, attemptId)
  return creditConsequence({
    newlyPassed: after.passed && !before.passed, passed: after.passed, step: kase.step, newest: (await exams.currentAttempt(t, kase.id))?.id === attemptId,
    practice: practice === undefined ? 'not-held' : practice.passed ? 'passed' : 'failed', decided: (await selectLatestDecision(t.sql, kase.id))?.outcome,
    appealOpen: await casework.hasOpenAppeal(t.sql, kase.id), elsewhere: kase.closedAt !== null && (await applications.otherOpenCase(t, kase)) !== undefined,
  })
}

async function followUp(t: Tx, kase: casework.CaseFile, fault: ItemFault, consequence: CreditConsequence): Promise<void> {
  if (consequence === 'left') await casework.record(t, kase.id, 'theory-credit-left', { faultId: fault.id, step: kase.step })
  if (consequence !== 'practice' && consequence !== 'panel') return
  await dissolveOpenPanel(t, kase, fault)
  // The term of a decision that is not due any more is neither met nor lapsed.
  if (kase.step !== 'held' || consequence === 'practice') await casework.cancelClocks(t, kase.id)
  if (consequence === 'practice') await applications.openFreeRetake(t, kase, ['practice'], { act: 'theory.credit', sentBy: fault.decidedBy! })
  else if (kase.step !== 'held') await casework.advance(t, kase, 'panel.again', 'panel-after-credit', { payload: { faultId: fault.id } })
}

/** What was voted on has changed: votes on the former count stand in their rows and count no more. */
async function dissolveOpenPanel(t: Tx, kase: casework.CaseFile, fault: ItemFault): Promise<void> {
  const panel = kase.step === 'held' ? await selectOpenPanel(t.sql, kase.id) : undefined
  if (!panel) return
  const seats = await selectSeats(t.sql, panel.id)
  await markDissolved(t.sql, panel.id, { ground: 'other', note: messages.kk.creditNote, by: fault.decidedBy!, at: t.now })
  await casework.record(t, kase.id, 'panel-dissolved', { panelId: panel.id, ground: 'other', faultId: fault.id, voidVotes: seats.filter((seat) => seat.choice !== null).length })
  await casework.touchCase(t, kase, { whoseMove: 'centre' })
  for (const seat of seats) await people.sendLetter(t, { accountId: seat.accountId }, letterOf('panel-dissolved', kase))
}
