import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import { breakUpPanel } from './break-up-panel.ts'
import { policy } from './policy.ts'

/** A clerk has seen the paper of somebody who did not come: the absence is excused before the panel decides upon it, and a panel that was called is dissolved. */
export async function excuseNoShow(ctx: Ctx, input: { number: string; version: number; ground: string; paper: string; note: string }): Promise<void> {
  await tx(ctx, 'no-show.excuse', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'no-show.excuse', kase)
    if (kase.kind !== 'recognition') deny('not-found')
    casework.assertUnchanged(kase, input.version)
    await exams.excuseWithin(t, kase, input)
    await breakUpPanel(t, kase, input.note)
  })
}

export interface NoShowView extends exams.ExcuseView {
  number: string
  centreId: string
  version: number
  /** Nothing is decided yet. */
  open: boolean
}

/** What a clerk sees before he excuses an absence. */
export async function readNoShow(ctx: Ctx, number: string): Promise<NoShowView> {
  return read(ctx, 'no-show.excuse', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'no-show.excuse', kase)
    if (kase.kind !== 'recognition') deny('not-found')
    return { number: kase.number, centreId: kase.centreId, version: kase.version, open: kase.step === 'held', ...(await exams.excuseOf(t, kase)) }
  })
}
