import { deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeToCentre, writeToPerson } from './letters.ts'
import { policy } from './policy.ts'

/** The cases whose centre lost its scope and that wait for the ministry. */
export async function listWaitingCases(ctx: Ctx, page: number, pageSize: number): Promise<{ rows: casework.CaseSummary[]; total: number }> {
  return read(ctx, 'waiting.list', async (t) => {
    assertMay(t, policy, 'waiting.list', undefined as never)
    return { rows: await casework.listWaitingCases(t.sql, pageSize, (page - 1) * pageSize), total: await casework.countWaitingCases(t.sql) }
  })
}

/** The ministry lets the centre finish a waiting case, or closes it, with a ground (ruling 5). */
export async function decideWaitingCase(ctx: Ctx, input: { number: string; version: number; decision: string; ground: string }): Promise<void> {
  await tx(ctx, 'waiting.decide', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'waiting.decide', undefined as never)
    casework.assertUnchanged(kase, input.version)
    if (kase.step !== 'waiting') deny('case.not-at-this-step', { step: kase.step, act: 'case.resume' })
    const ground = input.ground.trim()
    if (ground === '') deny('waiting.ground-missing', { field: 'ground' })
    switch (input.decision) {
      case 'resume': {
        const resumed = await casework.advance(t, kase, 'case.resume', 'case-resumed', { payload: { ground } })
        await writeToPerson(t, resumed, 'case-resumed', `/cases/${kase.number}`, { due: resumed.nextDueOn, ground })
        await writeToCentre(t, resumed, 'case-resumed', `/centre/cases/${kase.number}`, { due: resumed.nextDueOn, ground })
        return
      }
      case 'close': {
        const closed = await casework.advance(t, kase, 'case.close', 'case-closed-by-ministry', { payload: { ground } })
        await writeToPerson(t, closed, 'case-closed-by-ministry', `/cases/${kase.number}`, { ground })
        await writeToCentre(t, closed, 'case-closed-by-ministry', `/centre/cases/${kase.number}`, { ground })
        return
      }
      default: deny('waiting.decision-missing', { field: 'decision' })
    }
  })
}
