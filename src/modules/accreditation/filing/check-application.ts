import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { assertUnchanged, lockCase, record } from '../cases.ts'
import { policy } from '../policy.ts'
import { CHECK_VERDICTS, checkBlockers, itemsOf, type CheckVerdict, type ItemCheck } from './domain/receipt.ts'
import { factsOf } from '../case-facts.ts'
import { selectLines, touchCase } from './store/filing-store.ts'
import { keepCheck } from './store/receipt-store.ts'

/** The regional chamber says of every item whether it is right, and why not; kept for the round, and changed until the receipt is decided. */
export async function checkApplication(ctx: Ctx, input: { caseId: string; version: number; checks: readonly { item: string; verdict: string; reason: string }[] }): Promise<void> {
  await tx(ctx, 'accreditation.check', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.check', await factsOf(t, kase))
    if (kase.step !== 'submitted') deny('accreditation.not-at-this-step')
    assertUnchanged(kase, input.version)
    const checks = input.checks.flatMap((check): ItemCheck[] => {
      const verdict = CHECK_VERDICTS.find((each): each is CheckVerdict => each === check.verdict)
      return verdict ? [{ item: check.item, verdict, reason: verdict === 'right' ? '' : check.reason.trim() }] : []
    })
    assertNone('accreditation.check-not-admissible', checkBlockers(itemsOf(await selectLines(t.sql, kase.id)), checks))
    for (const check of checks) await keepCheck(t.sql, { ...check, caseId: kase.id, round: kase.corrections, checkedBy: accountOf(t.actor)!, checkedAt: t.now })
    await touchCase(t.sql, kase.id)
    await record(t, kase.id, 'accreditation-checked', { round: kase.corrections, items: checks.length, wrong: checks.filter((check) => check.verdict === 'wrong').length })
  })
}
