import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** Grounds on which a voucher is refused [N][L][I][D]; each with its reason and how to put it right. */
export const REFUSAL_GROUNDS = ['NOT_REGISTERED_UNEMPLOYED', 'ALREADY_ISSUED_THIS_YEAR', 'AFTER_DEADLINE', 'NOT_IN_REGISTER', 'MANDATORY_PROFESSION', 'DOCUMENTS_MISSING', 'QUOTA_EXHAUSTED'] as const
export type VoucherRefusalGround = (typeof REFUSAL_GROUNDS)[number]
export function isRefusalGround(text: string): text is VoucherRefusalGround {
  return (REFUSAL_GROUNDS as readonly string[]).includes(text)
}

export const CHECKS = ['unemployed', 'none-this-year', 'in-time', 'profession', 'documents', 'place'] as const
export type VoucherCheck = (typeof CHECKS)[number]
export type CheckOutcome = 'yes' | 'no' | 'unknown'

/** Copies that a standard or requirements may ask for [N]. */
export const PAPER_KINDS = ['education', 'work'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]
export function isPaperKind(text: string): text is PaperKind {
  return (PAPER_KINDS as readonly string[]).includes(text)
}

/** What is known of a request on the day it is filed. */
export interface RequestFacts {
  /** What the employment service answers; undefined when it does not. */
  employment: { registered: boolean; regionKato: string | undefined } | undefined
  regionKato: string
  issuedThisYear: boolean
  underReview: boolean
  /** The last day on which a request is taken in the year, as `lastFilingDay` says it. */
  lastDay: Day
  profession: 'voluntary' | 'mandatory' | 'unknown'
  levelKnown: boolean
  /** Whether the chosen centre may recognise it; undefined where no centre was chosen. */
  inScope: boolean | undefined
  /** The copies that standard or requirements ask for, and those that the request brings. */
  papersAsked: readonly PaperKind[]
  papersGiven: readonly PaperKind[]
  placeReserved: boolean
}

/** What cannot be filed at all, since nobody could grant it: every reason at once. What the specialist must judge is not among it. */
export function requestBlockers(facts: Omit<RequestFacts, 'employment' | 'placeReserved' | 'papersAsked' | 'papersGiven' | 'regionKato'>, on: Day): Blocker[] {
  const found: Blocker[] = []
  if (facts.issuedThisYear) found.push({ code: 'voucher.issued-this-year' })
  if (facts.underReview) found.push({ code: 'voucher.under-review' })
  if (on > facts.lastDay) found.push({ code: 'voucher.after-deadline', data: { lastDay: facts.lastDay } })
  if (facts.profession === 'unknown') found.push({ code: 'voucher.not-in-register' })
  else if (facts.profession === 'mandatory') found.push({ code: 'voucher.mandatory-profession' })
  else if (!facts.levelKnown) found.push({ code: 'application.level-unknown' })
  else if (facts.inScope === false) found.push({ code: 'application.centre-not-in-scope' })
  return found
}

/** Copies that are asked for and were not sent, by kind; whether a copy shows what it should the specialist judges. */
export function missingPapers(facts: Pick<RequestFacts, 'papersAsked' | 'papersGiven'>): PaperKind[] {
  return facts.papersAsked.filter((kind) => !facts.papersGiven.includes(kind))
}

/** Copies that may still be sent while the request is under review: those that are asked for and missing, and those that were judged wrong. */
export function papersToSend(asked: readonly PaperKind[], sent: readonly { kind: PaperKind; verdict: 'right' | 'wrong' | null }[]): PaperKind[] {
  return PAPER_KINDS.filter((kind) => {
    const own = sent.find((each) => each.kind === kind)
    return own ? own.verdict === 'wrong' : asked.includes(kind)
  })
}

/** What the platform finds by itself; `unknown` is for the specialist. Nothing is decided by it. */
export function automaticChecks(facts: RequestFacts, on: Day): Record<VoucherCheck, CheckOutcome> {
  const { employment } = facts
  return {
    unemployed: employment === undefined ? 'unknown' : employment.registered && (employment.regionKato === undefined || employment.regionKato === facts.regionKato) ? 'yes' : 'no',
    'none-this-year': facts.issuedThisYear ? 'no' : 'yes',
    'in-time': on <= facts.lastDay ? 'yes' : 'no',
    profession: facts.profession === 'voluntary' && facts.levelKnown ? 'yes' : 'no',
    documents: missingPapers(facts).length === 0 ? 'yes' : 'no',
    place: facts.placeReserved ? 'yes' : 'no',
  }
}

export interface GrantFacts {
  placeReserved: boolean
  issuedThisYear: boolean
  /** Whether the road fits into the validity, by `fitOf`. */
  fit: 'surely' | 'in-haste' | 'nowhere'
  note: string
  /** Whether it is known that the IIN is the person's own: verified before, or his identity document seen by the specialist now [D]. */
  identityKnown: boolean
}

/** Why a voucher cannot be granted now. Where the road fits nowhere it may still be granted, but not without a reason in words. */
export function grantBlockers(facts: GrantFacts): Blocker[] {
  const found: Blocker[] = []
  if (facts.issuedThisYear) found.push({ code: 'voucher.issued-this-year' })
  if (!facts.identityKnown) found.push({ code: 'voucher.identity-not-seen', data: { field: 'identitySeen' } })
  if (!facts.placeReserved) found.push({ code: 'voucher.no-place' })
  if (facts.fit === 'nowhere' && facts.note.trim() === '') found.push({ code: 'voucher.note-missing', data: { field: 'note' } })
  return found
}

/** Why a refusal cannot be sent: ground of the list, reason and remedy; a place that is reserved is no ground of an exhausted quota. */
export function refusalBlockers(facts: { ground: string; reason: string; remedy: string; placeReserved: boolean }): Blocker[] {
  const found: Blocker[] = []
  if (!isRefusalGround(facts.ground)) found.push({ code: 'voucher.ground-missing', data: { field: 'ground' } })
  else if (facts.ground === 'QUOTA_EXHAUSTED' && facts.placeReserved) found.push({ code: 'voucher.place-is-reserved', data: { field: 'ground' } })
  if (facts.reason.trim() === '') found.push({ code: 'voucher.reason-missing', data: { field: 'reason' } })
  if (facts.remedy.trim() === '') found.push({ code: 'voucher.remedy-missing', data: { field: 'remedy' } })
  return found
}
