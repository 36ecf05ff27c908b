import { legalDay, plusMinutes } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { endAttempt, getNotifiedSitting, getOpenAttempt } from '../attempts.ts'
import { policy } from '../policy.ts'
import { selectPracticeRun, updatePracticeEnded } from '../practice/store/practice-store.ts'
import type { Stage } from '../preparation/domain/notification.ts'
import { selectViolations } from '../store/attempt-store.ts'
import { gradeRun } from '../theory/close-theory.ts'
import { selectTheoryRun, updateTheoryEndsAt } from '../theory/store/theory-store.ts'
import { INCIDENT_KINDS, INCIDENT_MINUTES_MAX, measureBlockers, noShowBlockers, VIOLATION_GROUNDS, violationOutcome, type IncidentKind, type ViolationGround } from './domain/violations.ts'
import { countIncidents, insertIncident, insertNoShow, insertViolation } from './store/conduct-store.ts'

export interface RecordViolation {
  number: string
  stage: Stage
  ground: ViolationGround
  note: string
  /** How many violations stood on the page when the person decided: a removal never happens by surprise. */
  seen?: number
  /** What the person meant to do; the count of the attempt decides, and a measure that does not fit it is not taken. */
  wanted?: 'warning' | 'removal'
}

/**
 * A person writes down a violation: the first is a warning, the second ends the exam at once and without discretion. The count
 * belongs to the attempt, theory and practice together [S][D].
 */
export async function recordViolation(ctx: Ctx, input: RecordViolation): Promise<{ outcome: 'warning' | 'removal'; ordinal: number }> {
  return tx(ctx, 'violation.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.conduct', { ...kase, stage: input.stage })
    const attempt = await getOpenAttempt(t, kase)
    if (!VIOLATION_GROUNDS.includes(input.ground)) deny('violation.unknown-ground', { field: 'ground' })
    if (input.note.trim() === '') deny('violation.note-missing', { field: 'note' })
    if (kase.step !== (input.stage === 'theory' ? 'theory-running' : 'practice-running')) deny('violation.not-running')
    const before = (await selectViolations(t.sql, attempt.id)).length
    if (input.seen !== undefined && input.seen !== before) deny('violation.another-recorded')
    const outcome = violationOutcome(before, normNumber(await casework.normsOf(t, kase), 'violation.endsExamAt'))
    if (input.wanted) assertNone('violation.other-measure', measureBlockers(input.wanted, outcome))
    const ordinal = before + 1
    await insertViolation(t.sql, { id: t.newId(), attemptId: attempt.id, caseId: kase.id, stage: input.stage, ordinal, ground: input.ground, note: input.note.trim(), by: accountOf(t.actor)!, at: t.now })
    const payload = { stage: input.stage, ordinal, ground: input.ground }
    if (outcome === 'warning') {
      await casework.record(t, kase.id, 'warning-given', { attemptId: attempt.id, ...payload })
      return { outcome, ordinal }
    }
    const theory = await selectTheoryRun(t.sql, attempt.id, { lock: true })
    const practice = await selectPracticeRun(t.sql, attempt.id, { lock: true })
    const logged = theory && theory.endKind === null ? (await gradeRun(t, { kase, attempt, run: theory }, { kind: 'removal', at: t.now })).logged : {}
    if (practice && practice.endKind === null) await updatePracticeEnded(t.sql, practice.id, { at: t.now, kind: 'removal', passed: false, note: input.note.trim() })
    await endAttempt(t, kase, attempt, 'attempt.end', 'removed-from-exam', { from: t.today, at: t.now, payload: { ...payload, ...logged } })
    return { outcome, ordinal }
  })
}

/** Something that is nobody's fault, with the minutes given back for it. `seen`: how many stood on the page, so that two people do not both give the same minutes. */
export async function recordIncident(ctx: Ctx, input: { number: string; kind: IncidentKind; note: string; minutes: number; seen?: number }): Promise<void> {
  await tx(ctx, 'incident.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.conduct', { ...kase, stage: kase.step === 'practice-running' ? 'practice' : 'theory' })
    const attempt = await getOpenAttempt(t, kase)
    if (!INCIDENT_KINDS.includes(input.kind)) deny('incident.unknown-kind', { field: 'kind' })
    if (input.note.trim() === '') deny('incident.note-missing', { field: 'note' })
    if (!Number.isInteger(input.minutes) || input.minutes < 0 || input.minutes > INCIDENT_MINUTES_MAX) deny('incident.minutes-wrong', { field: 'minutes', most: INCIDENT_MINUTES_MAX })
    if (input.seen !== undefined && input.seen !== (await countIncidents(t.sql, attempt.id))) deny('incident.another-recorded')
    const run = await selectTheoryRun(t.sql, attempt.id, { lock: true })
    if (input.minutes > 0) {
      if (!run?.endsAt || run.endKind) deny('incident.no-time-running')
      await updateTheoryEndsAt(t.sql, run.id, plusMinutes(run.endsAt, input.minutes))
    }
    await insertIncident(t.sql, { id: t.newId(), attemptId: attempt.id, caseId: kase.id, kind: input.kind, note: input.note.trim(), minutes: input.minutes, by: accountOf(t.actor)!, at: t.now })
    await casework.record(t, kase.id, input.minutes > 0 ? 'minutes-given' : 'incident-recorded', { attemptId: attempt.id, kind: input.kind, minutes: input.minutes })
  })
}

/** The candidate did not come: from the end of the sitting on it may be written down, and the panel decides. */
export async function recordNoShow(ctx: Ctx, input: { number: string; stage: Stage }): Promise<void> {
  await tx(ctx, 'no-show.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.conduct', { ...kase, stage: input.stage })
    casework.assertStep(kase, 'attempt.end')
    const attempt = await getOpenAttempt(t, kase)
    const sitting = await getNotifiedSitting(t, attempt.id, input.stage)
    const startedAt = input.stage === 'theory' ? (await selectTheoryRun(t.sql, attempt.id))?.startedAt : (await selectPracticeRun(t.sql, attempt.id))?.startedAt
    assertNone('no-show.not-possible', noShowBlockers({ sittingEndsAt: sitting.endsAt, startedAt: startedAt ?? null, now: t.now }))
    await insertNoShow(t.sql, { attemptId: attempt.id, stage: input.stage, onDay: sitting.onDay, by: accountOf(t.actor)!, at: t.now })
    await endAttempt(t, kase, attempt, 'attempt.end', 'no-show-recorded', { from: legalDay(sitting.startsAt), at: t.now, payload: { stage: input.stage, onDay: sitting.onDay } })
  })
}
