import type { Moment } from '#kernel/day.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import { countsByStage } from '#kernel/violation-count.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { warningsIn, type ShownWarning } from '../conduct/domain/violations.ts'
import { acknowledgeViolations } from '../conduct/store/conduct-store.ts'
import { findNotifiedSitting, passRuleOf } from '../attempts.ts'
import { extraPercentOf, getProgrammeVersion, listAccommodations, listItemsById, professionName } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectNotLetIn, type NotLetIn } from '../conduct/store/not-let-in-store.ts'
import { selectNoShow, selectViolations } from '../store/attempt-store.ts'
import { leftMsOf } from '../postponing/domain/breakdown.ts'
import type { OnlineBreakdownGround } from '../postponing/domain/online-breakdown.ts'
import { selectOpenBreakdown } from '../postponing/store/online-breakdown-store.ts'
import { msLeft, theoryMinutesFor } from './domain/exam-time.ts'
import { neededCorrect } from './domain/grading.ts'
import { atSeat, type Seat } from './seat.ts'
import { selectAnswers, selectLogEnd } from './store/theory-store.ts'

export interface ExamQuestion {
  no: number
  kind: 'single' | 'multiple'
  text: string
  options: { key: string; text: string }[]
}
export interface ExamRoom {
  number: string
  state: 'not-admitted' | 'admitted' | 'running' | 'ended'
  step: string
  runId: string | null
  profession: string
  level: number
  candidate: string
  language: 'kk' | 'ru'
  total: number
  /** Right answers that the pass rule of the case asks for. */
  needed: number
  minutes: number
  extraPercent: number
  sitting: { startsAt: Moment; roomKk: string; roomRu: string; mode: ExamMode } | null
  now: Moment
  startedAt: Moment | null
  endsAt: Moment | null
  leftMs: number
  /** Since when the exam stands still: everybody was stopped, no time runs and no answer is taken. */
  haltedAt: Moment | null
  lastSeq: number
  /** Only while the exam is running; never with a key. */
  questions: ExamQuestion[]
  answers: Record<number, string[]>
  warnings: ShownWarning[]
  /** Each stage counts its violations by itself. */
  countsByStage: boolean
  largePrint: boolean
  result: { correct: number; total: number; passed: boolean; endKind: string; practiceNext: boolean } | null
  noShow: boolean
  /** He came to his sitting and was not let in as he was: why, and until when he may come back. */
  notLetIn: (NotLetIn & { until: Moment }) | null
  /** A failure broke the theory off; it goes on another day with what was left. */
  brokenOff: boolean
  /** Of a sitting on line that still goes on: his own failure, until he goes on or gets another day. */
  broken: { at: Moment; ground: OnlineBreakdownGround; note: string; sittingEndsAt: Moment } | null
}

/** Everything the desk of one candidate shows, in the language of his exam. */
export async function readExamRoom(ctx: Ctx, seat: Seat): Promise<ExamRoom> {
  return read(ctx, 'exam.sit', (t) => atSeat(t, seat, { lock: false }, async ({ kase, attempt, run, facts }) => {
    assertMay(t, policy, 'exam.sit', facts)
    const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
    const person = await people.getPerson(t, kase.personId)
    const sitting = await findNotifiedSitting(t, attempt.id, 'theory')
    const accommodations = (await listAccommodations(t, kase.id)).filter((each) => each.answer === 'granted')
    const extra = extraPercentOf(accommodations)
    const language = run?.language ?? 'kk'
    const total = run?.total ?? content.blueprint.reduce((sum, line) => sum + line.count, 0)
    // What broke down waits until he is let in again on another day.
    const interrupted = run?.interruptedAt ?? null
    const broken = run && interrupted ? await selectOpenBreakdown(t.sql, run.id) : undefined
    const said = sitting ? await selectNotLetIn(t.sql, attempt.id, sitting.id) : undefined
    const running = run !== undefined && run.startedAt !== null && run.endKind === null && interrupted === null
    const items = new Map((running ? await listItemsById(t.sql, run.form.map((each) => each.itemId)) : []).map((item) => [item.id as string, item]))
    const inExamLanguage = (text: { kk?: string; ru?: string }) => text[language] ?? text.kk ?? text.ru ?? ''
    return {
      number: kase.number, step: kase.step, state: !run || (interrupted && run.identityCheckedAt <= interrupted && !broken?.letOnAt) ? 'not-admitted' : run.endKind ? 'ended' : running ? 'running' : 'admitted', runId: run?.id ?? null,
      profession: await professionName(t, kase, t.lang), level: kase.level ?? 0, candidate: personName(person, t.lang, 'full'), language,
      total, needed: neededCorrect(total, passRuleOf(await casework.normsOf(t, kase))), minutes: run && interrupted ? Math.ceil(leftMsOf(run) / 60_000) : theoryMinutesFor(content.theoryMinutes, extra), extraPercent: extra,
      sitting: sitting ? { startsAt: sitting.startsAt, roomKk: sitting.roomKk, roomRu: sitting.roomRu, mode: sitting.mode } : null,
      now: t.now, startedAt: interrupted ? null : (run?.startedAt ?? null), endsAt: interrupted ? null : (run?.endsAt ?? null), leftMs: run?.endsAt ? msLeft(run.endsAt, run.haltedAt ?? t.now) : 0, haltedAt: run && !run.endKind && !interrupted ? run.haltedAt : null,
      lastSeq: run ? ((await selectLogEnd(t.sql, run.id))?.seq ?? 0) : 0,
      questions: running ? run.form.map((question) => {
        const item = items.get(question.itemId)!
        return {
          no: question.no, kind: question.kind, text: inExamLanguage(item.stem),
          options: question.options.map((key) => ({ key, text: inExamLanguage(item.options.find((option) => option.key === key)!.text) })),
        }
      }) : [],
      answers: running ? Object.fromEntries(await selectAnswers(t.sql, run.id)) : {},
      warnings: warningsIn('theory', await selectViolations(t.sql, attempt.id)), countsByStage: countsByStage(await casework.normsOf(t, kase)),
      largePrint: accommodations.some((each) => each.kind === 'large-print'),
      result: run?.endKind ? { correct: run.correct ?? 0, total: run.total, passed: run.passed ?? false, endKind: run.endKind, practiceNext: kase.step === 'theory-passed' } : null,
      noShow: (await selectNoShow(t.sql, attempt.id)) !== undefined, notLetIn: said && sitting ? { ground: said.ground, note: said.note, at: said.at, until: sitting.endsAt } : null, brokenOff: interrupted !== null, broken: broken ? { at: broken.recordedAt, ground: broken.ground, note: broken.note, sittingEndsAt: broken.sittingEndsAt } : null,
    }
  }))
}

/** The candidate says that he has read the warning. */
export async function acknowledgeWarning(ctx: Ctx, seat: Seat): Promise<void> {
  await tx(ctx, 'exam.sit', (t) => atSeat(t, seat, { lock: true }, async ({ kase, attempt, facts }) => {
    assertMay(t, policy, 'exam.sit', facts)
    if ((await acknowledgeViolations(t.sql, attempt.id, t.now)) > 0) await casework.record(t, kase.id, 'warning-acknowledged', { attemptId: attempt.id })
  }))
}
