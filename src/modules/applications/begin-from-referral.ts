import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as employers from '#modules/employers/index.ts'
import { saveDraft } from './draft.ts'

/** Begins an application from an employer's referral: profession, level and, where it names one, the centre are filled in. Answers the code of the profession. */
export async function beginFromReferral(ctx: Ctx, referralId: string): Promise<string> {
  const referral = await employers.getOwnReferral(ctx, referralId)
  if (referral.state !== 'sent') throw new Denial(`referral.${referral.state}`)
  await saveDraft(ctx, { professionCode: referral.profession.code, data: { referralId: referral.id, level: referral.level, ...(referral.centre ? { centreId: referral.centre.id } : {}) } })
  return referral.profession.code
}

/** Goes on without the employer: the draft stays, the referral stays open. */
export async function leaveReferral(ctx: Ctx, professionCode: string): Promise<void> {
  await saveDraft(ctx, { professionCode, data: { referralId: undefined } })
}
