import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { advance, assertStep, assertUnchanged, lockCase } from '../cases.ts'
import { policy } from '../policy.ts'
import { factsOf } from '../case-facts.ts'
import { writeToApplicant, writeToChamber } from './letters.ts'

/** The applicant takes its application back before it is decided; a new one may be opened at once [D]. */
export async function withdrawApplication(ctx: Ctx, input: { caseId: string; version: number }): Promise<void> {
  await tx(ctx, 'accreditation.withdraw', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.withdraw', await factsOf(t, kase))
    assertStep(kase, 'withdraw')
    assertUnchanged(kase, input.version)
    const moved = await advance(t, kase, 'withdraw', 'accreditation-withdrawn')
    if (kase.number === null) return
    await writeToApplicant(t, moved, 'withdrawn')
    await writeToChamber(t, moved, 'withdrawn-chamber')
  })
}
