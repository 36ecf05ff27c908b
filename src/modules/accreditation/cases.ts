import { formatCaseNumber } from '#kernel/case-number.ts'
import type { Day } from '#kernel/day.ts'
import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record as recordEntry } from '#platform/journal/journal.ts'
import { clockRuns, ENDED_STEPS, nextStep, STAGE_OF_STEP, WHOSE_MOVE, type Kind, type Mover, type RoadAct, type Step } from './domain/road.ts'
import { stageDueOn } from './domain/stage-term.ts'
import { linkPotentialCentre, markApplied } from './pipeline/link-case.ts'
import * as store from './store/case-store.ts'
import type { AccreditationCase } from './store/case-store.ts'

export type { AccreditationCase, StageClock } from './store/case-store.ts'

/** The chain of an accreditation case in the journal. */
export function chainOf(caseId: string): string {
  return `accreditation:${caseId}`
}

/** Writes the timeline entry of an act; the case row must be locked or just made. */
export async function record(t: Tx, caseId: string, kind: string, payload: Record<string, unknown> = {}): Promise<void> {
  await recordEntry(t, chainOf(caseId), kind, payload)
}

export async function getCase(t: Tx, id: string): Promise<AccreditationCase> {
  return found(parseUuid(id) && (await store.selectCase(t.sql, id)))
}
export async function lockCase(t: Tx, id: string): Promise<AccreditationCase> {
  return found(parseUuid(id) && (await store.lockCaseRow(t.sql, id)))
}
function found(kase: AccreditationCase | undefined): AccreditationCase {
  if (!kase) throw new Denial('not-found')
  return kase
}

/** Two people on one case: the second is told, and nothing is lost. */
export function assertUnchanged(kase: AccreditationCase, version: number): void {
  if (kase.version !== version) deny('case.changed-meanwhile', { number: kase.number ?? '' })
}

/** The norms the case is pinned to: those in force when it was submitted. */
export async function normsOf(t: Tx, kase: AccreditationCase): Promise<NormEdition> {
  return t.law.norms(t.sql, kase.normEdition)
}

export interface NewCase {
  kind: Kind
  organisationId: Uuid
  regionKato: string
  channel: 'online' | 'paper'
  certificateId?: Uuid | null
}

/** Opens a draft; an organisation has one case open at a time. */
export async function openDraft(t: Tx, input: NewCase): Promise<AccreditationCase> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  const kase: AccreditationCase = {
    id: t.newId(), number: null, kind: input.kind, organisationId: input.organisationId, regionKato: input.regionKato, channel: input.channel, certificateId: input.certificateId ?? null,
    step: 'draft', whoseMove: 'applicant', corrections: 0, version: 1, normEdition: norms.edition, calendarVersion: t.calendar.version, nextDueOn: null, createdBy: accountOf(t.actor)!,
    createdAt: t.now, receivedOn: null, submittedAt: null, movedAt: t.now, closedAt: null,
  }
  try {
    await store.insertCase(t.sql, kase)
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_accreditation_case_per_organisation') deny('accreditation.open-already')
    throw error
  }
  await record(t, kase.id, 'accreditation-draft-opened', { kind: input.kind })
  await linkPotentialCentre(t, kase)
  return kase
}

export interface AdvanceOptions {
  payload?: Record<string, unknown>
  whoseMove?: Mover
  /** The day the application came in, when a paper one is entered later. */
  receivedOn?: Day
}

/**
 * Moves the case along its road: checks the table, gives the number and pins the norms when it is submitted, ends the clock of the stage left and starts that of the
 * stage entered, stores whose move it is, and writes the timeline entry. The case must be locked. Answers the case as it now stands.
 */
export async function advance(t: Tx, kase: AccreditationCase, act: RoadAct, entry: string, options: AdvanceOptions = {}): Promise<AccreditationCase> {
  const step = assertStep(kase, act)
  const submitted = act === 'submit' ? await submission(t, kase, options.receivedOn ?? t.today) : {}
  const moved: AccreditationCase = {
    ...kase, ...submitted, step, whoseMove: options.whoseMove ?? WHOSE_MOVE[step], corrections: kase.corrections + (act === 'ask-correction' ? 1 : 0),
    movedAt: t.now, closedAt: ENDED_STEPS.includes(step) ? t.now : null, version: kase.version + 1,
  }
  moved.nextDueOn = await turnClocks(t, kase, moved, options.receivedOn ?? t.today)
  await store.updateCaseState(t.sql, moved)
  await record(t, kase.id, entry, { act, from: kase.step, to: step, ...options.payload })
  if (act === 'submit') await markApplied(t, kase.id)
  return moved
}

/** Refuses an act that has no place where the case stands. */
export function assertStep(kase: AccreditationCase, act: RoadAct): Step {
  const next = nextStep(kase.step, act)
  if (!next) deny('accreditation.not-at-this-step', { step: kase.step, act })
  return next
}

/** Passes the move on without moving along the road. */
export async function passMove(t: Tx, kase: AccreditationCase, whoseMove: Mover): Promise<AccreditationCase> {
  const moved = { ...kase, whoseMove, movedAt: t.now, version: kase.version + 1 }
  await store.updateCaseState(t.sql, moved)
  return moved
}

async function submission(t: Tx, kase: AccreditationCase, receivedOn: Day): Promise<Partial<AccreditationCase>> {
  const year = Number(t.today.slice(0, 4))
  const sequence = await store.takeSequence(t.sql, kase.regionKato, year)
  const norms = await t.law.normsInForce(t.sql, t.today)
  return {
    number: formatCaseNumber({ kind: 'accreditation', year, centreSerial: Number(kase.regionKato.slice(0, 2)), sequence }), normEdition: norms.edition, calendarVersion: t.calendar.version,
    submittedAt: t.now, receivedOn,
  }
}

/** Ends the clock of the stage left and starts that of the stage entered; within a stage the clock runs on. Answers what is due next. */
async function turnClocks(t: Tx, before: AccreditationCase, after: AccreditationCase, from: Day): Promise<Day | null> {
  const [left, entered] = [clockRuns(before.step) ? STAGE_OF_STEP[before.step] : undefined, clockRuns(after.step) ? STAGE_OF_STEP[after.step] : undefined]
  if (left === entered) return before.nextDueOn
  if (left) await store.endClocks(t.sql, before.id, after.step === 'correcting' ? 'given-back' : ENDED_STEPS.includes(after.step) && after.step !== 'completed' && after.step !== 'refused' ? 'broken-off' : 'done', t.now)
  if (!entered) return null
  const dueOn = stageDueOn(await t.law.norms(t.sql, after.normEdition), entered, from, t.calendar) ?? null
  await store.insertClock(t.sql, { id: t.newId(), caseId: after.id, stage: entered, startedOn: from, dueOn })
  return dueOn
}
