import { dueOn as dueOnOf, type DeadlineId } from '#kernel/deadline-rule.ts'
import { formatCaseNumber } from '#kernel/case-number.ts'
import { legalDay, type Day } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { deadlineRule, type NormEdition } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record as recordEntry } from '#platform/journal/journal.ts'
import { CLOCK_OF_STEP, ENDED_STEPS, nextStep, WHOSE_MOVE, type Mover, type RoadAct, type Step } from './domain/road.ts'
import * as store from './store/case-store.ts'
import type { CaseFile, CaseKind } from './store/case-store.ts'

export type { CaseFile, CaseKind, Deadline } from './store/case-store.ts'

/** The chain of a case in the journal. */
export function chainOf(caseId: string): string {
  return `case:${caseId}`
}

/** The cases among chains of the journal. */
export function casesOfChains(chains: readonly string[]): string[] {
  return chains.filter((chain) => chain.startsWith('case:')).map((chain) => chain.slice('case:'.length))
}

/** Writes the timeline entry of an act into the case's chain; the case row must be locked or just made. */
export async function record(t: Tx, caseId: string, kind: string, payload: Record<string, unknown> = {}): Promise<void> {
  await recordEntry(t, chainOf(caseId), kind, payload)
}

/** Locks the case for this transaction; a case that is not to be seen does not exist. */
export async function lockCase(t: Tx, id: string): Promise<CaseFile> {
  return found(await store.lockCaseRow(t.sql, id))
}
export async function lockCaseByNumber(t: Tx, number: string): Promise<CaseFile> {
  return found(await store.lockCaseRowByNumber(t.sql, number))
}
export async function getCase(t: Tx, id: string): Promise<CaseFile> {
  return found(await store.selectCase(t.sql, id))
}
export async function getCaseByNumber(t: Tx, number: string): Promise<CaseFile> {
  return found(await store.selectCaseByNumber(t.sql, number))
}
function found(kase: CaseFile | undefined): CaseFile {
  if (!kase) throw new Denial('not-found')
  return kase
}

/** Two people on one case: the second is told, and nothing is lost. `version` is the token drawn into the form. */
export function assertUnchanged(kase: CaseFile, version: number): void {
  if (kase.version !== version) assertNotWaiting(kase)
  if (kase.version !== version) deny('case.changed-meanwhile', { number: kase.number })
}

/** What the centre does not do while its case waits for the ministry: it is told why and since when, before anything else. */
export function assertNotWaiting(kase: Pick<CaseFile, 'step' | 'movedAt'>): void {
  if (kase.step === 'waiting') deny('case.waits-for-ministry', { since: legalDay(kase.movedAt) })
}

/** The norms the case is pinned to: those in force when it was registered. */
export async function normsOf(t: Tx, kase: CaseFile): Promise<NormEdition> {
  return t.law.norms(t.sql, kase.normEdition)
}

export interface OpenCase {
  kind: CaseKind
  centreId: Uuid
  centreSerial: string
  personId: Uuid
  accountId: Uuid | null
  professionCode?: string | null
  professionVersionId?: Uuid | null
  level?: number | null
  parentCaseId?: Uuid | null
  step: string
  whoseMove: Mover
  openedOn?: Day
}

/** Opens a case with the next number of its centre, pinned to the norms in force today. */
export async function openCase(t: Tx, input: OpenCase): Promise<CaseFile> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  const year = Number(t.today.slice(0, 4))
  const sequence = await store.takeSequence(t.sql, input.centreId, year, input.kind)
  const kase: CaseFile = {
    id: t.newId(), number: formatCaseNumber({ kind: input.kind, year, centreSerial: Number(input.centreSerial), sequence }), kind: input.kind,
    parentCaseId: input.parentCaseId ?? null, centreId: input.centreId, personId: input.personId, accountId: input.accountId,
    professionCode: input.professionCode ?? null, professionVersionId: input.professionVersionId ?? null, level: input.level ?? null,
    step: input.step, whoseMove: input.whoseMove, nextDueOn: null, assignedTo: null, version: 1, normEdition: norms.edition,
    calendarVersion: t.calendar.version, openedAt: t.now, openedOn: input.openedOn ?? t.today, movedAt: t.now, closedAt: null,
  }
  await store.insertCase(t.sql, kase)
  return kase
}

/** Starts a legal clock: rule, edition, calendar and due date are stored now and move with nothing later. Undefined length: "not set". */
export async function startClock(t: Tx, kase: CaseFile, rule: DeadlineId, startedOn: Day = t.today): Promise<Day | null> {
  const norms = await normsOf(t, kase)
  const dueOn = dueOnOf(deadlineRule(norms, rule), startedOn, t.calendar) ?? null
  await store.insertDeadline(t.sql, { id: t.newId(), caseId: kase.id, rule, startedOn, dueOn, normEdition: norms.edition, calendarVersion: t.calendar.version })
  return dueOn
}
export async function meetClock(t: Tx, caseId: string, rule: DeadlineId): Promise<void> {
  await store.endDeadlines(t.sql, caseId, rule, 'met', t.now)
}
export async function cancelClocks(t: Tx, caseId: string): Promise<void> {
  await store.endDeadlines(t.sql, caseId, null, 'cancelled', t.now)
}

/** Refuses an act that has no place where the case stands. */
export function assertStep(kase: CaseFile, act: RoadAct): Step {
  const next = nextStep(kase.step, act)
  if (!next) assertNotWaiting(kase)
  if (!next) deny('case.not-at-this-step', { step: kase.step, act })
  return next
}

export interface AdvanceOptions {
  /** The clock of the step just left is met, unless the case merely ends. */
  payload?: Record<string, unknown>
  /** First day of the next clock, when it is not today. */
  clockFrom?: Day
  whoseMove?: Mover
  /** Shown as due when the step has no clock of its own: the day of the exam. */
  dueOn?: Day | null
}

/**
 * Moves the case along the road: checks the table, meets the clock of the step left, starts that of the step entered,
 * stores whose move it is, and writes the timeline entry. The case must be locked. Answers the case as it now stands.
 */
export async function advance(t: Tx, kase: CaseFile, act: RoadAct, entry: string, options: AdvanceOptions = {}): Promise<CaseFile> {
  const step = assertStep(kase, act)
  const left = CLOCK_OF_STEP[kase.step as Step]
  const ended = ENDED_STEPS.includes(step)
  if (left && step !== kase.step) await meetClock(t, kase.id, left)
  if (ended) await cancelClocks(t, kase.id)
  const clock = CLOCK_OF_STEP[step]
  const clockDue = clock && step !== kase.step ? await startClock(t, kase, clock, options.clockFrom ?? t.today) : null
  const state = {
    step, whoseMove: options.whoseMove ?? WHOSE_MOVE[step], nextDueOn: options.dueOn !== undefined ? options.dueOn : clockDue,
    movedAt: t.now, closedAt: ended ? t.now : null,
  }
  await store.updateCaseState(t.sql, kase.id, state)
  await record(t, kase.id, entry, { act, from: kase.step, to: step, ...options.payload })
  return { ...kase, ...state, version: kase.version + 1 }
}

/** The case of a claimed person becomes that of the verified one; two open cases for one qualification cannot be his. The case must be locked. */
export async function setPersonOfCase(t: Tx, kase: CaseFile, personId: Uuid): Promise<void> {
  try {
    await store.updateCasePerson(t.sql, kase.id, personId)
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_case_per_person_and_qualification') deny('case.person-has-another')
    throw error
  }
}

/** Changes whose move it is, or the date that is waited for, without moving along the road. */
export async function touchCase(t: Tx, kase: CaseFile, change: { step?: string; whoseMove?: Mover; nextDueOn?: Day | null; close?: boolean }): Promise<CaseFile> {
  const state = {
    step: change.step ?? kase.step, whoseMove: change.whoseMove ?? kase.whoseMove,
    nextDueOn: change.nextDueOn !== undefined ? change.nextDueOn : kase.nextDueOn, movedAt: t.now, closedAt: change.close ? t.now : kase.closedAt,
  }
  await store.updateCaseState(t.sql, kase.id, state)
  return { ...kase, ...state, version: kase.version + 1 }
}
