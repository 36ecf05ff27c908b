import { assertNone } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { advance, assertStep, assertUnchanged, lockCase, normsOf } from '../cases.ts'
import { factsOf } from '../case-facts.ts'
import { writeToApplicant } from '../filing/letters.ts'
import { policy } from '../policy.ts'
import { finishBlockers } from './domain/expertise.ts'
import { selectExperts } from './store/expert-store.ts'

/** The accreditor ends the review of documents when all opinions are in: the survey on site begins, stage 3. Of two who press at once the second is told. */
export async function finishExpertise(ctx: Ctx, input: { caseId: string; version: number }): Promise<void> {
  await tx(ctx, 'accreditation.finish-expertise', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.finish-expertise', await factsOf(t, kase))
    assertStep(kase, 'finish-expertise')
    assertUnchanged(kase, input.version)
    const experts = (await selectExperts(t.sql, kase.id)).filter((expert) => !expert.steppedBackAt)
    assertNone('accreditation.expertise-not-finished', finishBlockers(experts.map((expert) => ({ given: expert.opinion !== null })), normNumber(await normsOf(t, kase), 'accreditation.experts')))
    await writeToApplicant(t, await advance(t, kase, 'finish-expertise', 'accreditation-expertise-finished'), 'expertise-finished')
  })
}
