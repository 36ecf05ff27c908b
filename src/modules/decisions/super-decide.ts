import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import { noteLapse } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { heldCase } from './panel-facts.ts'
import { membersOf } from './panel-members.ts'
import { protocolPaper } from './protocol.ts'
import { voucherPriceOf } from './voucher-price.ts'
import { countDecisions, insertDecision, selectLatestDecision, type Decision } from './store/decision-store.ts'

export { selectPanelPeople as panelPeopleOf } from './store/decision-store.ts'

/** An upheld appeal: a new decision of passing takes the place of the former, which is never edited. The panel is that of the appeal. */
export async function superDecide(t: Tx, kase: casework.CaseFile, input: { panelId: string; reasons: string }): Promise<{ decision: Decision; kase: casework.CaseFile }> {
  const former = await selectLatestDecision(t.sql, kase.id)
  if (!former) throw new Error('nothing was decided yet')
  const { exam, lastStageOn } = await heldCase(t, kase)
  const number = `${kase.number}/${(await countDecisions(t.sql, kase.id)) + 1}`
  const paperId = await createPaper(t, 'protocol', await protocolPaper(t, kase, { number, outcome: 'pass', ground: null, members: await membersOf(t, input.panelId), exam }), { caseId: kase.id, centreId: kase.centreId })
  const decision: Decision = {
    id: t.newId(), number, caseId: kase.id, attemptId: former.attemptId, outcome: 'pass', ground: null, panelId: input.panelId as Uuid, decidedAt: t.now, decidedOn: t.today,
    supersedes: former.id, reasons: input.reasons, protocolPaperId: paperId,
  }
  await insertDecision(t.sql, decision)
  const redeemed = await vouchers.redeemVoucher(t, { caseId: kase.id, centreId: kase.centreId, attemptId: former.attemptId, lastStageOn, passed: true, cameToIt: true, price: await voucherPriceOf(t, kase.id) })
  if (redeemed === 'lapsed') await noteLapse(t, kase.id)
  return { decision, kase: await casework.advance(t, kase, 'decision.supersede-pass', 'decision-superseded', { payload: { decisionId: decision.id, supersedes: former.id } }) }
}
