import { assertNone, deny } from '#kernel/denial.ts'
import { Iin } from '#kernel/iin.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { identityBlockers } from './domain/identity-blockers.ts'
import { otherOpenCase } from './other-open-case.ts'
import { policy } from './policy.ts'

/** A clerk of the centre saw the identity document of the candidate: the claimed IIN becomes verified, and the case that of the verified person. */
export async function confirmIdentity(ctx: Ctx, input: { number: string; version: number; iin: string; seen: boolean }): Promise<void> {
  await tx(ctx, 'identity.confirm', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'identity.confirm', kase)
    casework.assertUnchanged(kase, input.version)
    const iin = Iin.parse(input.iin)
    const claimant = await people.lockClaimant(t, kase.personId)
    assertNone('identity.not-possible', identityBlockers({
      sameIin: iin.ok ? people.holdsIin(t, claimant, iin.value) : undefined, seen: input.seen, caseOpen: kase.closedAt === null,
    }))
    const personId = await people.confirmPerson(t, claimant, kase.accountId)
    if (personId === kase.personId) await casework.touchCase(t, kase, {})
    else {
      if (await otherOpenCase(t, kase, { personId })) deny('case.person-has-another')
      await casework.setPersonOfCase(t, kase, personId)
    }
    await casework.record(t, kase.id, 'identity-confirmed', { personId })
  })
}
