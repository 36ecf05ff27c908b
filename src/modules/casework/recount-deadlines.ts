import { dueOn as dueOnOf, recountInFavour, type DeadlineId } from '#kernel/deadline-rule.ts'
import type { Day } from '#kernel/day.ts'
import { isDenial } from '#kernel/denial.ts'
import { deadlineRule, normBoolean } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { lockCase, normsOf, record } from './cases.ts'
import { policy } from './policy.ts'
import { moveDeadline, selectStaleClocks, type StaleClock } from './store/sweep-store.ts'

const BATCH = 100

/**
 * Counts running terms anew when a decree has changed the working calendar: the norms stay those of the case, and a term moves only later [D].
 * One transaction each, safe to run twice. Answers how many were looked at.
 */
export async function recountDeadlines(ctx: Ctx): Promise<number> {
  const stale = await read(ctx, 'deadline.recount', async (t) => {
    assertMay(t, policy, 'deadline.recount', undefined as never)
    return selectStaleClocks(t.sql, t.calendar.version, BATCH)
  })
  return eachInTurn(stale, (clock) => recountOne(ctx, clock))
}

async function recountOne(ctx: Ctx, clock: StaleClock): Promise<boolean> {
  return tx(ctx, 'deadline.recount', async (t) => {
    assertMay(t, policy, 'deadline.recount', undefined as never)
    const kase = await lockCase(t, clock.caseId)
    const norms = await normsOf(t, kase)
    const counted = countedOn(() => dueOnOf(deadlineRule(norms, clock.rule as DeadlineId), clock.startedOn, t.calendar)) ?? clock.dueOn
    const to = normBoolean(norms, 'deadline.recountOnlyInFavour') ? recountInFavour(clock.dueOn, counted) : counted
    if ((await moveDeadline(t.sql, { ...clock, to, calendarVersion: t.calendar.version })) === 0) return false
    if (to !== clock.dueOn) await record(t, kase.id, 'deadline-recounted', { rule: clock.rule, from: clock.dueOn, to, calendar: t.calendar.version })
    return true
  })
}

/** A term that the new calendar cannot count stays as it was. */
function countedOn(count: () => Day | undefined): Day | undefined {
  try {
    return count()
  } catch (error) {
    if (!isDenial(error, 'calendar.year-missing')) throw error
    return undefined
  }
}
