import { assertNone, type Blocker } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { factsOf } from '../case-facts.ts'
import { advance, assertStep, assertUnchanged, lockCase, type AccreditationCase } from '../cases.ts'
import { lineFacts } from '../commission/standing.ts'
import { decisionLetter, writeToActing } from '../letters.ts'
import { policy } from '../policy.ts'
import { standingCertificate } from './chain.ts'
import { closeBlockers } from './domain/closing.ts'

/** Why the case is not closed without a certificate: one can still be issued. */
export async function closingOf(t: Tx, kase: AccreditationCase): Promise<Blocker[]> {
  const previous = kase.certificateId ? await standingCertificate(t, kase.certificateId) : undefined
  const grantable = (await lineFacts(t, kase.id)).some((line) => line.outcome === 'granted' && !line.struck)
  return closeBlockers(kase.kind, previous?.state, grantable)
}

/** Granted, and nothing left to issue: the certificate to extend has ended, or the professions have left the register. Without this the case would stay open for ever and forbid the next. */
export async function closeUnissued(ctx: Ctx, input: { id: string; version: number }): Promise<void> {
  await tx(ctx, 'accreditation.issue-certificate', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.issue-certificate', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    assertStep(kase, 'close-unissued')
    assertNone('certificate.still-issuable', await closingOf(t, kase))
    const moved = await advance(t, kase, 'close-unissued', 'accreditation-closed-unissued')
    await writeToActing(t, moved, decisionLetter('closed-unissued', `/applicant/contract/${kase.id}`))
  })
}
