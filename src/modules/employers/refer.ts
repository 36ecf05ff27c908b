import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { stateOf, readReferral, type ReferralTyped } from './domain/referral.ts'
import { closeExpired } from './close-expired.ts'
import { chainOf, ownEmployer } from './office.ts'
import { policy } from './policy.ts'
import { enterReferrals, measureOf } from './send-referrals.ts'
import { lockReferral, markWithdrawn } from './store/referral-store.ts'

/** Refers one worker; every fault is told at once, by field. Answers the id of the referral. */
export async function refer(ctx: Ctx, typed: ReferralTyped): Promise<Uuid> {
  try {
    return await tx(ctx, 'referral.send', async (t) => {
      const employer = await ownEmployer(t)
      assertMay(t, policy, 'referral.send', employer)
      return withSystemSight(t, async () => {
        const read = readReferral(typed, await measureOf(t, employer))
        if (!read.ok) throw new Denial('referral.not-sent', { blockers: read.faults.map(({ field, code, data }) => ({ code, data: { ...data, field } })) })
        await closeExpired(t, employer.organisationId)
        const [id] = await enterReferrals(t, employer, [read.referral], 'desk')
        await record(t, chainOf(employer.organisationId), 'referral-sent', { referralId: id!, profession: read.referral.professionCode, level: read.referral.level, pays: read.referral.pays })
        return id!
      })
    })
  } catch (error) {
    throw violatedConstraint(error) === 'one_open_referral_per_person_and_qualification' ? new Denial('referral.sent-already') : error
  }
}

/** Takes a referral back with its ground, while the worker has not taken it up. */
export async function withdrawReferral(ctx: Ctx, input: { id: string; ground: string }): Promise<void> {
  await tx(ctx, 'referral.withdraw', async (t) => {
    const employer = await ownEmployer(t)
    assertMay(t, policy, 'referral.withdraw', employer)
    await withSystemSight(t, async () => {
      const referral = parseUuid(input.id) ? await lockReferral(t.sql, input.id) : undefined
      if (!referral || referral.organisationId !== employer.organisationId) throw new Denial('not-found')
      const state = stateOf(referral, t.today)
      if (state === 'withdrawn') return
      if (state === 'taken' || state === 'declined') throw new Denial(`referral.${state}`)
      const ground = input.ground.trim().slice(0, 500)
      if (ground === '') throw new Denial('referral.ground-missing', { data: { field: 'ground' } })
      await markWithdrawn(t.sql, referral.id, { accountId: accountOf(t.actor)!, ground, at: t.now })
      await record(t, chainOf(employer.organisationId), 'referral-withdrawn', { referralId: referral.id, ground })
    })
  })
}
