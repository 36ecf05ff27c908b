import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { Iin } from '#kernel/iin.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { askingBlockers, givingBlockers, lastDayOfRequest, type AccountFacts } from './domain/access.ts'
import { isOver, lapseIfOver } from './lapse-access.ts'
import { policy } from './policy.ts'
import { accountIdOf, getApplication } from './standing.ts'
import { decideRecovery, insertRecovery, selectOpenRecovery } from './store/access-store.ts'

async function factsOf(t: Tx, kase: casework.CaseFile, email: string | undefined): Promise<AccountFacts> {
  if (kase.accountId === null) return { hasAccount: false, verified: false, holdsRole: false, emailTaken: false }
  return { hasAccount: true, verified: (await people.getPerson(t, kase.personId)).verifiedAt !== null, ...(await people.accountFactsOf(t, kase.accountId, email)) }
}

/** A clerk who holds the document of a candidate that can sign in no more asks that access be given back; nothing changes until another person decides. */
export async function askForAccess(ctx: Ctx, input: { number: string; version: number; iin: string; email: string; seen: boolean }): Promise<void> {
  try {
    await tx(ctx, 'access.ask', async (t) => {
      const kase = await casework.lockCaseByNumber(t, input.number)
      assertMay(t, policy, 'access.ask', kase)
      if (kase.kind !== 'recognition') deny('not-found')
      casework.assertUnchanged(kase, input.version)
      const iin = Iin.parse(input.iin)
      const email = people.readEmail(input.email)
      const owner = await people.lockClaimant(t, kase.personId)
      const open = await selectOpenRecovery(t.sql, kase.id)
      // What the sweep has not reached yet holds up no other request.
      const waits = open !== undefined && !(await lapseIfOver(t, kase, open))
      assertNone('access.not-asked', askingBlockers({
        ...(await factsOf(t, kase, email)), email, seen: input.seen, sameIin: iin.ok ? people.holdsIin(t, owner, iin.value) : undefined, askedAlready: waits,
      }))
      await insertRecovery(t.sql, { id: t.newId(), caseId: kase.id, accountId: kase.accountId!, email: email!, askedBy: accountIdOf(t), askedAt: t.now })
      await casework.touchCase(t, kase, {})
      await casework.record(t, kase.id, 'access-asked')
      await people.tellAccessAsked(t, kase.accountId!)
    })
  } catch (error) {
    // Asked for in another case of the same account.
    if (violatedConstraint(error) === 'one_open_recovery_per_account') deny('access.asked-already')
    throw error
  }
}

/**
 * Another person of the centre, who saw the document too, gives access back or does not. Given back, the address changes, password, second factor and sign-ins end,
 * the former address is told, and a link for a new password goes to the new one.
 */
export async function decideAccess(ctx: Ctx, input: { number: string; version: number; give: boolean; seen: boolean }): Promise<void> {
  await asOnlyOwner(() => tx(ctx, 'access.decide', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'access.decide', kase)
    casework.assertUnchanged(kase, input.version)
    const open = await selectOpenRecovery(t.sql, kase.id)
    if (!open) deny('access.none-asked')
    if (await isOver(t, kase, open)) deny('access.request-over')
    const own = open.askedBy === accountIdOf(t)
    if (input.give) assertNone('access.not-given', givingBlockers({ ...(await factsOf(t, kase, open.email)), own, askerGone: await isGone(t, kase.centreId, open.askedBy), seen: input.seen }))
    else if (own) deny('access.own-request')
    await decideRecovery(t.sql, open.id, accountIdOf(t), t.now, input.give)
    if (input.give) await people.giveAccessBack(t, open.accountId, { email: open.email, at: ctx.clock.realNow() })
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, input.give ? 'access-given-back' : 'access-not-given', { askedBy: open.askedBy })
  }))
}

/** Whether somebody is no clerk of the centre today. */
async function isGone(t: Tx, centreId: Uuid, accountId: Uuid): Promise<boolean> {
  return !(await centres.listStaff(t.sql, centreId, t.today)).some((each) => each.accountId === accountId && each.roles.some((role) => (casework.CLERKS as readonly string[]).includes(role)))
}

/** Of two accounts that are given the same address at once the second is told; the database knows it first. */
async function asOnlyOwner<Done>(act: () => Promise<Done>): Promise<Done> {
  try {
    return await act()
  } catch (error) {
    if (violatedConstraint(error) === 'one_account_per_email') deny('access.email-taken', { field: 'email' })
    throw error
  }
}

export interface AccessView {
  kase: casework.CaseFile
  centreId: Uuid
  candidate: Awaited<ReturnType<typeof getApplication>>
  verified: boolean
  holdsRole: boolean
  /** What waits for a second person. */
  open: { email: string; by: string; at: Moment; until: Day; own: boolean } | undefined
}

/** What a clerk sees before he asks, and the second person before he decides. */
export async function readAccess(ctx: Ctx, number: string): Promise<AccessView> {
  return read(ctx, 'access.ask', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'access.ask', kase)
    if (kase.kind !== 'recognition') deny('not-found')
    const facts = await factsOf(t, kase, undefined)
    const found = await selectOpenRecovery(t.sql, kase.id)
    const open = found && !(await isOver(t, kase, found)) ? found : undefined
    return {
      kase, centreId: kase.centreId, candidate: await getApplication(t, kase.id), verified: facts.verified, holdsRole: facts.holdsRole,
      open: open && { email: open.email, by: (await people.fullNameOf(t, open.askedBy)) ?? '—', at: open.askedAt, until: lastDayOfRequest(legalDay(open.askedAt), await casework.normsOf(t, kase)), own: open.askedBy === accountIdOf(t) },
    }
  })
}
