import { assertNone, deny } from '#kernel/denial.ts'
import { legalDay } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import { noteLapse } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import { waitsForReview } from '#modules/proctoring/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { groundOf, NOT_EXAMINED, panelMay } from './domain/ground.ts'
import { writeToCandidate } from './letters.ts'
import { heldCase } from './panel-facts.ts'
import { membersOf } from './panel-members.ts'
import { standingOf } from './panel-standing.ts'
import { voucherPriceOf } from './voucher-price.ts'
import { policy } from './policy.ts'
import { protocolPaper } from './protocol.ts'
import { closePanel, countDecisions, insertDecision, selectLatestDecision, selectOpenPanel, type Decision } from './store/decision-store.ts'

/** Takes the decision when quorum and majority are there: the protocol is made, the term of the decision is met, that of the result starts. */
export async function takeDecision(ctx: Ctx, input: { number: string; version: number }): Promise<Decision> {
  return tx(ctx, 'decision.take', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    const panel = await selectOpenPanel(t.sql, kase.id)
    const members = panel ? await membersOf(t, panel.id) : []
    assertMay(t, policy, 'decision.take', { ...kase, memberIds: members.map((member) => member.accountId) })
    casework.assertUnchanged(kase, input.version)
    if (kase.step !== 'held') deny('case.not-at-this-step', { step: kase.step })
    if (await waitsForReview(t, kase.id)) deny('decision.waits-for-review')
    if (!panel) deny('panel.not-called')
    const facts = await heldCase(t, kase)
    const standing = standingOf(members, facts, t.lang)
    assertNone('panel.not-lawful', standing.blockers)
    const state = standing.votes
    if (state.state === 'waiting') deny('decision.no-quorum', { votes: state.votes, needed: state.needed })
    if (state.state === 'tie') deny('decision.tie')
    assertNone('vote.not-possible', panelMay(state.outcome, facts.held))
    const ground = state.outcome === 'fail' ? groundOf(facts.held)! : null
    const number = `${kase.number}/${(await countDecisions(t.sql, kase.id)) + 1}`
    const paperId = await createPaper(t, 'protocol', await protocolPaper(t, kase, { number, outcome: state.outcome, ground, members, exam: facts.exam }), { caseId: kase.id, centreId: kase.centreId })
    // A panel that decides anew about the same attempt (a faulty question was credited) supersedes its former decision, which stays as it was written.
    const former = await selectLatestDecision(t.sql, kase.id)
    const decision: Decision = {
      id: t.newId(), number, caseId: kase.id, attemptId: facts.attemptId as Uuid, outcome: state.outcome, ground, panelId: panel.id, decidedAt: t.now, decidedOn: legalDay(t.now),
      supersedes: former?.attemptId === facts.attemptId ? former.id : null, reasons: '', protocolPaperId: paperId,
    }
    await insertDecision(t.sql, decision)
    await closePanel(t.sql, panel.id, t.now)
    const moved = await casework.advance(t, kase, state.outcome === 'pass' ? 'decision.pass' : 'decision.fail', state.outcome === 'pass' ? 'decided-to-pass' : 'decided-to-fail', { payload: { decisionId: decision.id, ground } })
    const redeemed = await vouchers.redeemVoucher(t, { caseId: kase.id, centreId: kase.centreId, attemptId: decision.attemptId, lastStageOn: facts.lastStageOn, passed: state.outcome === 'pass', cameToIt: ground === null || !NOT_EXAMINED.includes(ground), price: await voucherPriceOf(t, kase.id) })
    if (redeemed === 'lapsed') await noteLapse(t, kase.id)
    await writeToCandidate(t, moved, 'decided', number)
    return decision
  })
}
