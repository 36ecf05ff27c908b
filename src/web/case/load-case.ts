import type { Day, Moment } from '#kernel/day.ts'
import { lateness } from '#kernel/deadline-rule.ts'
import { normBoolean, deadlineRule, normNumber } from '#kernel/norms.ts'
import { Denial } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { papersOfCase, type PaperRow } from '#platform/pdf/paper-outbox.ts'
import { RESULT_STEPS } from '#modules/appeals/index.ts'
import * as applications from '#modules/applications/index.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import type { Mover, RoadAct, Step } from '#modules/casework/index.ts'

const PRACTICE_STEPS: readonly string[] = ['theory-passed', 'practice-running']

/** One moved step of the road, with who moved it. */
export interface RoadEntry {
  act: RoadAct
  at: Moment
  by: string
  /** Another attempt of the exam begins with it. */
  again: boolean
}

export interface TimelineLine {
  kind: string
  at: Moment
  by: string
  payload: Readonly<Record<string, unknown>>
}

export interface CaseView {
  id: string
  number: string
  kind: string
  step: Step
  /** Where the case stands on its road; of a waiting one, where it stood. */
  roadStep: Step
  stepText: string
  whoseMove: Mover
  version: number
  level: number | null
  centreId: string
  accountId: string | null
  profession: { code: string; name: { kk?: string; ru?: string; en?: string } } | undefined
  centre: Awaited<ReturnType<typeof centres.getCentre>>
  candidate: { surname: string; givenName: string; patronymic: string | null; birthOn: Day; iinLastFour: string; phone: string | null; verified: boolean }
  nextDueOn: Day | null
  lateness: ReturnType<typeof lateness> | undefined
  deadlines: casework.Deadline[]
  road: RoadEntry[]
  timeline: TimelineLine[]
  papers: PaperRow[]
  /** What was attached: the candidate's copies and the scans of signed papers. */
  files: uploads.Attachment[]
  /** Photos of the practice, once it has ended. */
  photos: Awaited<ReturnType<typeof exams.photosOfCase>>
  /** What the candidate sent of his practice on line, for whoever may see it. */
  workFiles: readonly exams.WorkFile[]
  related: { number: string; kind: string; step: string; openedOn: Day; closed: boolean }[]
  parentNumber: string | undefined
  assignedTo: string | null
  assignedName: string | undefined
  openedOn: Day
  closed: boolean
  /** A result was made known, from which an appeal may still come: in its term on paper, after it where the norm lets the term be restored. */
  resultKnown: boolean
  mayRestoreAppeal: boolean
  today: Day
  attempt: number
  /** Acts that the reader may take, by the policies and the road. */
  isCandidate: boolean
  terms: { check: number | undefined; notify: number; notifyAfterPayment: boolean; notice: number; decide: number; result: number; appeal: number }
  /** Centres the case has been at, the newest move first. */
  moves: { on: Day; from: Localized; to: Localized }[]
  /** What a centre owes the candidate after the ministry closed the case. */
  refund: { amount: number; owedFrom: Day; settledOn: Day | null } | undefined
  documentNumber: string | undefined
  /** While the notification is waited for: the day the candidate chose, and whether he may. */
  choice: Awaited<ReturnType<typeof exams.findChoice>>
  sittingId: string | undefined
  examOn: Day | undefined
  /** The theory is over, and the practice waits for its own familiarisation and briefing. */
  briefAnew: boolean
  /** The practice that is next, or under way, is held on line. */
  practiceOnLine: boolean
}

/** Everything the page of a case shows; a case that is not to be seen does not exist. */
export async function loadCase(ctx: Ctx, number: string): Promise<CaseView> {
  return read(ctx, 'case.read', async (t) => {
    const kase = await casework.findCaseByTypedNumber(t, number)
    // Appeals and complaints have pages of their own.
    if (kase?.kind !== 'recognition') throw new Denial('not-found')
    assertMay(t, casework.policy, 'case.read', kase)
    return viewOf(t, kase)
  })
}

/** A retake, a stage held again, or the move to another centre for a retake. */
function beginsAgain(payload: Readonly<Record<string, unknown>>): boolean {
  return ['retake.request', 'stage.again', 'stage.offer-again', 'theory.credit', 'ending.annul'].includes(payload['act'] as string) || (payload['act'] === 'case.move' && payload['from'] === 'fail-notice-sent')
}

async function viewOf(t: Tx, kase: casework.CaseFile): Promise<CaseView> {
  const entries = await casework.timelineOf(t, kase.id)
  const names = await people.namesOf(t, entries.map((entry) => entry.actorId).concat(kase.assignedTo))
  const by = (actorId: string | null): string => (actorId ? names.get(actorId) ?? '' : '')
  const person = await people.getPerson(t, kase.personId)
  const profession = kase.professionVersionId ? await professions.getProfessionVersion(t.sql, kase.professionVersionId) : undefined
  const norms = await casework.normsOf(t, kase)
  const relations = await casework.relationsOf(t, kase)
  const road = entries.filter((entry) => typeof entry.payload['act'] === 'string' && entry.payload['to'] !== undefined)
    .map((entry) => ({ act: entry.payload['act'] as RoadAct, at: entry.at, by: by(entry.actorId), again: beginsAgain(entry.payload) }))
  return {
    id: kase.id, number: kase.number, kind: kase.kind, step: kase.step as Step, roadStep: (kase.step === 'waiting' ? (await casework.findHold(t.sql, kase.id))?.stepBefore : undefined) ?? (kase.step as Step), stepText: kase.step, whoseMove: kase.whoseMove, version: kase.version, level: kase.level,
    centreId: kase.centreId, accountId: kase.accountId, profession: profession ? { code: profession.code, name: profession.name } : undefined,
    centre: await centres.getCentre(t.sql, kase.centreId),
    candidate: { surname: person.surname, givenName: person.givenName, patronymic: person.patronymic, birthOn: person.birthOn, iinLastFour: person.iinLastFour, phone: person.phone, verified: person.verifiedAt !== null },
    nextDueOn: kase.nextDueOn, lateness: kase.nextDueOn && !kase.closedAt ? lateness(kase.nextDueOn, t.today, t.calendar) : undefined,
    deadlines: await casework.deadlinesOf(t, kase.id), road,
    timeline: entries.map((entry) => ({ kind: entry.kind, at: entry.at, by: by(entry.actorId), payload: entry.payload })),
    papers: await papersOfCase(t.sql, kase.id), files: await uploads.listAttachments(t.sql, { caseId: kase.id }), photos: await exams.photosOfCase(t, kase), workFiles: await exams.worksOfCase(t, kase), ...relations, assignedTo: kase.assignedTo, assignedName: by(kase.assignedTo) || undefined,
    openedOn: kase.openedOn, closed: kase.closedAt !== null, resultKnown: RESULT_STEPS.includes(kase.step) && entries.some((entry) => entry.kind === 'result-delivered'), mayRestoreAppeal: normBoolean(norms, 'appeal.mayRestoreMissedTerm'), today: t.today, attempt: 1 + road.filter((entry) => entry.again).length,
    isCandidate: accountOf(t.actor) !== undefined && accountOf(t.actor) === kase.accountId,
    terms: {
      check: deadlineRule(norms, 'T1').length, notify: normNumber(norms, 'deadline.T2.length'), notifyAfterPayment: billing.notificationWaitsForPayment(norms) && (await applications.currentContract(t, kase.id))?.payer !== 'budget', notice: normNumber(norms, 'notice.wholeDays'), decide: normNumber(norms, 'deadline.T4.length'),
      result: normNumber(norms, 'deadline.T5.length'), appeal: normNumber(norms, 'deadline.T6.length'),
    },
    moves: await movesOf(t, kase.id), refund: await closedRefundOf(t, kase.id),
    choice: await exams.findChoice(t, kase),
    documentNumber: (await documents.findDocumentOfCase(t, kase.id))?.number, ...await examOf(t, kase),
  }
}

/** What goes back after the ministry closed the case; before there was a book it was a settlement alone. */
async function closedRefundOf(t: Tx, caseId: string): Promise<CaseView['refund']> {
  const refund = (await billing.listRefundsOfCase(t.sql, caseId)).find((each) => each.ground === 'case-closed')
  if (refund) return { amount: refund.amount, owedFrom: refund.dueFrom, settledOn: refund.paidOn }
  return (await applications.listSettlementsOfCase(t.sql, caseId)).find((each) => each.owedTo === null)
}

async function movesOf(t: Tx, caseId: string): Promise<CaseView['moves']> {
  const moves: CaseView['moves'] = []
  for (const move of await casework.listMoves(t.sql, caseId)) moves.push({ on: move.movedOn, from: (await centres.getCentre(t.sql, move.fromCentreId)).name, to: (await centres.getCentre(t.sql, move.toCentreId)).name })
  return moves
}

/** The sitting of the stage that is next (or was last), and its day. */
async function examOf(t: Tx, kase: casework.CaseFile): Promise<{ sittingId: string | undefined; examOn: Day | undefined; practiceOnLine: boolean; briefAnew: boolean }> {
  const attempt = await exams.currentAttempt(t, kase.id)
  const stage = PRACTICE_STEPS.includes(kase.step) ? 'practice' : 'theory'
  const sitting = attempt ? await exams.findNotifiedSitting(t, attempt.id, stage) ?? await exams.findNotifiedSitting(t, attempt.id, 'practice') : undefined
  return { sittingId: sitting?.id, examOn: sitting?.onDay, practiceOnLine: sitting?.stage === 'practice' && sitting.mode === 'online', briefAnew: kase.step === 'theory-passed' && attempt !== undefined && !(await exams.isBriefed(t, attempt.id)) }
}
