import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { findOnlineExam, type OnlineExam } from '#modules/exams/index.ts'
import { watchState, type WatchState } from './domain/state.ts'
import { proctoringNorms, type ProctoringNorms } from './norms.ts'
import { selectTookPart } from './store/review-store.ts'
import { selectSession, type Session } from './store/session-store.ts'

/** A case whose theory is held on line, with the watch over its newest attempt. */
export interface Watched {
  kase: casework.CaseFile
  exam: OnlineExam
  session: Session | undefined
  state: WatchState
  endedAt: Moment | null
  norms: ProctoringNorms
}

/** Finds what is watched; `ask` asks the policy first of all. The case is locked before the session, as every act of the exam locks them. */
export async function watchedCase(t: Tx, number: string, { lock }: { lock: boolean }, ask: (kase: casework.CaseFile) => void): Promise<Watched> {
  const kase = await (lock ? casework.lockCaseByNumber(t, number) : casework.getCaseByNumber(t, number))
  ask(kase)
  return watchedOf(t, kase, { lock })
}

export async function watchedOf(t: Tx, kase: casework.CaseFile, { lock }: { lock: boolean }): Promise<Watched> {
  const exam = await findOnlineExam(t, kase.id)
  if (!exam) throw new Denial('not-found')
  const session = await selectSession(t.sql, exam.attempt.id, exam.stage, { lock })
  const endedAt = exam.run?.endedAt ?? exam.attempt.endedAt
  return {
    kase, exam, session, endedAt, norms: proctoringNorms(await casework.normsOf(t, kase)),
    state: watchState({ consented: session !== undefined, run: exam.run, attemptEndedAt: exam.attempt.endedAt, warningUnread: exam.violations.some((each) => each.acknowledgedAt === null) }),
  }
}

/** The watch, once consent was given: before it nothing is kept. */
export function sessionOf({ session }: Watched): Session {
  if (!session) throw new Denial('proctoring.no-consent')
  return session
}

/** The proctor of the sitting and everybody who acted in this watch. */
export async function tookPartIn(t: Tx, exam: OnlineExam): Promise<string[]> {
  const acted: string[] = await selectTookPart(t.sql, exam.attempt.id)
  return exam.sitting.proctorId ? [exam.sitting.proctorId, ...acted] : acted
}
