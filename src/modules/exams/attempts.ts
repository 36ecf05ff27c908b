import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { normBoolean, normNumber, type NormEdition } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { answerKey, findSitting, type PlannedSitting } from './neighbours.ts'
import { contentOfCase } from './practice/content-of-case.ts'
import { settledState } from './practice/domain/practice.ts'
import { skillResults, type SkillResult } from './practice/domain/skills.ts'
import { sheetsOf } from './practice/sheets-of.ts'
import { creditedItems } from './theory/credited-items.ts'
import { gradeTheory } from './theory/domain/grading.ts'
import { selectNotification, selectNotifiedSittings } from './preparation/store/preparation-store.ts'
import type { WorkEnd } from './practice/online/domain/work.ts'
import { workFilesOf, type WorkFile } from './practice/online/work-of.ts'
import { selectMarks, selectPracticeRun, type PracticeRun } from './practice/store/practice-store.ts'
import type { SetAsideRow } from './practice/store/set-aside-store.ts'
import { selectPhotos, selectVerdicts } from './practice/store/sheet-store.ts'
import { selectAttempt, selectNewestAttempt, selectNoShow, selectViolations, updateAttemptEnded, type Attempt, type NoShow, type Violation } from './store/attempt-store.ts'
import { selectAnswers, selectTheoryRun, type TheoryRun } from './theory/store/theory-store.ts'

export type { Attempt } from './store/attempt-store.ts'

/** The newest attempt of a case, ended or not. */
export async function currentAttempt(t: Tx, caseId: string): Promise<Attempt | undefined> {
  return selectNewestAttempt(t.sql, caseId)
}

/** The attempt that is under way; without one there is nothing to examine. */
export async function getOpenAttempt(t: Tx, kase: CaseFile): Promise<Attempt> {
  const attempt = await selectNewestAttempt(t.sql, kase.id)
  if (!attempt || attempt.endedAt) throw new Denial('attempt.none-open')
  return attempt
}

/** The sitting to which the candidate was last notified for this stage. */
export async function findNotifiedSitting(t: Tx, attemptId: string, stage: Stage): Promise<PlannedSitting | undefined> {
  const notification = await selectNotification(t.sql, attemptId)
  if (!notification) return undefined
  const named = (await selectNotifiedSittings(t.sql, notification.id)).find((each) => each.stage === stage)
  return named ? findSitting(t.sql, named.sittingId) : undefined
}
export async function getNotifiedSitting(t: Tx, attemptId: string, stage: Stage): Promise<PlannedSitting> {
  const sitting = await findNotifiedSitting(t, attemptId, stage)
  if (!sitting) throw new Denial('attempt.no-sitting')
  return sitting
}

/** Ends the attempt and moves the case to the decision; the clock of the decision runs from the day of the last stage. */
export async function endAttempt(t: Tx, kase: CaseFile, attempt: Attempt, act: 'theory.fail' | 'practice.end' | 'attempt.end', entry: string, options: { from: Day; at: Moment; payload: Record<string, unknown> }): Promise<CaseFile> {
  await updateAttemptEnded(t.sql, attempt.id, options.at)
  return casework.advance(t, kase, act, entry, { payload: { attemptId: attempt.id, ...options.payload }, clockFrom: options.from })
}

/** The threshold of the theory as the case's edition has it. */
export function passRuleOf(norms: NormEdition) {
  return { percent: normNumber(norms, 'theory.passPercent'), strict: normBoolean(norms, 'theory.passStrict') }
}

/** What was said of one operation: `done` after everything, null where it was not marked; `marks` by hand, `verdicts` on a dispute. */
export interface MarkedStep {
  no: number
  /** Passing depends on it, by the card and the norms of the case. */
  counts: boolean
  done: boolean | null
  note: string
  assessorIds: string[]
  marks: { assessorId: string; done: boolean; note: string }[]
  verdicts: { assessorId: string; done: boolean; note: string }[]
  /** SHA-256 of each photo that was taken of it, in hexadecimal. */
  photos: string[]
  /** The same of each short video. */
  videos: string[]
}

/** The candidate's own part of a practice on line: his time, how it ended, and everything he sent. */
export interface WorkFacts {
  minutes: number
  secondsAdded: number
  endedAt: Moment
  endKind: WorkEnd
  files: Pick<WorkFile, 'name' | 'sha256' | 'receivedAt' | 'replaced'>[]
}

export interface ExamFacts {
  attemptId: string
  theory?: { attemptId: string; total: number; correct: number; passed: boolean; endKind: string; startedAt: Moment | null; endedAt: Moment; failedTopics: string[] }
  practice?: { attemptId: string; passed: boolean; endKind: string; endStep: number | null; endNote: string | null; startedAt: Moment; endedAt: Moment; steps: MarkedStep[]; accepted: { assessorId: string; at: Moment }[]; skills: SkillResult[]; setAside: Pick<SetAsideRow, 'assessorId' | 'ground' | 'successorId' | 'setAsideAt'>[]; work?: WorkFacts }
  violations: Violation[]
  noShow?: Pick<NoShow, 'stage' | 'onDay' | 'notLetIn'>
  assessorIds: string[]
}

/** What happened in an attempt, as the panel needs it; a stage credited from an earlier attempt is shown from there. */
export async function examFacts(t: Tx, attemptId: string): Promise<ExamFacts> {
  const attempt = await selectAttempt(t.sql, attemptId)
  if (!attempt) throw new Denial('not-found')
  const of = (stage: Stage) => (attempt.stages.includes(stage) || !attempt.creditedAttemptId ? attempt.id : attempt.creditedAttemptId)
  const facts: ExamFacts = { attemptId, violations: await selectViolations(t.sql, attemptId), assessorIds: [] }
  const theory = await selectTheoryRun(t.sql, of('theory'))
  if (theory?.endKind && theory.handedInAt) {
    facts.theory = {
      attemptId: theory.attemptId, total: theory.total, correct: theory.correct ?? 0, passed: theory.passed ?? false, endKind: theory.endKind,
      startedAt: theory.startedAt, endedAt: theory.handedInAt, failedTopics: await failedTopicsOf(t, theory),
    }
  }
  const practice = await selectPracticeRun(t.sql, of('practice'))
  if (practice?.endKind && practice.endedAt) {
    const practised = (await selectAttempt(t.sql, practice.attemptId))!
    facts.practice = {
      attemptId: practice.attemptId, passed: practice.passed ?? false, endKind: practice.endKind, endStep: practice.endStep, endNote: practice.endNote,
      startedAt: practice.startedAt, endedAt: practice.endedAt, ...(await markedSteps(t, practised, practice.id, practice.caseId)),
      ...(practice.workMinutes !== null ? { work: await workFactsOf(t, practice, practice.workMinutes) } : {}),
    }
    facts.assessorIds = [...new Set([...facts.practice.steps.flatMap((step) => step.assessorIds), ...((await findSitting(t.sql, practice.sittingId))?.assessorIds ?? [])])]
  }
  const noShow = await selectNoShow(t.sql, attemptId)
  if (noShow) facts.noShow = { stage: noShow.stage, onDay: noShow.onDay, notLetIn: noShow.notLetIn }
  return facts
}

async function workFactsOf(t: Tx, run: PracticeRun, minutes: number): Promise<WorkFacts> {
  return {
    minutes, secondsAdded: run.workSecondsAdded, endedAt: run.workEndedAt ?? run.endedAt!, endKind: run.workEndKind ?? 'stopped',
    files: (await workFilesOf(t, run.id)).map(({ name, sha256, receivedAt, replaced }) => ({ name, sha256, receivedAt, replaced })),
  }
}

async function failedTopicsOf(t: Tx, run: TheoryRun): Promise<string[]> {
  const attempt = (await selectAttempt(t.sql, run.attemptId))!
  return gradeTheory(run.form, await selectAnswers(t.sql, run.id), await answerKey(t.sql, attempt.programmeVersionId),
    await creditedItems(t, await casework.getCase(t, run.caseId), attempt.programmeVersionId)).failedTopics
}

async function markedSteps(t: Tx, attempt: Attempt, runId: string, caseId: string): Promise<Pick<NonNullable<ExamFacts['practice']>, 'steps' | 'accepted' | 'skills' | 'setAside'>> {
  const kase = await casework.getCase(t, caseId)
  const content = await contentOfCase(t, kase, attempt.programmeVersionId)
  const sheets = await sheetsOf(t, kase, runId)
  const needed = 1
  const photos = await selectPhotos(t.sql, runId)
  const steps = content.map.steps.map((step) => {
    const given = sheets.marks.filter((mark) => mark.stepNo === step.no)
    const verdicts = sheets.verdicts.filter((verdict) => verdict.stepNo === step.no)
    const state = settledState(step.no, sheets.marks, needed, sheets)
    return {
      no: step.no, counts: !step.optional, done: state === 'unmarked' ? null : state === 'done', note: [...given.map((mark) => mark.note), ...verdicts.map((verdict) => verdict.reason)].filter(Boolean).join(' '),
      assessorIds: [...new Set([...given, ...verdicts].map((each) => each.assessorId as string))],
      marks: given.map(({ assessorId, done, note }) => ({ assessorId, done, note })), verdicts: verdicts.map(({ assessorId, done, reason }) => ({ assessorId, done, note: reason })),
      photos: photos.filter((photo) => photo.kind === 'photo' && photo.stepNo === step.no).map((photo) => photo.sha256), videos: photos.filter((photo) => photo.kind === 'video' && photo.stepNo === step.no).map((photo) => photo.sha256),
    }
  })
  const skills = skillResults(content.map.steps, (no) => settledState(no, sheets.marks, needed, sheets))
  return { steps, skills, setAside: sheets.setAside.map(({ assessorId, ground, successorId, setAsideAt }) => ({ assessorId, ground, successorId, setAsideAt })), accepted: sheets.sheets.map((sheet) => ({ assessorId: sheet.assessorId, at: sheet.acceptedAt })) }
}

/** The stages that were to be held in an attempt. */
export async function stagesOf(t: Tx, attemptId: string): Promise<Stage[]> {
  const attempt = await selectAttempt(t.sql, attemptId)
  if (!attempt) throw new Denial('not-found')
  return attempt.stages
}

/** Who marked the practice held in this attempt, or was named to its sitting. */
export async function listMarkersOf(t: Tx, attemptId: string): Promise<string[]> {
  const run = await selectPracticeRun(t.sql, attemptId)
  if (!run) return []
  const marked = [...(await selectMarks(t.sql, run.id)), ...(await selectVerdicts(t.sql, run.id))]
  const sitting = await findSitting(t.sql, run.sittingId)
  return [...new Set([...marked.map((mark) => mark.assessorId), ...(sitting?.assessorIds ?? [])])]
}

/** The day of the last stage held in the attempt, of its removal, or the appointed day of a candidate who did not come. */
export async function lastStageHeldOn(t: Tx, attemptId: string): Promise<Day | undefined> {
  const noShow = await selectNoShow(t.sql, attemptId)
  if (noShow) return noShow.onDay
  const ends = [(await selectTheoryRun(t.sql, attemptId))?.handedInAt, (await selectPracticeRun(t.sql, attemptId))?.endedAt]
  const last = ends.filter((at) => at !== null && at !== undefined).sort().at(-1)
  return last ? legalDay(last) : undefined
}
