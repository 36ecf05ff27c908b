import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { currentAttempt, findNotifiedSitting } from '../attempts.ts'
import { countedInStage } from '../conduct/domain/violations.ts'
import { selectSeats } from '../conduct/store/conduct-store.ts'
import { accountName, findSitting, listPlannedByIds, listPlannedOfAssessor, professionName, type MapStep, type PlannedSitting, type TaskFile } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectViolations } from '../store/attempt-store.ts'
import { deny } from '#kernel/denial.ts'
import { contentOfCase } from './content-of-case.ts'
import { openDisputes, settledState, stepState, type DisagreementWay, type StepState } from './domain/practice.ts'
import { assessorsNow, type SetAsideGround } from './domain/set-aside.ts'
import { skillResults, type SkillResult } from './domain/skills.ts'
import { acceptBlockers, areSheetsClosed, closeBlockers, mayDecide } from './domain/sheets.ts'
import { isWorkUnderWay, workEndsAt, type WorkEnd } from './online/domain/work.ts'
import { markersOf, workFilesOf, type WorkFile } from './online/work-of.ts'
import { practiceEndsAt } from './practice.ts'
import { offeredThirds } from './settle-dispute.ts'
import { sheetsOf } from './sheets-of.ts'
import { selectSetAside, selectTakenOver } from './store/set-aside-store.ts'
import { selectPracticeRun, selectSittingsOpenOnLine, type PracticeRun } from './store/practice-store.ts'
import { selectCallsOfThird, selectPhotos, selectThird } from './store/sheet-store.ts'

type SeenMark = { assessor: string; done: boolean; note: string; seconds?: number | null }
export interface MarkingView {
  number: string
  step: string
  candidate: string
  profession: string
  level: number
  task: { kk?: string; ru?: string; en?: string }
  /** `state` and `marks` are of everybody once all have finished; before that only what the reader marked himself. */
  steps: (MapStep & { state: StepState; own: { done: boolean; note: string; markedAt: Moment } | undefined; marks: SeenMark[]; verdicts: SeenMark[]; photos: { id: string; kind: 'photo' | 'video'; assessor: string; at: Moment; sha256: string }[] })[]
  /** The result by skill, where the card names skills; after the end. */
  skills: SkillResult[]
  run: { startedAt: Moment; endedAt: Moment | null; endKind: string | null; endStep: number | null; passed: boolean | null } | null
  endsAt: Moment | null
  /** Of a practice on line: how the work of the candidate stands, with its files and those of the task for whoever may see them. */
  work: { underWay: boolean; endsAt: Moment; endedAt: Moment | null; endKind: WorkEnd | null; files: WorkFile[]; taskFiles: readonly TaskFile[] } | null
  now: Moment
  mayMark: boolean
  briefed: boolean
  sitting: PlannedSitting | undefined
  /** Those that count in the practice. */
  violations: number
  /** Sheets that do not count any more; their marks are shown to whom they belong, and to everybody once all have finished. */
  setAside: { assessor: string; own: boolean; ground: SetAsideGround; note: string; at: Moment; by: string; successor: string | null; marks: { stepNo: number; done: boolean; note: string }[] }[]
  /** Whose sheets the reader, the head, may set aside, and who may take over; empty where he may not. */
  maySetAside: { assessors: { accountId: string; name: string }[]; successors: { accountId: string; name: string }[] }
  /** Who marks, how many operations he has marked, and when he accepted his sheet. */
  sheets: { assessor: string; own: boolean; marked: number; acceptedAt: Moment | null }[]
  /** Everybody has finished: the marks of the other are seen. */
  opened: boolean
  ownAccepted: Moment | null
  ownWhole: boolean
  /** The reader is the only one who marks, and one is enough: accepting and ending are one press. */
  alone: boolean
  mayEnd: boolean
  /** Operations that count and on which a dispute stands, once all have finished. */
  disputed: number[]
  way: DisagreementWay
  mayDecide: boolean
  third: string | null
  /** Whom the reader, the head, may call as the third; empty where he may not. */
  thirds: { accountId: string; name: string }[]
}

/** The tablet of the assessor: the operations of one candidate with the marks given so far. */
export async function readMarking(ctx: Ctx, number: string): Promise<MarkingView> {
  return read(ctx, 'practice.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    const attempt = await currentAttempt(t, kase.id)
    const sitting = attempt ? await findNotifiedSitting(t, attempt.id, 'practice') : undefined
    assertMay(t, policy, 'practice.read', { ...kase, assessorIds: sitting?.assessorIds ?? [] })
    if (!attempt || !sitting) deny('attempt.no-sitting')
    const content = await contentOfCase(t, kase, attempt.programmeVersionId)
    const run = await selectPracticeRun(t.sql, attempt.id)
    const me = accountOf(t.actor)
    const now = assessorsNow(sitting.assessorIds, run ? await selectSetAside(t.sql, run.id) : [])
    return {
      number: kase.number, step: kase.step, candidate: personName(await people.getPerson(t, kase.personId), t.lang, 'full'), profession: await professionName(t, kase, t.lang),
      level: kase.level ?? 0, task: content.map.task,
      run: run ? { startedAt: run.startedAt, endedAt: run.endedAt, endKind: run.endKind, endStep: run.endStep, passed: run.passed } : null,
      endsAt: run ? (workEndsAt(run) ?? practiceEndsAt(run.startedAt, content.map.minutes)) : null, work: run ? await workSeen(t, kase, run, sitting, content.map.files ?? []) : null, now: t.now,
      mayMark: me !== undefined && now.includes(me), briefed: kase.step === 'briefed' || kase.step === 'theory-passed', sitting,
      violations: countedInStage(await selectViolations(t.sql, attempt.id), 'practice').length, ...(await sheetsSeen(t, kase, run, content.map.steps, now)),
    }
  })
}

async function workSeen(t: Tx, kase: CaseFile, run: PracticeRun, sitting: PlannedSitting, files: readonly TaskFile[]): Promise<MarkingView['work']> {
  const endsAt = workEndsAt(run)
  if (endsAt === null) return null
  const facts = { ...kase, ended: run.endKind !== null, working: false, assessorIds: await markersOf(t, run.id, sitting) }
  return {
    underWay: isWorkUnderWay(run), endsAt, endedAt: run.workEndedAt, endKind: run.workEndKind,
    files: may(t.actor, policy, 'practice.work-file', facts) ? await workFilesOf(t, run.id) : [], taskFiles: may(t.actor, policy, 'practice.task-file', facts) ? files : [],
  }
}

async function sheetsSeen(t: Tx, kase: CaseFile, run: PracticeRun | undefined, steps: readonly MapStep[], named: readonly string[]) {
  const me = accountOf(t.actor)
  const sheets = run ? await sheetsOf(t, kase, run.id) : { marks: [], verdicts: [], sheets: [], accepted: [], setAside: [], assessorsRequired: 1, way: 'joint' as const }
  const { marks, verdicts, assessorsRequired, way, setAside } = sheets
  const photos = run ? await selectPhotos(t.sql, run.id) : []
  const third = run ? await selectThird(t.sql, run.id) : undefined
  const everybody = [...new Set([...named, ...marks.map((mark) => mark.assessorId)])].sort((a, b) => Number(b === me) - Number(a === me))
  const names = new Map<string, string>()
  for (const id of new Set([...everybody, ...setAside.flatMap((each) => [each.assessorId, each.setAsideBy, ...(each.successorId ? [each.successorId] : [])]), ...verdicts.map((verdict) => verdict.assessorId), ...(third ? [third.assessorId] : [])])) names.set(id, await accountName(t, id))
  const ended = run?.endedAt !== undefined && run?.endedAt !== null
  const opened = run !== undefined && (ended || areSheetsClosed(sheets))
  const own = marks.filter((mark) => mark.assessorId === me)
  const acceptedAt = new Map<string, Moment>(sheets.sheets.map((sheet) => [sheet.assessorId, sheet.acceptedAt]))
  const disputed = opened && !ended ? openDisputes(steps, marks, assessorsRequired, sheets) : []
  const shown = (rows: readonly { stepNo: number; assessorId: string; done: boolean; note?: string; reason?: string; measuredSeconds?: number | null }[], no: number): SeenMark[] =>
    rows.filter((row) => row.stepNo === no).map((row) => ({ assessor: names.get(row.assessorId)!, done: row.done, note: row.note ?? row.reason ?? '', seconds: row.measuredSeconds ?? null }))
  const spoken = third && verdicts.some((verdict) => verdict.assessorId === third.assessorId)
  const maySet = run !== undefined && !ended && may(t.actor, policy, 'practice.set-aside', kase)
  const mayCall = disputed.length > 0 && way === 'third' && !spoken && hasRole(t.actor, 'centre-head', kase.centreId)
  return {
    steps: steps.map((step) => ({
      ...step, own: own.find((mark) => mark.stepNo === step.no), state: opened ? settledState(step.no, marks, assessorsRequired, sheets) : stepState(step.no, own, 1),
      marks: shown(opened ? marks : own, step.no), verdicts: shown(opened ? verdicts : [], step.no),
      photos: photos.filter((photo) => photo.stepNo === step.no && may(t.actor, policy, 'practice.photo', { ...kase, own: photo.assessorId === me, ended })).map((photo) => ({ id: photo.id, kind: photo.kind, assessor: names.get(photo.assessorId) ?? '', at: photo.writtenAt, sha256: photo.sha256 })),
    })),
    skills: ended ? skillResults(steps, (no) => settledState(no, marks, assessorsRequired, sheets)) : [],
    setAside: setAside.map((each) => ({
      assessor: names.get(each.assessorId)!, own: each.assessorId === me, ground: each.ground, note: each.note, at: each.setAsideAt, by: names.get(each.setAsideBy)!, successor: each.successorId ? names.get(each.successorId)! : null,
      marks: opened || each.assessorId === me ? each.marks.map(({ stepNo, done, note }) => ({ stepNo, done, note })) : [],
    })),
    maySetAside: maySet ? {
      assessors: everybody.filter((id) => named.includes(id) && id !== me && !acceptedAt.has(id)).map((id) => ({ accountId: id, name: names.get(id)! })),
      successors: (await offeredThirds(t, kase, sheets)).filter((person) => !named.includes(person.accountId)).map((person) => ({ accountId: person.accountId as string, name: personName(person, t.lang, 'full') })),
    } : { assessors: [], successors: [] },
    sheets: everybody.map((id) => ({ assessor: names.get(id)!, own: id === me, marked: marks.filter((mark) => mark.assessorId === id).length, acceptedAt: acceptedAt.get(id) ?? null })),
    opened, ownAccepted: (me && acceptedAt.get(me)) || null, ownWhole: acceptBlockers(steps, own).length === 0,
    alone: assessorsRequired === 1 && marks.every((mark) => mark.assessorId === me), mayEnd: run !== undefined && !ended && !isWorkUnderWay(run) && closeBlockers(steps, sheets).length === 0,
    disputed, way, mayDecide: me !== undefined && disputed.length > 0 && mayDecide(me, sheets, third?.assessorId), third: third ? names.get(third.assessorId)! : null,
    thirds: mayCall ? (await offeredThirds(t, kase, sheets)).map((person) => ({ accountId: person.accountId as string, name: personName(person, t.lang, 'full') })) : [],
  }
}

export interface MarkingList {
  today: Day
  /** Cases that the assessor took over from another who could not go on. */
  takenOver: { number: string; name: string; sittingId: string; online: boolean }[]
  /** Cases to which the assessor was called as the third. */
  called: { number: string; name: string }[]
  sittings: { sitting: PlannedSitting; candidates: { number: string; name: string; step: string; marked: number; working: boolean; ended: boolean }[] }[]
}

/** Today's and coming sittings of the assessor with their candidates, and before them those on line that are still to be marked from the recording. */
export async function listMarking(ctx: Ctx): Promise<MarkingList> {
  return read(ctx, 'marking.list', async (t) => {
    assertMay(t, policy, 'marking.list', undefined as never)
    const today = legalDay(t.now)
    const sittings: MarkingList['sittings'] = []
    const me = accountOf(t.actor)!
    for (const sitting of [...(await stillToMark(t, me, today)), ...(await listPlannedOfAssessor(t.sql, me, today))]) {
      const seats = await selectSeats(t.sql, sitting.id)
      sittings.push({
        sitting, candidates: seats.map((seat) => ({
          number: seat.caseNumber, name: personName(seat, t.lang, 'full'), step: seat.step, marked: seat.practiceMarked, working: seat.practiceStartedAt !== null && !seat.practiceEndKind,
          ended: seat.practiceEndKind !== null,
        })),
      })
    }
    const called: MarkingList['called'] = []
    for (const caseId of await selectCallsOfThird(t.sql, accountOf(t.actor)!)) {
      const kase = await casework.getCase(t, caseId)
      called.push({ number: kase.number, name: personName(await people.getPerson(t, kase.personId), t.lang, 'full') })
    }
    const takenOver: MarkingList['takenOver'] = []
    for (const caseId of await selectTakenOver(t.sql, accountOf(t.actor)!)) {
      const kase = await casework.getCase(t, caseId)
      const run = await selectPracticeRun(t.sql, (await currentAttempt(t, caseId))!.id)
      takenOver.push({ number: kase.number, name: personName(await people.getPerson(t, kase.personId), t.lang, 'full'), sittingId: run!.sittingId, online: (await findSitting(t.sql, run!.sittingId))?.mode === 'online' })
    }
    return { today, called, takenOver, sittings }
  })
}

/** Sittings of earlier days whose practice on line this assessor has still to mark and to end. */
async function stillToMark(t: Tx, accountId: string, today: Day): Promise<PlannedSitting[]> {
  const open = await listPlannedByIds(t.sql, await selectSittingsOpenOnLine(t.sql))
  return open.filter((sitting) => sitting.onDay < today && sitting.assessorIds.includes(accountId as PlannedSitting['assessorIds'][number])).sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
}
