import { momentAt, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { lastRetakeDay } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import { closingBlockers } from './domain/closing.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { writeToPerson } from './letters.ts'
import { findDelivery, latestDecision } from './neighbours.ts'
import { policy } from './policy.ts'
import { leadsToSecond, secondTermOf } from './second-instance.ts'
import { selectAppealsOfDecision } from './store/appeal-store.ts'

const PAGE = 200
const MOST = 100

/** Closes cases whose last right has run out; one transaction each, at most a hundred at once. Answers how many it closed; safe to run twice. */
export async function closeFinishedCases(ctx: Ctx): Promise<number> {
  let closed = 0
  let after: Uuid | null = null
  while (closed < MOST) {
    const page: Uuid[] = await read(ctx, 'sweep.close', async (t) => {
      assertMay(t, policy, 'sweep.close', undefined as never)
      return casework.listClosable(t.sql, t.today, after, PAGE)
    })
    if (page.length === 0) break
    after = page.at(-1)!
    closed += await eachInTurn(page, (id) => closeOne(ctx, id))
  }
  return closed
}

async function closeOne(ctx: Ctx, id: Uuid): Promise<boolean> {
  return tx(ctx, 'sweep.close', async (t) => {
    assertMay(t, policy, 'sweep.close', undefined as never)
    const kase = await casework.lockCase(t, id)
    const clock = (await casework.deadlinesOf(t, id)).findLast((each) => each.rule === 'T6' && each.cancelledAt === null)
    const term = clock?.dueOn ? { startedOn: clock.startedOn, lastOn: clock.dueOn } : undefined
    const blockers = closingBlockers({ step: kase.step, term, openAppeal: await casework.hasOpenAppeal(t.sql, id), ...(await newestAppealOf(t, kase)), retakeUntil: clock && lastRetakeDay(clock.startedOn, await casework.normsOf(t, kase), await casework.retakeDaysWaited(t, id, momentAt(clock.startedOn, '00:00')), t.calendar) }, t.today)
    if (blockers.length > 0) return false
    const closed = await casework.advance(t, kase, 'case.close', 'case-closed')
    if (kase.step === 'fail-notice-sent') await writeToPerson(t, closed, 'case-closed', `/cases/${kase.number}`)
    return true
  })
}

/** Of the newest appeal from the decision by which the case stands: whether it was decided and nobody has handed the decision over, which an account has at once; and until when it may be followed by a second. */
async function newestAppealOf(t: Tx, kase: casework.CaseFile): Promise<{ appealUndelivered: boolean; secondUntil: Day | undefined }> {
  const decision = await latestDecision(t, kase.id)
  const appeal = decision && (await selectAppealsOfDecision(t.sql, decision.id))[0]
  if (!appeal?.outcome) return { appealUndelivered: false, secondUntil: undefined }
  return {
    appealUndelivered: kase.accountId === null && (await findDelivery(t.sql, 'appeal-decision', appeal.caseId)) === undefined,
    secondUntil: (await leadsToSecond(t, kase, appeal, appeal.outcome)) ? (await secondTermOf(t, appeal.caseId))?.lastOn : undefined,
  }
}
