import type { Day } from '#kernel/day.ts'
import type { DeadlineId } from '#kernel/deadline-rule.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { getCase, startClock, touchCase } from './cases.ts'
import { endDeadlines } from './store/case-store.ts'
import { pauseClock } from './store/hold-store.ts'

/** A clock whose first day has not come yet, by the norms of the case: it is not kept late by anybody, and the case waits for no day. The case must be locked. */
export async function awaitClock(t: Tx, caseId: string, rule: DeadlineId): Promise<void> {
  // As it stands now: the caller may hold the case as it was before its act.
  const kase = await getCase(t, caseId)
  await endDeadlines(t.sql, caseId, rule, 'cancelled', t.now)
  if (kase.step !== 'waiting') await touchCase(t, kase, { nextDueOn: null })
}

/** The first day of such a clock has come. In a case that waits for the ministry it stands still at once, as every clock of the centre does. The case must be locked. */
export async function restartClock(t: Tx, caseId: string, rule: DeadlineId, startedOn: Day = t.today): Promise<void> {
  const kase = await getCase(t, caseId)
  await endDeadlines(t.sql, caseId, rule, 'cancelled', t.now)
  const nextDueOn = await startClock(t, kase, rule, startedOn)
  if (kase.step === 'waiting') await pauseClock(t.sql, caseId, rule, t.today)
  else await touchCase(t, kase, { nextDueOn })
}
