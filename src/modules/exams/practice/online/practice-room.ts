import type { Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { ATTACHMENT_MAX_BYTES } from '#modules/uploads/index.ts'
import { warningsIn, type ShownWarning } from '../../conduct/domain/violations.ts'
import { examLanguageOf, extraPercentOf, getProgrammeVersion, listAccommodations, professionName, type TaskFile } from '../../neighbours.ts'
import { findOnlineExam } from '../../online-exam.ts'
import { policy } from '../../policy.ts'
import { selectNoShow, type NoShow } from '../../store/attempt-store.ts'
import { msLeft, theoryMinutesFor } from '../../theory/domain/exam-time.ts'
import type { OnlineBreakdownGround } from '../../postponing/domain/online-breakdown.ts'
import { selectPracticeRun } from '../store/practice-store.ts'
import { workEndsAt, type WorkEnd } from './domain/work.ts'
import { workFilesOf, workLimitsOf, workTimeOf, type WorkFile } from './work-of.ts'

/** The practice on line as its candidate sees it. */
export interface PracticeRoom {
  number: string
  /** `before` he has begun; `running` while he works; `ended` from the end of his work on, marked or not. */
  state: 'before' | 'running' | 'ended'
  profession: string
  level: number
  candidate: string
  language: 'kk' | 'ru'
  sitting: { startsAt: Moment; endsAt: Moment }
  minutes: number
  extraPercent: number
  now: Moment
  startedAt: Moment | null
  endsAt: Moment | null
  leftMs: number
  haltedAt: Moment | null
  /** A failure broke him off; `letOn` from when on his proctor lets him go on. */
  broken: { at: Moment; ground: OnlineBreakdownGround; note: string; sittingEndsAt: Moment; letOn: boolean } | null
  /** In the language of the exam; only while he works. */
  task: string
  taskFiles: readonly TaskFile[]
  /** How many files the task has, for whoever has not begun. */
  taskFileCount: number
  files: WorkFile[]
  limits: { most: number; megabytes: number }
  workEnd: { kind: WorkEnd; at: Moment } | null
  /** The practice is closed: marked, stopped or ended. */
  closed: boolean
  noShow: boolean
  /** He came and was not let in: he is not absent. */
  notLetIn: NoShow['notLetIn']
  warnings: ShownWarning[]
}

/** The room of the practice, where it is on line and before the candidate now, or was the last that he held on line; nothing in every other case. */
export async function findPracticeRoom(ctx: Ctx, number: string, { always = false } = {}): Promise<PracticeRoom | undefined> {
  return read(ctx, 'practice.work', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'practice.work', kase)
    const exam = await findOnlineExam(t, kase.id, always ? 'practice' : undefined)
    if (exam?.stage !== 'practice') return undefined
    const { map } = (await getProgrammeVersion(t.sql, exam.attempt.programmeVersionId)).content
    const run = await selectPracticeRun(t.sql, exam.attempt.id)
    const endsAt = run ? workEndsAt(run) : null
    const working = run !== undefined && run.workEndedAt === null && run.endKind === null
    const extraPercent = extraPercentOf(await listAccommodations(t, kase.id))
    const broken = exam.run?.broken
    const missed = await selectNoShow(t.sql, exam.attempt.id)
    const language = await examLanguageOf(t, kase.id)
    const haltedAt = run ? ((await workTimeOf(t, run)).haltedAt ?? null) : null
    return {
      number: kase.number, state: !run ? 'before' : working ? 'running' : 'ended', profession: await professionName(t, kase, t.lang), level: kase.level ?? 0,
      candidate: personName(await people.getPerson(t, kase.personId), t.lang, 'full'), language, sitting: { startsAt: exam.sitting.startsAt, endsAt: exam.sitting.endsAt },
      minutes: run?.workMinutes ?? theoryMinutesFor(map.minutes, extraPercent), extraPercent,
      now: t.now, startedAt: run?.startedAt ?? null, endsAt, leftMs: endsAt ? msLeft(endsAt, haltedAt ?? t.now) : 0, haltedAt, broken: broken ? { at: broken.recordedAt, ground: broken.ground, note: broken.note, sittingEndsAt: broken.sittingEndsAt, letOn: broken.letOnAt !== null } : null,
      task: working ? (map.task[language] ?? map.task.kk ?? map.task.ru ?? '') : '', taskFiles: working ? (map.files ?? []) : [], taskFileCount: map.files?.length ?? 0,
      files: run ? await workFilesOf(t, run.id) : [], limits: { most: workLimitsOf(await casework.normsOf(t, kase)).most, megabytes: ATTACHMENT_MAX_BYTES / 1024 / 1024 },
      workEnd: run?.workEndedAt ? { kind: run.workEndKind!, at: run.workEndedAt } : null, closed: run !== undefined && run.endKind !== null,
      noShow: missed !== undefined, notLetIn: missed?.notLetIn ?? null,
      warnings: warningsIn('practice', exam.violations),
    }
  })
}
