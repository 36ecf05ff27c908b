import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import { isStage, type Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import { deadlineRule, type NormEdition } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import { openFreeRetake, openStageAgain, priceOfStageAgain } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import { isOutcome, isPracticeNext, outcomeBlockers, type AppealOutcome } from './domain/appeal.ts'
import { voteBlockers } from './domain/appeal-panel.ts'
import { writeToCentre, writeToPerson } from './letters.ts'
import { annulDocumentOf, closePanel, getDecision, keepDelivery, panelMembersOf, stagesLeftOf, superDecide } from './neighbours.ts'
import { otherCaseOf } from './other-case.ts'
import { appealDecisionPaper } from './paper-data.ts'
import { standingOf } from './panel-standing.ts'
import { policy } from './policy.ts'
import { leadsToSecond, startSecondTerm } from './second-instance.ts'
import { decide, selectAppeal } from './store/appeal-store.ts'

/**
 * The panel decides the appeal with reasons, as its votes say. A decision that falls is superseded by a new one, never edited:
 * changed to pass, or a stage held again, free of charge or by the norm at the price of a retake; a document that stood on it is annulled by two of the panel.
 */
export async function decideAppeal(ctx: Ctx, input: { number: string; version: number; outcome: string; again: readonly string[]; reasons: string; restored?: boolean | undefined }): Promise<void> {
  await tx(ctx, 'appeal.decide', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    const members = appeal?.panelId ? await panelMembersOf(t, appeal.panelId) : []
    assertMay(t, policy, 'appeal.decide', { ...kase, members: members.map((member) => member.accountId) })
    casework.assertUnchanged(kase, input.version)
    if (!appeal || kase.step !== 'panel-called') deny('appeal.not-at-this-step')
    const parent = await casework.lockCase(t, kase.parentCaseId!)
    // Whoever left the centre, or turns out to have taken part, since the panel was called does not decide.
    assertNone('appeal.panel-not-possible', (await standingOf(t, kase, appeal, members)).blockers)
    const challenged = await getDecision(t, appeal.decisionId)
    const outcome: AppealOutcome = isOutcome(input.outcome) ? input.outcome : deny('appeal.outcome-missing', { field: 'outcome' })
    const again: Stage[] = outcome === 'upheld-again' ? input.again.filter(isStage) : []
    const reasons = input.reasons.trim()
    const votes = members.flatMap((member) => (member.choice ? [member.choice] : []))
    const left = await stagesLeftOf(t, challenged.attemptId)
    const practiceNext = outcome === 'upheld-again' && isPracticeNext({ ...left, challenged: challenged.outcome })
    assertNone('appeal.not-decided', [
      ...outcomeBlockers({ outcome, reasons, again, challenged: challenged.outcome, ...left, stages: challenged.stages, late: appeal.lateReason !== null, restored: input.restored }),
      ...voteBlockers(members.length, votes, outcome !== 'rejected', await casework.normsOf(t, kase)),
      ...(outcome === 'rejected' ? [] : await reopeningBlockers(t, parent)),
    ])

    const termRestored = appeal.lateReason === null ? null : input.restored!
    const own = accountOf(t.actor)!
    const againPrice = outcome === 'upheld-again' && !practiceNext ? await priceOfStageAgain(t, parent, again) : 0
    const paperId = await createPaper(t, 'appeal-decision', await appealDecisionPaper(t, { kase, parent, appeal, challenged, members, outcome, again, againPrice, practiceNext, reasons, termRestored, first: appeal.secondOf ? (await casework.getCase(t, appeal.secondOf)).number : undefined, secondDays: (await leadsToSecond(t, parent, appeal, outcome)) ? secondDaysOf(await casework.normsOf(t, parent)) : undefined }), { caseId: kase.id, centreId: kase.centreId })
    let newDecisionId: Uuid | null = null
    if (outcome === 'upheld-pass') {
      newDecisionId = (await superDecide(t, parent, { panelId: appeal.panelId!, reasons })).decision.id
    } else if (outcome === 'upheld-again') {
      await annulDocumentOf(t, parent, members, own, reasons)
      // Nobody pays twice for what he has not sat yet.
      if (practiceNext) await openFreeRetake(t, parent, again)
      else await openStageAgain(t, parent, again)
    }
    await decide(t.sql, { caseId: kase.id, outcome, againStages: again.length > 0 ? again : null, reasons, decidedAt: t.now, newDecisionId, paperId, termRestored })
    await closePanel(t.sql, appeal.panelId!, t.now)
    await casework.meetClock(t, kase.id, 'T12')
    const decided = await casework.touchCase(t, kase, { step: 'decided', whoseMove: 'nobody', nextDueOn: null, close: true })
    // Into an account the decision is delivered at this moment.
    const secondUntil = kase.accountId ? await startSecondTerm(t, decided, appeal, outcome, t.today) : undefined
    await casework.record(t, kase.id, 'appeal-decided', { outcome, paperId, newDecisionId })
    await casework.record(t, parent.id, 'appeal-decided', { number: kase.number, outcome })
    if (kase.accountId) await keepDelivery(t.sql, { id: t.newId(), caseId: kase.id, ofKind: 'appeal-decision', ofId: kase.id, channel: 'account', at: t.now, attachmentId: null, recordedBy: null, witnessedBy: null })
    else await writeToCentre(t, decided, 'appeal-deliver-centre', `/centre/appeals/${kase.number}/deliver`, { parent: parent.number })
    await writeToPerson(t, decided, secondUntil ? 'appeal-rejected-once' : 'appeal-decided', `/cases/${kase.number}/appeal`, { outcome: practiceNext ? 'practice-next' : outcome, parent: parent.number, due: secondUntil ?? null })
    if (outcome !== 'rejected') await writeToCentre(t, decided, 'appeal-decided-centre', `/centre/cases/${parent.number}`, { outcome: practiceNext ? 'practice-next' : outcome, parent: parent.number })
  })
}

/** Working days of the second term, for the paper. */
function secondDaysOf(norms: NormEdition): number {
  return deadlineRule(norms, 'T6').length ?? 0
}

async function reopeningBlockers(t: Tx, parent: casework.CaseFile): Promise<Blocker[]> {
  const other = await otherCaseOf(t, parent, { opening: true })
  return other ? [{ code: 'appeal.other-case-open', data: { number: other.number } }] : []
}
