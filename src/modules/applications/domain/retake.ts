import { addDays, addMonths, legalDay, type Day, type Moment } from '#kernel/day.ts'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Blocker } from '#kernel/denial.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import { findNorm, findNormNumber, lastCalendarDay, normBoolean, normNumber, type NormEdition } from '#kernel/norms.ts'

/** What earlier attempts of the case have shown; undefined: never passed. */
export interface PassedStages {
  theory: Moment | undefined
  practice: Moment | undefined
}

/** The stages to be held again: a passed one is credited while its months run, when the norm says so. */
export function retakeStages(passed: PassedStages, today: Day, norms: NormEdition): Stage[] {
  if (!normBoolean(norms, 'retake.onlyFailedStages')) return [...STAGES]
  const months = normNumber(norms, 'retake.creditMonths')
  const isCredited = (at: Moment | undefined) => at !== undefined && addMonths(legalDay(at), months) >= today
  const stages = STAGES.filter((stage) => !isCredited(passed[stage]))
  return stages.length > 0 ? stages : [...STAGES]
}

export interface RetakePrices {
  retakeTheory: number
  retakePractice: number
  retakeBoth: number
}

export const RETAKE_PRICE_RULES = ['published-list', 'first-free', 'half-of-list'] as const
export type RetakePriceRule = (typeof RETAKE_PRICE_RULES)[number]

/**
 * What a retake costs: norm `retake.price` [D]. The price that the centre has published for it; or nothing the first time and that price
 * afterwards, so that nobody stays without recognition for one bad day; or half of it. The list itself is the centre's, and no norm sets a
 * sum. An edition older than the norm, or a word nobody knows, means the list.
 */
export function retakePriceRule(norms: NormEdition): RetakePriceRule {
  const value = findNorm(norms, 'retake.price')?.value
  return RETAKE_PRICE_RULES.find((rule) => rule === value) ?? 'published-list'
}

/** What a published sum comes to by the rule, where nothing is free: whole tenge, the odd one in the candidate's favour. */
export function listedByRule(listed: number, rule: RetakePriceRule): number {
  return rule === 'half-of-list' ? Math.floor(listed / 2) : listed
}

/** The price of exactly these stages. `before`: how many retakes of the case were asked for already; a stage that was ordered to be held again is none. */
export function retakePrice(stages: readonly Stage[], price: RetakePrices, { rule, before }: { rule: RetakePriceRule; before: number }): number {
  if (rule === 'first-free' && before === 0) return 0
  return listedByRule(stages.length === 2 ? price.retakeBoth : stages[0] === 'theory' ? price.retakeTheory : price.retakePractice, rule)
}

/**
 * Whether a stage that an appeal panel has held again is free of charge: norm `appeal.stageAgainIsFree` [D]. Where it is not, it costs what a
 * retake costs, and it is held once the candidate has accepted that. An edition older than the norm asks nothing.
 */
export function stageAgainIsFree(norms: NormEdition): boolean {
  return findNorm(norms, 'appeal.stageAgainIsFree')?.value !== false
}

/** A retake for which the candidate has put his name; a stage that is held again by an order needs none. */
export function wasAskedFor(contract: { kind: string; acceptedHow: string | null }): boolean {
  return contract.kind === 'retake' && contract.acceptedHow !== null
}

export interface RetakeFacts {
  noticeSentOn: Day
  attempts: number
  hasPrice: boolean
  hasProgramme: boolean
  inScope: boolean
  /** The first day after a ban for a removal from an exam; undefined: not barred. */
  barredUntil?: Day | undefined
  /** Days a retake asked for in time has waited for the ministry in vain. */
  daysWaited: number
}

/** The case was closed because nothing was asked for after the notice of failing, and nothing has moved it since: a paper that had come in time still counts. */
export function isClosedUnasked(timeline: readonly { kind: string; payload: Readonly<Record<string, unknown>> }[]): boolean {
  const last = timeline.findLast((entry) => entry.payload['to'] !== undefined)
  return last?.kind === 'case-closed' && last.payload['from'] === 'fail-notice-sent'
}

/** The last day on which a retake may be asked for. */
export function lastRetakeDay(noticeSentOn: Day, norms: NormEdition, daysWaited: number, calendar: WorkingCalendar): Day {
  return lastCalendarDay(norms, addDays(addMonths(noticeSentOn, normNumber(norms, 'retake.askWithinMonths')), daysWaited), calendar)
}

/** What only this centre lacks; another may have it. */
const OF_CENTRE: readonly string[] = ['retake.centre-not-in-scope', 'retake.price-missing', 'retake.programme-missing']
/** Why a retake may not be asked for at another centre either; empty: it may, the candidate's own having lost its scope. */
export function elsewhereBlockers(blockers: readonly Blocker[]): Blocker[] {
  const others = blockers.filter((blocker) => !OF_CENTRE.includes(blocker.code))
  return others.length > 0 || blockers.some((blocker) => blocker.code === 'retake.centre-not-in-scope') ? others : [{ code: 'retake.possible-here' }]
}

/** A retake is asked for after the waiting days, where the norm sets any (calendar days from the notice of failing [D]), within the months of the norm, in the same centre, which can still hold it. */
export function retakeBlockers(facts: RetakeFacts, today: Day, norms: NormEdition, calendar: WorkingCalendar): Blocker[] {
  const last = lastRetakeDay(facts.noticeSentOn, norms, facts.daysWaited, calendar)
  const waiting = findNormNumber(norms, 'retake.waitingDays')
  const first = waiting === undefined ? facts.noticeSentOn : addDays(facts.noticeSentOn, waiting)
  const most = findNormNumber(norms, 'retake.attemptsMax')
  return [
    ...(today < first ? [{ code: 'retake.too-early', data: { first } }] : []),
    ...(facts.barredUntil !== undefined ? [{ code: 'retake.removed-before', data: { first: facts.barredUntil } }] : []),
    ...(today > last ? [{ code: 'retake.too-late', data: { last } }] : []),
    ...(most !== undefined && facts.attempts >= most ? [{ code: 'retake.no-attempt-left', data: { most } }] : []),
    ...(facts.inScope ? [] : [{ code: 'retake.centre-not-in-scope' }]),
    ...(facts.hasPrice ? [] : [{ code: 'retake.price-missing' }]),
    ...(facts.hasProgramme ? [] : [{ code: 'retake.programme-missing' }]),
  ]
}
