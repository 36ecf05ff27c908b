import { assertNone } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { advance, assertStep, assertUnchanged, lockCase } from '../cases.ts'
import { scopeRule } from '../extension/scope-rule.ts'
import { policy } from '../policy.ts'
import { missingOf } from './domain/filing.ts'
import { factsOf } from '../case-facts.ts'
import { filingFacts, partsOf } from './filing-facts.ts'
import { handInProgrammes } from './line-programme.ts'
import { writeToApplicant, writeToChamber } from './letters.ts'

/** Submits a whole application, or the corrected one again: stage 1 begins, for one on paper on the day it came in. */
export async function submitApplication(ctx: Ctx, input: { caseId: string; version: number }): Promise<void> {
  await tx(ctx, 'accreditation.fill', async (t) => {
    const kase = await lockCase(t, input.caseId)
    assertMay(t, policy, 'accreditation.fill', await factsOf(t, kase))
    const act = kase.step === 'correcting' ? 'resubmit' : 'submit'
    assertStep(kase, act)
    assertUnchanged(kase, input.version)
    const parts = await partsOf(t, kase, true)
    assertNone('accreditation.not-whole', [...parts.lines.flatMap(await scopeRule(t, kase)), ...missingOf(filingFacts(parts))])
    const receivedOn = act === 'submit' ? parts.filing.paperReceivedOn : null
    const handed = await handInProgrammes(t, kase, parts.lines)
    const moved = await advance(t, kase, act, act === 'submit' ? 'accreditation-submitted' : 'accreditation-resubmitted', { payload: { programmes: handed }, ...(receivedOn ? { receivedOn } : {}) })
    await writeToApplicant(t, moved, act === 'submit' ? 'submitted' : 'resubmitted')
    await writeToChamber(t, moved, 'to-check')
  })
}
