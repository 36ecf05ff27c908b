import type { Day } from '#kernel/day.ts'
import type { DeadlineId } from '#kernel/deadline-rule.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { getCase, startClock, touchCase, type CaseFile } from './cases.ts'
import { deadlinesOf, endDeadlines } from './store/case-store.ts'
import { pauseClock } from './store/hold-store.ts'

/** A clock whose first day has not come yet, by the norms of the case: it is not kept late by anybody, and the case waits for no day. The case must be locked. */
export async function awaitClock(t: Tx, caseId: string, rule: DeadlineId): Promise<void> {
  // As it stands now: the caller may hold the case as it was before its act.
  const kase = await getCase(t, caseId)
  await endDeadlines(t.sql, caseId, rule, 'cancelled', t.now)
  if (kase.step !== 'waiting') await touchCase(t, kase, { nextDueOn: null })
}

/** The act comes before the event from which its term would have run: it is in time, and the figures know that it was done. The case must be locked, and the act moves it on. */
export async function beginAwaited(t: Tx, kase: CaseFile, rule: DeadlineId): Promise<void> {
  const clocks = (await deadlinesOf(t.sql, kase.id)).filter((each) => each.rule === rule)
  if (clocks.length > 0 && clocks.every((each) => each.cancelledAt !== null)) await startClock(t, kase, rule)
}

/** The first day of such a clock has come. In a case that waits for the ministry it stands still at once, as every clock of the centre does. The case must be locked. */
export async function restartClock(t: Tx, caseId: string, rule: DeadlineId, startedOn: Day = t.today): Promise<void> {
  const kase = await getCase(t, caseId)
  await endDeadlines(t.sql, caseId, rule, 'cancelled', t.now)
  const nextDueOn = await startClock(t, kase, rule, startedOn)
  if (kase.step === 'waiting') await pauseClock(t.sql, caseId, rule, t.today)
  else await touchCase(t, kase, { nextDueOn })
}
