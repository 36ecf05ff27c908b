import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { findHandedIn, partnerOf } from './hand-in-for-partner.ts'
import { policy } from './policy.ts'
import { withdraw } from './withdraw-application.ts'

export interface WithdrawnForPartner {
  reference: string
  number: string
  step: string
  repeated: boolean
}

/** The candidate takes back, through the partner by whom he applied, what he handed in there; as at his own desk, before the exam has begun. Told again, it is only said again. */
export async function withdrawForPartner(ctx: Ctx, input: { reference: string; note: string }): Promise<WithdrawnForPartner> {
  const partner = partnerOf(ctx)
  return tx(ctx, 'application.withdraw-for-partner', async (t) => {
    assertMay(t, policy, 'application.withdraw-for-partner', { organisationId: partner.organisationId })
    const found = await findHandedIn(t, partner, input.reference)
    if (!found) throw new Denial('not-found')
    // A partner is nobody's candidate: after its policy the case is ended with the sight of the system, as it was opened.
    return withSystemSight(t, async () => {
      const kase = await casework.lockCaseByNumber(t, found.kase.number)
      if (kase.step === 'withdrawn') return { reference: input.reference, number: kase.number, step: kase.step, repeated: true }
      const withdrawn = await withdraw(t, kase, { note: input.note, how: 'partner', on: t.today })
      return { reference: input.reference, number: withdrawn.number, step: withdrawn.step, repeated: false }
    })
  })
}
