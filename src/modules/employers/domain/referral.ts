import { addDays, readOfficialDay, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { Iin } from '#kernel/iin.ts'
import type { OwnPeopleRule } from './own-people.ts'

/** What an employer says of one worker, as it was typed or stands in a file; days as YYYY-MM-DD or DD.MM.YYYY, tenge in whole. */
export interface ReferralTyped {
  number: string
  referred_on: string
  iin: string
  surname: string
  given_name: string
  patronymic: string
  email: string
  profession: string
  level: string
  centre: string
  pays: string
  pay_limit: string
}
/** The fields of a referral; the columns of a file bear the same names. */
export const REFERRAL_FIELDS = ['number', 'referred_on', 'iin', 'surname', 'given_name', 'patronymic', 'email', 'profession', 'level', 'centre', 'pays', 'pay_limit'] as const
export type ReferralField = (typeof REFERRAL_FIELDS)[number]

/** A referral that is right in itself. */
export interface ReferralFacts {
  number: string
  referredOn: Day
  iin: Iin
  surname: string
  givenName: string
  patronymic: string | null
  email: string | null
  professionCode: string
  level: number
  centreSerial: string | null
  pays: boolean
  /** The most the employer pays, in tenge; null where it named none. */
  payLimit: number | null
}
export interface ReferralFault extends Blocker {
  field: ReferralField
}

/** What a referral is measured by on the day it is sent. */
export interface ReferralMeasure {
  today: Day
  demo: boolean
  /** Professions in force on the day, by code. */
  professions: ReadonlyMap<string, { track: 'voluntary' | 'mandatory'; levels: readonly number[]; struck: boolean }>
  /** What each centre, by its number, may recognise today: `code level`. */
  scopes: ReadonlyMap<string, ReadonlySet<string>>
  /** The number of the employer's own centre, when it runs one and the norm refuses its own people. */
  ownCentre: string | undefined
  /** Yes and no as people write them in the languages of the platform, in small letters. */
  words: { yes: readonly string[]; no: readonly string[] }
}

const LONGEST = { number: 60, surname: 100, given_name: 100, patronymic: 100, email: 200 } as const
const CONTROL = /\p{Cc}/u
const YES = ['1', 'yes', 'true', '+']
const NO = ['', '0', 'no', 'false', '-']
const MOST_TENGE = 100_000_000

/** Reads a referral, or says of every field what is wrong with it. */
export function readReferral(typed: ReferralTyped, measure: ReferralMeasure): { ok: true; referral: ReferralFacts } | { ok: false; faults: ReferralFault[] } {
  const faults: ReferralFault[] = []
  const fault = (field: ReferralField, code: string, data?: Blocker['data']): void => void faults.push({ field, code, ...(data ? { data } : {}) })
  const text = (field: ReferralField): string => (typed[field] ?? '').trim().replace(/\s+/g, ' ')

  for (const [field, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if ([...text(field)].length > longest || CONTROL.test(text(field))) fault(field, 'referral.text-wrong')
  }
  if (text('number') === '') fault('number', 'referral.number-missing')
  if (text('surname') === '') fault('surname', 'person.surname-missing')
  if (text('given_name') === '') fault('given_name', 'person.given-name-missing')
  if (text('email') !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text('email'))) fault('email', 'referral.email-wrong')

  const referredOn = text('referred_on') === '' ? measure.today : readOfficialDay(text('referred_on'))
  if (!referredOn) fault('referred_on', 'referral.day-wrong')
  else if (referredOn > measure.today) fault('referred_on', 'referral.day-in-future')

  const iin = Iin.parse(text('iin'))
  if (!iin.ok) fault('iin', `iin.${iin.reason}`)
  else if (iin.value.kind === 'demonstration' && !measure.demo) fault('iin', 'iin.demonstration')

  const professionCode = text('profession').toUpperCase()
  const profession = measure.professions.get(professionCode)
  const level = /^[1-8]$/.test(text('level')) ? Number(text('level')) : undefined
  if (!profession) fault('profession', 'referral.profession-unknown')
  else if (profession.struck) fault('profession', 'referral.profession-struck')
  else if (profession.track === 'mandatory') fault('profession', 'referral.profession-mandatory')
  else if (level === undefined || !profession.levels.includes(level)) fault('level', 'referral.level-unknown')

  const centre = text('centre') === '' ? null : text('centre').padStart(2, '0')
  if (centre !== null && measure.ownCentre === centre) fault('centre', 'referral.own-centre')
  else if (centre !== null && !measure.scopes.has(centre)) fault('centre', 'referral.centre-unknown')
  else if (centre !== null && profession && level !== undefined && !measure.scopes.get(centre)!.has(`${professionCode} ${level}`)) fault('centre', 'referral.centre-not-in-scope')

  const said = text('pays').toLowerCase()
  const pays = [...YES, ...measure.words.yes].includes(said) ? true : [...NO, ...measure.words.no].includes(said) ? false : undefined
  if (pays === undefined) fault('pays', 'referral.pays-wrong')
  const limitText = text('pay_limit').replace(/[\s₸]/g, '')
  const payLimit = limitText === '' ? null : /^[1-9]\d{0,8}$/.test(limitText) && Number(limitText) <= MOST_TENGE ? Number(limitText) : undefined
  if (payLimit === undefined) fault('pay_limit', 'referral.limit-wrong')
  else if (payLimit !== null && pays === false) fault('pay_limit', 'referral.limit-without-payment')

  if (faults.length > 0 || !referredOn || !iin.ok || level === undefined || pays === undefined || payLimit === undefined) {
    return { ok: false, faults: faults.sort((a, b) => REFERRAL_FIELDS.indexOf(a.field) - REFERRAL_FIELDS.indexOf(b.field)) }
  }
  return {
    ok: true,
    referral: {
      number: text('number'), referredOn, iin: iin.value, surname: text('surname'), givenName: text('given_name'), patronymic: text('patronymic') || null, email: text('email').toLowerCase() || null,
      professionCode, level, centreSerial: centre, pays, payLimit,
    },
  }
}

/** How long a referral opens an application: to the end of the last day [D]. */
export function validUntilOf(sentOn: Day, days: number): Day {
  return addDays(sentOn, days)
}

export const REFERRAL_STATES = ['sent', 'expired', 'taken', 'declined', 'withdrawn'] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]
export interface ReferralStanding {
  takenAt: unknown
  declinedAt: unknown
  withdrawnAt: unknown
  validUntil: Day
}

/** How a referral stands on a day; one that was not taken up in its time ends by itself. */
export function stateOf(referral: ReferralStanding, on: Day): ReferralState {
  if (referral.takenAt) return 'taken'
  if (referral.declinedAt) return 'declined'
  if (referral.withdrawnAt) return 'withdrawn'
  return referral.validUntil < on ? 'expired' : 'sent'
}

export interface TakingUp {
  professionCode: string
  level: number
  centreId: string
  /** The price of the list in force on the day of the application, in tenge. */
  price: number | undefined
}

/** Why an application cannot go on an employer's referral: every reason at once. It can still go without it. */
export function takeUpBlockers(
  referral: ReferralStanding & { professionCode: string; level: number; centreId: string | null; organisationId: string; pays: boolean; payLimit: number | null },
  application: TakingUp, facts: { on: Day; ownPeople: OwnPeopleRule },
): Blocker[] {
  const state = stateOf(referral, facts.on)
  if (state !== 'sent') return [{ code: `referral.${state}` }]
  const blockers: Blocker[] = []
  if (referral.professionCode !== application.professionCode || referral.level !== application.level) blockers.push({ code: 'referral.other-qualification', data: { profession: referral.professionCode, level: referral.level } })
  if (referral.centreId !== null && referral.centreId !== application.centreId) blockers.push({ code: 'referral.other-centre' })
  // A centre may not examine its own employer's people [D].
  if (facts.ownPeople === 'refuse' && referral.organisationId === application.centreId) blockers.push({ code: 'referral.own-centre' })
  if (referral.pays && referral.payLimit !== null && application.price !== undefined && application.price > referral.payLimit) blockers.push({ code: 'referral.over-limit', data: { limit: referral.payLimit, price: application.price } })
  return blockers
}
