import { assertNone, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { takeUpBlockers, type TakingUp } from './domain/referral.ts'
import { chainOf } from './office.ts'
import { ownReferral } from './own-referrals.ts'
import { ownPeopleNorm } from './send-referrals.ts'
import { markTaken, selectReferralOfCase } from './store/referral-store.ts'

/** Who refers and, where it pays, who pays: as it stands in the application and in the contract. */
export interface Referrer {
  referralId: Uuid
  organisationId: Uuid
  name: Localized
  bin: string | null
  number: string
  referredOn: string
  pays: boolean
}

/** Why the application cannot go on this referral; the act that calls has asked its own policy, and the referral must be the actor's. */
export async function referralBlockers(t: Tx, referralId: string, application: TakingUp): Promise<Blocker[]> {
  return withSystemSight(t, async () => takeUpBlockers(await ownReferral(t, referralId, 'read'), application, { on: t.today, ownPeople: await ownPeopleNorm(t) }))
}

/** Takes the referral up into a case, in the transaction that registers the application. */
export async function takeUpReferral(t: Tx, input: { referralId: string; caseId: Uuid; accountId: Uuid; personId: Uuid } & TakingUp): Promise<Referrer> {
  return withSystemSight(t, async () => {
    const referral = await ownReferral(t, input.referralId, 'lock')
    assertNone('referral.not-possible', takeUpBlockers(referral, input, { on: t.today, ownPeople: await ownPeopleNorm(t) }))
    await markTaken(t.sql, referral.id, { personId: input.personId, accountId: input.accountId, caseId: input.caseId, at: t.now })
    await record(t, chainOf(referral.organisationId), 'referral-taken', { referralId: referral.id, caseId: input.caseId })
    return (await findReferrer(t, input.caseId))!
  })
}

/** The employer on whose referral a case goes; undefined where the candidate came by himself. */
export async function findReferrer(t: Tx, caseId: string): Promise<Referrer | undefined> {
  return withSystemSight(t, async () => {
    const row = await selectReferralOfCase(t.sql, caseId)
    if (!row) return undefined
    const { name, bin } = await people.getOrganisation(t.sql, row.organisationId)
    return { referralId: row.id, organisationId: row.organisationId, name, bin, number: row.number, referredOn: row.referredOn, pays: row.pays }
  })
}
