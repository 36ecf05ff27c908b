import type { Day } from '#kernel/day.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { findNormNumber } from '#kernel/norms.ts'
import type { Blocker } from '#kernel/denial.ts'

export const SIGNAL_KINDS = ['pass-rate', 'overfull', 'two-places', 'alike', 'agreement', 'fast', 'late', 'dormant', 'throughput', 'region-rate', 'shared-contact', 'shared-device', 'same-upload', 'far-voucher'] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]
export const SIGNAL_OUTCOMES = ['explained', 'check'] as const
export type SignalOutcome = (typeof SIGNAL_OUTCOMES)[number]

/** The figures a signal rests on: shares in percent with one digit, moments and ids as texts. */
export type Figures = Readonly<Record<string, number | string>>

/** Something that a person should look at; it says nothing of the cause. */
export interface Found {
  kind: SignalKind
  centreId: string
  subject: string
  figures: Figures
  caseIds: readonly string[]
  /** How many cases or marks it rests on. */
  weight: number
}

/** The thresholds of the platform [D]; each is a norm. One that is not set switches its signal off: no default takes its place. */
export interface SignalNorms {
  minCases: number
  confidencePercent: number
  passRateDistance: number
  alikeMin: number
  alikeOneIn: number
  alikeUnknownPercent: number
  agreedMarks: number
  fastSeconds: number
  fastRuns: number
  lateSharePercent: number
  dormantMonths: number
  awakeDays: number
  awakeCases: number
  contactPeople: number
  devicePeople: number
  uploadPeople: number
  uploadWorkPeople: number
  dayPeoplePerAssessor: number
  farVouchers: number
  farVoucherPercent: number
}
const NEVER = Number.POSITIVE_INFINITY
export function signalNorms(edition: NormEdition): SignalNorms {
  return {
    minCases: findNormNumber(edition, 'monitoring.signal.minCases') ?? NEVER,
    confidencePercent: findNormNumber(edition, 'monitoring.signal.confidencePercent') ?? 100,
    passRateDistance: findNormNumber(edition, 'monitoring.signal.passRateDistance') ?? NEVER,
    alikeMin: findNormNumber(edition, 'monitoring.signal.alikeMin') ?? NEVER,
    alikeOneIn: findNormNumber(edition, 'monitoring.signal.alikeOneIn') ?? NEVER,
    alikeUnknownPercent: findNormNumber(edition, 'monitoring.signal.alikeUnknownPercent') ?? 100,
    agreedMarks: findNormNumber(edition, 'monitoring.signal.agreedMarks') ?? NEVER,
    fastSeconds: findNormNumber(edition, 'monitoring.signal.fastSeconds') ?? 0,
    fastRuns: findNormNumber(edition, 'monitoring.signal.fastRuns') ?? NEVER,
    lateSharePercent: findNormNumber(edition, 'monitoring.signal.lateSharePercent') ?? NEVER,
    dormantMonths: findNormNumber(edition, 'monitoring.signal.dormantMonths') ?? NEVER,
    awakeDays: findNormNumber(edition, 'monitoring.signal.awakeDays') ?? 0,
    awakeCases: findNormNumber(edition, 'monitoring.signal.awakeCases') ?? NEVER,
    contactPeople: findNormNumber(edition, 'monitoring.signal.contactPeople') ?? NEVER,
    devicePeople: findNormNumber(edition, 'monitoring.signal.devicePeople') ?? NEVER,
    uploadPeople: findNormNumber(edition, 'monitoring.signal.uploadPeople') ?? NEVER,
    uploadWorkPeople: findNormNumber(edition, 'monitoring.signal.uploadWorkPeople') ?? NEVER,
    dayPeoplePerAssessor: findNormNumber(edition, 'monitoring.signal.dayPeoplePerAssessor') ?? NEVER,
    farVouchers: findNormNumber(edition, 'monitoring.signal.farVouchers') ?? NEVER,
    farVoucherPercent: findNormNumber(edition, 'monitoring.signal.farVoucherPercent') ?? NEVER,
  }
}
/** Over how many months the exams are looked at; without it nothing is counted. */
export function windowMonthsOf(edition: NormEdition): number | undefined {
  return findNormNumber(edition, 'monitoring.signal.windowMonths')
}

export const percent = (share: number): number => Math.round(share * 1000) / 10

/** A subject that a person has judged is shown again only when it rests on as many new cases or marks as a signal needs at least. */
export function isNews(found: Pick<Found, 'kind' | 'weight'>, judgedWeight: number | undefined, norms: SignalNorms): boolean {
  if (judgedWeight === undefined) return true
  const needed = newsNeeded(found.kind, norms)
  return found.weight - judgedWeight >= needed
}

function newsNeeded(kind: SignalKind, norms: SignalNorms): number {
  switch (kind) {
    case 'agreement': return norms.agreedMarks
    case 'pass-rate': case 'region-rate': case 'late': return norms.minCases
    case 'shared-contact': return norms.contactPeople
    case 'shared-device': return norms.devicePeople
    case 'far-voucher': return norms.farVouchers
    case 'dormant': return norms.awakeCases
    default: return 1
  }
}

/** A person says what a signal means, with words: explained, or a check is planned. */
export function judgementBlockers(signal: { judgedAt: string | null }, input: { outcome: string; words: string }): Blocker[] {
  if (signal.judgedAt) return [{ code: 'signal.judged-already' }]
  return [...((SIGNAL_OUTCOMES as readonly string[]).includes(input.outcome) ? [] : [{ code: 'signal.outcome-missing' }]), ...(input.words.trim() === '' ? [{ code: 'signal.words-missing' }] : input.words.trim().length > 4000 ? [{ code: 'monitoring.too-long', data: { most: 4000 } }] : [])]
}

/** The days that a computation covers, today among them. */
export interface Window {
  from: Day
  until: Day
}
