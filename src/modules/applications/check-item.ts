import { assertNone, deny } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { checkBlockers, type ItemCheck } from './domain/check-list.ts'
import { policy } from './policy.ts'
import { accountIdOf, standingOf } from './standing.ts'
import { upsertCheck } from './store/application-store.ts'

/** Judges items of the list, each right or wrong, the wrong ones in words; what was judged the same before is left as it was. */
export async function checkItems(ctx: Ctx, input: { number: string; version: number; checks: readonly ItemCheck[] }): Promise<void> {
  await tx(ctx, 'application.check', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'application.check', kase)
    casework.assertUnchanged(kase, input.version)
    if (kase.step !== 'registered') deny('case.not-at-this-step', { step: kase.step })
    const { list, checks } = await standingOf(t, kase)
    assertNone('check.not-possible', checkBlockers(list, input.checks))
    const fresh = input.checks.filter((check) => !checks.some((old) => old.item === check.item && old.verdict === check.verdict && old.note === check.note.trim()))
    if (fresh.length === 0) return
    for (const check of fresh) await upsertCheck(t.sql, kase.id, { ...check, note: check.note.trim() }, accountIdOf(t), t.now)
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, 'application-checked', { items: fresh.map((check) => `${check.item}:${check.verdict}`) })
  })
}

/** Judges one item. */
export async function checkItem(ctx: Ctx, input: { number: string; version: number } & ItemCheck): Promise<void> {
  const { number, version, item, verdict, note } = input
  await checkItems(ctx, { number, version, checks: [{ item, verdict, note }] })
}
