import type { Moment } from '#kernel/day.ts'
import { Denial, type Blocker } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { findConflicts, findNotLetIn, findOnlineExam, listWhoLetNotIn, type NotLetIn, type OnlineExam } from '#modules/exams/index.ts'
import type { Purpose } from './domain/kinds.ts'
import { watchState, type WatchState } from './domain/state.ts'
import { proctoringNorms, type ProctoringNorms } from './norms.ts'
import type { ViewFacts } from './policy.ts'
import { selectTookPart } from './store/review-store.ts'
import { selectSession, type Session } from './store/session-store.ts'

/** A case of which a stage is held on line, with the watch over that stage of its newest attempt. */
export interface Watched {
  kase: casework.CaseFile
  exam: OnlineExam
  /** The watch that was begun for this sitting; of a former day only while nothing was begun anew, see `begunBefore`. */
  session: Session | undefined
  /** It was consented to for a sitting that was not held: consent, pictures and admission are asked for again. */
  begunBefore: boolean
  /** What was said last to whoever is not let in as he is; nothing once he is. It stands where the door of every exam writes it. */
  refusal: NotLetIn | undefined
  state: WatchState
  endedAt: Moment | null
  norms: ProctoringNorms
}

/** Of which stage the watch is meant; without it the one that is before the candidate. */
export interface OfStage {
  stage?: Stage | undefined
}

/** Finds what is watched; `ask` asks the policy first of all. The case is locked before the session, as every act of the exam locks them. */
export async function watchedCase(t: Tx, number: string, how: OfStage & { lock: boolean }, ask: (kase: casework.CaseFile) => void): Promise<Watched> {
  const kase = await (how.lock ? casework.lockCaseByNumber(t, number) : casework.getCaseByNumber(t, number))
  ask(kase)
  return watchedOf(t, kase, how)
}

export async function watchedOf(t: Tx, kase: casework.CaseFile, { lock, stage }: OfStage & { lock: boolean }): Promise<Watched> {
  const exam = await findOnlineExam(t, kase.id, stage)
  if (!exam) throw new Denial('not-found')
  const session = await selectSession(t.sql, exam.attempt.id, exam.stage, { lock })
  const begunBefore = session !== undefined && session.sittingId !== exam.sitting.id && !exam.run
  const endedAt = exam.run?.endedAt ?? exam.attempt.endedAt
  return {
    kase, exam, session, begunBefore, endedAt, refusal: session && !session.admittedAt ? await findNotLetIn(t.sql, exam.attempt.id, session.sittingId) : undefined, norms: proctoringNorms(await casework.normsOf(t, kase)),
    state: watchState({ consented: session !== undefined && !begunBefore, admitted: !begunBefore && isAdmitted(session), run: exam.run, attemptEndedAt: exam.attempt.endedAt, warningUnread: exam.violations.some((each) => each.acknowledgedAt === null), broken: exam.run?.broken ? { letOn: exam.run.broken.letOnAt !== null } : undefined }),
  }
}

/** What was kept of the watch, also of a day on which the stage was not held. */
export function keptOf({ session }: Watched): Session {
  if (!session) throw new Denial('proctoring.no-consent')
  return session
}

/** The watch, once consent was given for this day: before it nothing is kept. */
export function sessionOf({ session, begunBefore }: Watched): Session {
  if (!session || begunBefore) throw new Denial('proctoring.no-consent')
  return session
}

/** Whether a proctor let him in to the practice; the form that is drawn says it of the theory. */
export function isAdmitted(session: Pick<Session, 'stage' | 'admittedAt'> | undefined): boolean {
  return session?.stage === 'practice' && session.admittedAt !== null
}

/** The proctor and the assessors of the sitting and everybody who acted in the watch of this attempt. */
export async function tookPartIn(t: Tx, { sitting, attempt }: OnlineExam): Promise<string[]> {
  const acted: string[] = [...(await selectTookPart(t.sql, attempt.id)), ...(await listWhoLetNotIn(t.sql, attempt.id))]
  return [...(sitting.proctorId ? [sitting.proctorId] : []), ...sitting.assessorIds, ...acted]
}

/** What binds somebody to the candidate and keeps him from looking at the end of the exam, as it would keep him from a panel [D]; as reasons of a refusal. */
export async function tiesOf(t: Tx, kase: casework.CaseFile, account: string): Promise<Blocker[]> {
  return (await findConflicts(t, kase, account ? [account] : [], 'panel')).flatMap((each) => each.kinds.map((kind) => ({ code: `conflict.${kind}`, data: { name: each.name } })))
}

/** What the policy asks of whoever opens a recording. */
export async function viewFactsOf(t: Tx, { kase, exam, state }: Watched, purpose: Purpose): Promise<ViewFacts> {
  const own = accountOf(t.actor) ?? ''
  const bound = purpose === 'review' && (await tiesOf(t, kase, own)).length > 0
  return { ...kase, purpose, stands: await stands(t, kase, purpose), isOver: state === 'ended', tookPart: [...(await tookPartIn(t, exam)), ...(bound ? [own] : [])], markers: exam.markers }
}

/** A purpose is a fact and no word: nobody opens a recording for an appeal that was not lodged. */
async function stands(t: Tx, kase: casework.CaseFile, purpose: Purpose): Promise<boolean> {
  if (purpose === 'decision') return kase.step === 'held'
  if (purpose !== 'appeal' && purpose !== 'complaint') return true
  return (await casework.relationsOf(t, kase)).related.some((each) => each.kind === purpose && !each.closed)
}
