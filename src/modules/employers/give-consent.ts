import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { EMPLOYER_CONSENT_VERSION, isConsentScope } from './domain/consent.ts'
import { chainOf } from './office.ts'
import { ownReferral } from './own-referrals.ts'
import { policy } from './policy.ts'
import { insertConsent, selectConsents } from './store/referral-store.ts'

/** Lets the employer see one thing, or takes that back; what stands already is not written again. */
export async function giveConsent(ctx: Ctx, input: { id: string; scope: string; given: boolean }): Promise<void> {
  await tx(ctx, 'referral.consent', async (t) => withSystemSight(t, async () => {
    const referral = await ownReferral(t, input.id, 'lock')
    assertMay(t, policy, 'referral.consent', { isTheirs: true })
    if (t.actor.kind !== 'person' || !isConsentScope(input.scope)) throw new Denial('not-found')
    const { accountId } = t.actor
    const { scope, given } = input
    const before = (await selectConsents(t.sql, [referral.id])).find((each) => each.scope === scope)?.given ?? false
    if (before === given) return
    await insertConsent(t.sql, { id: t.newId(), referralId: referral.id, scope, given, textVersion: EMPLOYER_CONSENT_VERSION, accountId, at: t.now })
    await record(t, chainOf(referral.organisationId), given ? 'consent-given' : 'consent-withdrawn', { referralId: referral.id, scope, text: EMPLOYER_CONSENT_VERSION })
  }))
}
