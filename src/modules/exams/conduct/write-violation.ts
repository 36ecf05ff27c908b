import { plusMinutes } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { normNumber, normNumberOr } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { endAttempt, type Attempt } from '../attempts.ts'
import { addWorkSeconds, selectPracticeRun, updatePracticeEnded } from '../practice/store/practice-store.ts'
import { selectViolations } from '../store/attempt-store.ts'
import { gradeRun } from '../theory/close-theory.ts'
import { selectTheoryRun, updateTheoryEndsAt } from '../theory/store/theory-store.ts'
import { countOf, groundsInForce, INCIDENT_KINDS, measureBlockers, violationOutcome, type IncidentKind, type ViolationGround } from './domain/violations.ts'
import { countIncidents, insertIncident, insertViolation } from './store/conduct-store.ts'

export interface WrittenViolation {
  stage: Stage
  ground: ViolationGround
  note: string
  seen?: number
  wanted?: 'warning' | 'removal'
  /** The person who found it; none where an entry of the closed list of the norms did, which is then named. */
  by: string | null
  byNorm?: string
}

/** Writes a violation and what follows from it. The case must be locked and the caller has asked its own policy. */
export async function writeViolation(t: Tx, kase: casework.CaseFile, attempt: Attempt, input: WrittenViolation): Promise<{ id: string; outcome: 'warning' | 'removal'; ordinal: number }> {
  const norms = await casework.normsOf(t, kase)
  // An entry of the closed list of the norms is a ground by itself, whatever people may choose from.
  if (input.byNorm === undefined && !groundsInForce(norms).includes(input.ground)) deny('violation.unknown-ground', { field: 'ground' })
  if (input.note.trim() === '') deny('violation.note-missing', { field: 'note' })
  if (kase.step !== (input.stage === 'theory' ? 'theory-running' : 'practice-running')) deny('violation.not-running')
  // Of a practice on line: once his work has ended, he does nothing any more.
  if (input.stage === 'practice' && (await selectPracticeRun(t.sql, attempt.id, { lock: true }))?.workEndedAt) deny('violation.not-running')
  const countedIn = countOf(norms, input.stage)
  const before = (await selectViolations(t.sql, attempt.id)).filter((each) => each.countedIn === countedIn).length
  if (input.seen !== undefined && input.seen !== before) deny('violation.another-recorded')
  const outcome = violationOutcome(before, normNumber(norms, 'violation.endsExamAt'))
  if (input.wanted) assertNone('violation.other-measure', measureBlockers(input.wanted, outcome))
  const ordinal = before + 1
  const id = t.newId()
  await insertViolation(t.sql, { id, attemptId: attempt.id, caseId: kase.id, stage: input.stage, ordinal, countedIn, ground: input.ground, note: input.note.trim(), by: input.by, byNorm: input.byNorm ?? null, at: t.now })
  const payload = { stage: input.stage, ordinal, ground: input.ground, ...(input.byNorm ? { byNorm: input.byNorm } : {}) }
  if (outcome === 'warning') {
    await casework.record(t, kase.id, 'warning-given', { attemptId: attempt.id, ...payload })
    return { id, outcome, ordinal }
  }
  const theory = await selectTheoryRun(t.sql, attempt.id, { lock: true })
  const practice = await selectPracticeRun(t.sql, attempt.id, { lock: true })
  const logged = theory && theory.endKind === null ? (await gradeRun(t, { kase, attempt, run: theory }, { kind: 'removal', at: t.now })).logged : {}
  if (practice && practice.endKind === null) await updatePracticeEnded(t.sql, practice.id, { at: t.now, kind: 'removal', passed: false, note: input.note.trim() })
  await endAttempt(t, kase, attempt, 'attempt.end', 'removed-from-exam', { from: t.today, at: t.now, payload: { ...payload, ...logged } })
  return { id, outcome, ordinal }
}

/** The most minutes that are given back for one event; 180 where the edition of the norms does not say [D]. */
export async function minutesMostOf(t: Tx, kase: casework.CaseFile): Promise<number> {
  return normNumberOr(await casework.normsOf(t, kase), 'exam.incidentMinutesMost', 180)
}

/** Writes an incident with the minutes given back for it. The case must be locked and the caller has asked its own policy. */
export async function writeIncident(t: Tx, kase: casework.CaseFile, attempt: Attempt, input: { stage?: Stage; kind: IncidentKind; note: string; minutes: number; seen?: number; by: string }): Promise<void> {
  if (!INCIDENT_KINDS.includes(input.kind)) deny('incident.unknown-kind', { field: 'kind' })
  if (input.note.trim() === '') deny('incident.note-missing', { field: 'note' })
  const most = await minutesMostOf(t, kase)
  if (!Number.isInteger(input.minutes) || input.minutes < 0 || input.minutes > most) deny('incident.minutes-wrong', { field: 'minutes', most })
  if (input.seen !== undefined && input.seen !== (await countIncidents(t.sql, attempt.id))) deny('incident.another-recorded')
  await giveBack(t, attempt, input.stage ?? 'theory', input.minutes)
  await insertIncident(t.sql, { id: t.newId(), attemptId: attempt.id, caseId: kase.id, kind: input.kind, note: input.note.trim(), minutes: input.minutes, by: input.by, at: t.now })
  await casework.record(t, kase.id, input.minutes > 0 ? 'minutes-given' : 'incident-recorded', { attemptId: attempt.id, kind: input.kind, minutes: input.minutes })
}

/** How many events people have written down in an attempt, for a page that is to notice the next one. */
export async function countIncidentsOf(t: Tx, attemptId: string): Promise<number> {
  return countIncidents(t.sql, attemptId)
}

/** Time goes back only to what runs: the theory, or the work of a practice on line. */
async function giveBack(t: Tx, attempt: Attempt, stage: Stage, minutes: number): Promise<void> {
  const theory = stage === 'theory' ? await selectTheoryRun(t.sql, attempt.id, { lock: true }) : undefined
  const practice = stage === 'practice' ? await selectPracticeRun(t.sql, attempt.id, { lock: true }) : undefined
  if (minutes === 0) return
  if (theory?.endsAt && !theory.endKind) await updateTheoryEndsAt(t.sql, theory.id, plusMinutes(theory.endsAt, minutes))
  else if (practice && !practice.endKind && !practice.workEndedAt) await addWorkSeconds(t.sql, practice.id, minutes * 60)
  else deny('incident.no-time-running')
}

/** What a machine has noticed: an incident and nothing more, written by nobody. The case must be locked. */
export async function noteSignal(t: Tx, kase: casework.CaseFile, attemptId: string, input: { kind: string; note: string }): Promise<string> {
  const id = t.newId()
  await insertIncident(t.sql, { id, attemptId: attemptId as never, caseId: kase.id, kind: input.kind, note: input.note, minutes: null, by: null, at: t.now })
  await casework.record(t, kase.id, 'signal-noted', { attemptId, kind: input.kind })
  return id
}
