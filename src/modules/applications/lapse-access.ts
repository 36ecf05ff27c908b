import { legalDay } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { lastDayOfRequest } from './domain/access.ts'
import { policy } from './policy.ts'
import { lapseRecovery, selectCasesWithOpenRecovery, selectOpenRecovery, type AskedRecovery } from './store/access-store.ts'

/** Ends requests to get access back that no second person decided in the days of the norm, and forgets the addresses asked for. Answers how many. */
export async function lapseAccessRequests(ctx: Ctx): Promise<number> {
  const waiting = await read(ctx, 'access.lapse', async (t) => {
    assertMay(t, policy, 'access.lapse', undefined as never)
    return withSystemSight(t, () => selectCasesWithOpenRecovery(t.sql))
  })
  return eachInTurn(waiting, (caseId) => tx(ctx, 'access.lapse', async (t) => {
    assertMay(t, policy, 'access.lapse', undefined as never)
    return withSystemSight(t, async () => {
      const kase = await casework.lockCase(t, caseId)
      const open = await selectOpenRecovery(t.sql, kase.id)
      if (!open || !(await lapseIfOver(t, kase, open))) return false
      await casework.touchCase(t, kase, {})
      return true
    })
  }))
}

/** The days of the norm are over: nobody gives access back on this request any more, whether the sweep came by or not. */
export async function isOver(t: Tx, kase: casework.CaseFile, open: AskedRecovery): Promise<boolean> {
  return t.today > lastDayOfRequest(legalDay(open.askedAt), await casework.normsOf(t, kase))
}

/**
 * Ends a request whose days are over; the caller holds the case and has asked its own policy. The owner is told where his letters go now, and whoever asked. Nothing is written to the
 * address that was asked for: nobody has shown that it is his, and a letter would tell a stranger of a case.
 */
export async function lapseIfOver(t: Tx, kase: casework.CaseFile, open: AskedRecovery): Promise<boolean> {
  if (!(await isOver(t, kase, open))) return false
  await lapseRecovery(t.sql, open.id, t.now)
  await casework.record(t, kase.id, 'access-lapsed', { askedBy: open.askedBy })
  await people.tellAccessLapsed(t, { owner: open.accountId, asker: open.askedBy, desk: `/centre/cases/${kase.number}/access` })
  return true
}
