import { deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { getProfession } from './professions.ts'
import { insertInterest } from './store/interest-store.ts'
import { selectRegions } from './store/reference-store.ts'

/** Says that one would go through recognition if a centre existed; a person counts once per profession. */
export async function leaveInterest(ctx: Ctx, input: { professionCode: string; regionKato: string }): Promise<void> {
  return tx(ctx, 'interest.leave', async (t) => {
    assertMay(t, policy, 'interest.leave', undefined as never)
    const profession = await getProfession(t.sql, input.professionCode, t.today)
    if (profession.track !== 'voluntary') deny('interest.mandatory')
    if (!(await selectRegions(t.sql)).some((region) => region.kato === input.regionKato)) deny('interest.region-unknown')
    const added = await insertInterest(t.sql, { id: t.newId(), professionCode: profession.code, regionKato: input.regionKato, accountId: accountOf(t.actor)!, at: t.now })
    if (added === 1) await record(t, `account:${accountOf(t.actor)}`, 'interest-left', { profession: profession.code, region: input.regionKato })
  })
}
