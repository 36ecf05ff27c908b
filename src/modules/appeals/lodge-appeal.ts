import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { handedInOn, handInUntil, normNumber } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { stageAgainIsFree } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { lodgingBlockers, mayRestoreTerm, RESULT_STEPS } from './domain/appeal.ts'
import { writeToCentre, writeToPerson } from './letters.ts'
import { latestDecision, type ChallengedDecision } from './neighbours.ts'
import { policy } from './policy.ts'
import { missedByFirst, rejectedFirstOf, secondTermOf } from './second-instance.ts'
import { insertAppeal, selectAppealsOfDecision, type Appeal } from './store/appeal-store.ts'

/**
 * The clock T6 of a decision: the newest one that began on or after its day. Closing a case stops its clocks; one whose last day had passed by then had run out by
 * itself, and what came in its days is still in time.
 */
export async function appealTermOf(t: Tx, caseId: string, decidedOn: Day): Promise<{ startedOn: Day; lastOn: Day } | undefined> {
  const clock = (await casework.deadlinesOf(t, caseId)).findLast((each) => each.rule === 'T6' && each.startedOn >= decidedOn && (each.cancelledAt === null || (each.dueOn !== null && legalDay(each.cancelledAt) > each.dueOn)))
  return clock?.dueOn ? { startedOn: clock.startedOn, lastOn: clock.dueOn } : undefined
}

export interface LodgingOffer {
  decision: ChallengedDecision | undefined
  term: { startedOn: Day; lastOn: Day } | undefined
  blockers: Blocker[]
  /** A missed term may be restored by the panel, by the norm of the case. */
  mayRestore: boolean
  /** The day lies after the term, and the appeal may be lodged with what kept the candidate. */
  late: boolean
  /** Number of the newest appeal from this decision, where no other may be lodged and it is not one that leads to the second instance. */
  lodged: string | undefined
  /** The appeal that was rejected, where the one on offer is of the second instance. */
  first: { caseId: Uuid; number: string } | undefined
}

/** What may be done about the result by whoever it belongs to, on the day on which the appeal came. */
export async function offerOf(t: Tx, parent: casework.CaseFile, isOwn: boolean, on: Day): Promise<LodgingOffer> {
  const decision = parent.kind === 'recognition' ? await latestDecision(t, parent.id) : undefined
  const before = decision ? await selectAppealsOfDecision(t.sql, decision.id) : []
  const first = await rejectedFirstOf(t, parent, before)
  const term = first ? await secondTermOf(t, first.caseId) : decision ? await appealTermOf(t, parent.id, decision.decidedOn) : undefined
  const norms = await casework.normsOf(t, parent)
  const blockers = lodgingBlockers({
    isOwn, hasDecision: decision !== undefined, term, appeals: before.filter((each) => each.secondOf === null).length, second: first && { lodged: before.some((each) => each.secondOf === first.caseId) }, appealOpen: before.some((each) => each.decidedAt === null && each.withdrawnAt === null), retakeAsked: !RESULT_STEPS.includes(parent.step),
  }, on, norms)
  return { decision, term, blockers, first: first && { caseId: first.caseId, number: (await casework.getCase(t, first.caseId)).number }, mayRestore: mayRestoreTerm(norms), late: blockers.length === 0 && term !== undefined && on > term.lastOn, lodged: before[0] && blockers.length > 0 && (!first || before[0].caseId !== first.caseId) ? (await casework.getCase(t, before[0].caseId)).number : undefined }
}

export interface LodgingPage extends LodgingOffer {
  parent: casework.CaseFile
  /** How much of the term is left. */
  left: Lateness | undefined
  /** Working days within which an appeal is decided. */
  decideDays: number
  /** Until which time it counts as lodged today; undefined: to the end of the day. */
  until: string | undefined
  /** A stage that is held again costs the candidate nothing. */
  againIsFree: boolean
}

/** What the candidate may do about the result: until when, and why not. */
export async function readLodgingOffer(ctx: Ctx, number: string): Promise<LodgingPage> {
  return read(ctx, 'appeal.lodge', async (t) => {
    const parent = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'appeal.lodge', parent)
    const norms = await casework.normsOf(t, parent)
    const on = handedInOn(norms, t.now)
    const offer = await offerOf(t, parent, accountOf(t.actor) === parent.accountId, on)
    const left = offer.term ? lateness(offer.term.lastOn, on, t.calendar) : undefined
    return { ...offer, parent, left, decideDays: normNumber(norms, 'deadline.T12.length'), until: handInUntil(norms), againIsFree: stageAgainIsFree(norms) }
  })
}

/** The candidate appeals from the result of recognition: a case of its own, as many from a decision as its norm says, after T6 only where its norm lets the term be restored. Answers its number. */
export async function lodgeAppeal(ctx: Ctx, input: { number: string; version: number; ground: string; lateReason?: string }): Promise<string> {
  try {
    return await tx(ctx, 'appeal.lodge', async (t) => {
      const parent = await casework.lockCaseByNumber(t, input.number)
      assertMay(t, policy, 'appeal.lodge', parent)
      casework.assertUnchanged(parent, input.version)
      const on = handedInOn(await casework.normsOf(t, parent), t.now)
      const offer = await offerOf(t, parent, accountOf(t.actor) === parent.accountId, on)
      assertNone('appeal.not-possible', offer.blockers)
      return (await openAppeal(t, parent, { decisionId: offer.decision!.id, secondOf: offer.first?.caseId ?? null, ground: input.ground, lateReason: lateReasonOf(offer, input.lateReason), on, at: t.now })).number
    })
  } catch (error) {
    if (isLodgedTwice(error)) deny('appeal.already')
    throw error
  }
}

/** Two lodged at the same moment. */
export function isLodgedTwice(error: unknown): boolean {
  return ['one_open_appeal_per_decision', 'one_second_appeal_per_appeal'].includes(violatedConstraint(error) ?? '')
}

/** What kept the candidate, asked only of who comes after the term. */
export function lateReasonOf(offer: Pick<LodgingOffer, 'late'>, said: string | undefined): string | null {
  if (!offer.late) return null
  const reason = (said ?? '').trim()
  return reason === '' ? deny('appeal.late-reason-missing', { field: 'lateReason' }) : reason.slice(0, 4000)
}

/** Opens the case of an appeal that may be lodged: its term T12 runs from the day on which it came. */
export async function openAppeal(t: Tx, parent: casework.CaseFile, appeal: Pick<Appeal, 'decisionId' | 'secondOf' | 'ground' | 'lateReason'> & { on: Day; at: Moment }): Promise<casework.CaseFile> {
  if (appeal.ground.trim() === '') deny('appeal.ground-missing', { field: 'ground' })
  const centre = await centres.getCentre(t.sql, parent.centreId)
  const opened = await casework.openCase(t, {
    kind: 'appeal', centreId: parent.centreId, centreSerial: centre.serial, personId: parent.personId, accountId: parent.accountId, professionCode: parent.professionCode,
    professionVersionId: parent.professionVersionId, level: parent.level, parentCaseId: parent.id, step: 'lodged', whoseMove: 'centre', openedOn: appeal.on,
  })
  await insertAppeal(t.sql, { caseId: opened.id, decisionId: appeal.decisionId, secondOf: appeal.secondOf, ground: appeal.ground.trim(), lateReason: appeal.lateReason ?? (await missedByFirst(t, appeal.secondOf)), lodgedAt: appeal.at, lodgedBy: accountOf(t.actor) ?? null })
  const due = await casework.startClock(t, opened, 'T12', appeal.on)
  const kase = await casework.touchCase(t, opened, { nextDueOn: due })
  const kind = [...(appeal.secondOf ? ['second'] : []), ...(appeal.lateReason === null ? [] : ['late'])].join('-')
  const how = kind === '' ? {} : { kind }
  // A term that was missed is not met by what comes after it.
  if (appeal.lateReason === null) await casework.meetClock(t, appeal.secondOf ?? parent.id, 'T6')
  await casework.record(t, kase.id, 'appeal-lodged', { decisionId: appeal.decisionId, number: kase.number, ...how })
  await casework.record(t, parent.id, 'appeal-lodged', { number: kase.number, ...how })
  await writeToPerson(t, kase, appeal.secondOf ? 'appeal-second-lodged' : 'appeal-lodged', `/cases/${kase.number}/appeal`, { due, parent: parent.number })
  await writeToCentre(t, kase, appeal.secondOf ? 'appeal-second-lodged-centre' : 'appeal-lodged-centre', `/centre/appeals/${kase.number}`, { due, parent: parent.number })
  return kase
}
