import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import * as uploads from '#modules/uploads/index.ts'
import { findingOf, keepPapers, lockFile, orderOf, recordMonitoring } from './centre-file.ts'
import { answerBlockers, confirmBlockers, extensionBlockers, orderBlockers, returnBlockers } from './domain/monitoring.ts'
import { writeToCentre, writeToWatchers } from './letters.ts'
import { policy } from './policy.ts'
import { insertAnswer, insertExtension, insertOrder, updateOrderDue, updateOrderMove, updateOrderRemedied, type OrderRow } from './store/monitoring-store.ts'

/** Orders the centre to remedy a finding by a day; one order a finding. Its head is written to. Answers its id. */
export async function orderRemedy(ctx: Ctx, input: { findingId: string; version: number; demand: string; dueOn: Day | undefined }): Promise<Uuid> {
  try {
    return await tx(ctx, 'monitoring.write', async (t) => {
      const finding = await findingOf(t, input.findingId)
      assertMay(t, policy, 'monitoring.write', finding)
      await lockFile(t, finding.centreId, input.version)
      assertNone('monitoring.order-not-whole', orderBlockers(input, t.today))
      const id = t.newId()
      const no = await insertOrder(t.sql, { id, centreId: finding.centreId, findingId: finding.id, demand: input.demand.trim(), dueOn: input.dueOn!, issuedBy: accountOf(t.actor)!, issuedAt: t.now })
      await recordMonitoring(t, finding.centreId, 'monitoring-order-issued', { orderId: id, findingId: finding.id, no, on: input.dueOn })
      await writeToCentre(t, finding.centreId, 'order-issued', { no, day: input.dueOn!, text: input.demand.trim() })
      return id
    })
  } catch (error) {
    if (violatedConstraint(error) === 'remedy_order_finding_id_key') deny('monitoring.ordered-already')
    throw error
  }
}

async function lockOrder(t: Tx, input: { id: string; version: number }, action: 'monitoring.write' | 'monitoring.answer'): Promise<OrderRow> {
  const seen = await orderOf(t, input.id)
  assertMay(t, policy, action, seen)
  await lockFile(t, seen.centreId, input.version)
  return orderOf(t, input.id)
}

/** Moves the due day of an open order later, with a ground. */
export async function extendOrder(ctx: Ctx, input: { id: string; version: number; dueOn: Day | undefined; ground: string }): Promise<void> {
  await tx(ctx, 'monitoring.write', async (t) => {
    const order = await lockOrder(t, input, 'monitoring.write')
    assertNone('monitoring.not-extendable', extensionBlockers(order, input.dueOn, input.ground, t.today))
    await insertExtension(t.sql, order.id, { dueBefore: order.dueOn, dueAfter: input.dueOn!, ground: input.ground.trim(), extendedBy: accountOf(t.actor)!, extendedAt: t.now })
    await updateOrderDue(t.sql, order.id, input.dueOn!)
    await recordMonitoring(t, order.centreId, 'monitoring-order-extended', { orderId: order.id, no: order.no, from: order.dueOn, on: input.dueOn })
    await writeToCentre(t, order.centreId, 'order-extended', { no: order.no, day: input.dueOn!, text: input.ground.trim() })
  })
}

/** The head of the centre answers an order: what was done, with files. Late answers are taken too. */
export async function answerOrder(ctx: Ctx, input: { id: string; version: number; body: string; files: readonly uploads.SentFile[] }): Promise<void> {
  await read(ctx, 'monitoring.answer', async (t) => assertMay(t, policy, 'monitoring.answer', await orderOf(t, input.id)))
  const papers = await inTurn(input.files, (file) => uploads.takeIn(ctx, file))
  await tx(ctx, 'monitoring.answer', async (t) => {
    const order = await lockOrder(t, input, 'monitoring.answer')
    assertNone('monitoring.answer-not-whole', answerBlockers(order, input.body))
    const id = t.newId()
    await insertAnswer(t.sql, { id, orderId: order.id, side: 'centre', body: input.body.trim(), writtenBy: accountOf(t.actor)!, writtenAt: t.now })
    await keepPapers(t, { centreId: order.centreId, reportId: null, answerId: id }, papers)
    await updateOrderMove(t.sql, order.id, 'accreditor')
    await recordMonitoring(t, order.centreId, 'monitoring-order-answered', { orderId: order.id, no: order.no, answerId: id, files: papers.length })
    await writeToWatchers(t, order.centreId, 'order-answered', { no: order.no, day: order.dueOn }, `/accreditor/monitoring/orders/${order.id}`)
  })
}

/** The answer does not show that the finding is remedied: back to the centre, with words; the due day stands. */
export async function returnAnswer(ctx: Ctx, input: { id: string; version: number; words: string }): Promise<void> {
  await tx(ctx, 'monitoring.write', async (t) => {
    const order = await lockOrder(t, input, 'monitoring.write')
    assertNone('monitoring.not-returnable', returnBlockers(order, input.words))
    await insertAnswer(t.sql, { id: t.newId(), orderId: order.id, side: 'accreditor', body: input.words.trim(), writtenBy: accountOf(t.actor)!, writtenAt: t.now })
    await updateOrderMove(t.sql, order.id, 'centre')
    await recordMonitoring(t, order.centreId, 'monitoring-answer-returned', { orderId: order.id, no: order.no })
    await writeToCentre(t, order.centreId, 'answer-returned', { no: order.no, day: order.dueOn, text: input.words.trim() })
  })
}

/** A person confirms that the finding is remedied, and says what he saw. The order is closed. */
export async function confirmRemedy(ctx: Ctx, input: { id: string; version: number; remediedOn: Day | undefined; words: string }): Promise<void> {
  await tx(ctx, 'monitoring.write', async (t) => {
    const order = await lockOrder(t, input, 'monitoring.write')
    assertNone('monitoring.not-confirmable', confirmBlockers(order, input.remediedOn, input.words, t.today))
    await updateOrderRemedied(t.sql, { id: order.id, on: input.remediedOn!, words: input.words.trim(), by: accountOf(t.actor)!, at: t.now })
    await recordMonitoring(t, order.centreId, 'monitoring-remedied', { orderId: order.id, no: order.no, on: input.remediedOn })
    await writeToCentre(t, order.centreId, 'remedied', { no: order.no, day: input.remediedOn!, text: input.words.trim() })
  })
}
