import { legalDay, type Day } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { findNormNumber } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { personName } from '#platform/i18n/format.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import type { HeldFacts } from './domain/ground.ts'
import { panelNormsOf, type PanelFacts, type PanelNorms, type PanelPerson } from './domain/panel.ts'

export interface HeldCase {
  attemptId: string
  /** The day on which the last stage of the attempt was held; the day of the case's last move where none was. */
  lastStageOn: Day
  exam: exams.ExamFacts
  held: HeldFacts
  panel: PanelFacts
  norms: PanelNorms
  /** Everybody of the centre who holds a role of a panel today. */
  people: PanelPerson[]
}

/** Gathers what the composition and the vote rest upon; `tookPartIds` are those who may not sit again. */
export async function heldCase(t: Tx, kase: CaseFile, tookPartIds: readonly string[] = []): Promise<HeldCase> {
  const attempt = await exams.currentAttempt(t, kase.id)
  // Before the exam there is nothing to decide upon: whoever types the address of the panel too early is told so.
  if (!attempt) deny('case.not-at-this-step', { step: kase.step })
  const exam = await exams.examFacts(t, attempt.id)
  const edition = await casework.normsOf(t, kase)
  const staff = await centres.listStaff(t.sql, kase.centreId, t.today)
  const guests = new Set<string>(await people.listGuests(t.sql, staff.map((person) => person.accountId), { centreId: kase.centreId, on: t.today }))
  return {
    attemptId: attempt.id, lastStageOn: lastStageOf(exam) ?? t.today, exam, norms: panelNormsOf(edition),
    held: {
      ...(exam.theory ? { theory: exam.theory } : {}), ...(exam.practice ? { practice: exam.practice } : {}), violations: exam.violations,
      ...(exam.noShow ? { noShow: exam.noShow } : {}), violationsEnd: findNormNumber(edition, 'violation.endsExamAt') ?? 2,
    },
    panel: { assessorIds: exam.assessorIds, candidateAccountId: kase.accountId, tookPartIds, ties: await tiesOf(t, kase, staff.map((person) => person.accountId), exam.assessorIds) },
    people: staff.map((person) => ({ accountId: person.accountId, name: personName(person, t.lang, 'initials'), roles: person.roles, guest: guests.has(person.accountId) })),
  }
}

/** Whoever marked this very attempt is asked of by the norm on assessors in the panel, not as one who marked before. */
async function tiesOf(t: Tx, kase: CaseFile, staff: readonly string[], assessorIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await exams.findConflicts(t, kase, staff, 'panel')
  return new Map(found.map((each) => [each.accountId as string, each.kinds.filter((kind) => kind !== 'marked-before' || !assessorIds.includes(each.accountId))]))
}

function lastStageOf({ theory, practice }: exams.ExamFacts): Day | undefined {
  const ended = [theory?.endedAt, practice?.endedAt].filter((at) => at !== undefined).sort().at(-1)
  return ended && legalDay(ended)
}
