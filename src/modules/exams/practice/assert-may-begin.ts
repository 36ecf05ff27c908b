import { assertNone, deny } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import type { Attempt } from '../attempts.ts'
import { admitBlockers } from '../conduct/domain/violations.ts'
import { conflictBlockers } from '../interests/find-conflicts.ts'
import { payerBlockers, type PlannedSitting } from '../neighbours.ts'
import { isFullyAcknowledged } from '../preparation/domain/acknowledgement.ts'
import { staffOf } from '../preparation/notice-offer.ts'
import { selectAcknowledgements } from '../preparation/store/preparation-store.ts'
import { minutesBefore } from '../theory/admit-to-theory.ts'
import { admissionBlockers } from '../theory/domain/exam-time.ts'
import { selectTheoryRun } from '../theory/store/theory-store.ts'

/** The practice belongs to the attempt, and the theory before it is ended. After a postponement it is held by itself, with the theory passed before it. */
export async function assertPracticeIsNext(t: Tx, kase: CaseFile, attempt: Attempt): Promise<void> {
  if (!attempt.stages.includes('practice')) deny('practice.not-in-attempt')
  if (kase.step === 'briefed' && attempt.stages.includes('theory') && !(await selectTheoryRun(t.sql, attempt.id))?.endKind) deny('practice.theory-first')
}

/** Day, hour, identity, briefing, staff and payment are as they must be when a practice begins, in the centre and on line alike. */
export async function assertMayBeginPractice(t: Tx, kase: CaseFile, attempt: Attempt, sitting: PlannedSitting, { identitySeen }: { identitySeen: boolean }): Promise<void> {
  assertNone('admission.not-possible', [
    ...admitBlockers({ sittingOn: sitting.onDay, today: t.today, identitySeen, acknowledged: isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id)) }),
    ...admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) }),
    ...(await conflictBlockers(t, kase, staffOf(sitting))),
    ...(await payerBlockers(t, kase)),
  ])
}
