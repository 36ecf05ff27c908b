import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeToCentre } from './letters.ts'
import { closePanel } from './neighbours.ts'
import { policy } from './policy.ts'
import { selectAppeal, withdraw } from './store/appeal-store.ts'

/** The candidate takes the appeal back before it is decided; the decision stands, and it cannot be appealed again. */
export async function withdrawAppeal(ctx: Ctx, input: { number: string; version: number }): Promise<void> {
  await tx(ctx, 'appeal.withdraw', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'appeal.withdraw', kase)
    casework.assertUnchanged(kase, input.version)
    const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    if (!appeal || (kase.step !== 'lodged' && kase.step !== 'panel-called')) deny('appeal.not-at-this-step')
    const parent = await casework.lockCase(t, kase.parentCaseId!)
    await withdraw(t.sql, kase.id, t.now)
    if (appeal.panelId) await closePanel(t.sql, appeal.panelId, t.now)
    await casework.cancelClocks(t, kase.id)
    const ended = await casework.touchCase(t, kase, { step: 'withdrawn', whoseMove: 'nobody', nextDueOn: null, close: true })
    await casework.record(t, kase.id, 'appeal-withdrawn')
    await casework.record(t, parent.id, 'appeal-withdrawn', { number: kase.number })
    await writeToCentre(t, ended, 'appeal-withdrawn-centre', `/centre/appeals/${kase.number}`, { parent: parent.number })
  })
}
