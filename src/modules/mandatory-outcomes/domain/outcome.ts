import { readOfficialDay, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { Iin } from '#kernel/iin.ts'
import { entryOn, type EntryVersion } from './entry-on.ts'
import { numberKey } from './number-key.ts'

/** What a body says of one outcome, as it was typed; days as YYYY-MM-DD or DD.MM.YYYY. */
export interface OutcomeTyped {
  number: string
  profession: string
  iin: string
  surname: string
  given_name: string
  patronymic: string
  issued_on: string
  valid_until: string
  ground: string
}
/** The fields of an outcome; the columns of a file bear the same names. */
export const OUTCOME_FIELDS = ['number', 'profession', 'iin', 'surname', 'given_name', 'patronymic', 'issued_on', 'valid_until', 'ground'] as const
export type OutcomeField = (typeof OUTCOME_FIELDS)[number]

/** An outcome that is right in itself. */
export interface OutcomeFacts {
  number: string
  numberKey: string
  professionCode: string
  professionVersionId: string
  iin: Iin
  surname: string
  givenName: string
  patronymic: string | null
  issuedOn: Day
  validUntil: Day | null
  ground: string
}

/** What is wrong with one field of an outcome. */
export interface OutcomeFault extends Blocker {
  field: OutcomeField
}

export interface Measure {
  bodyCode: string
  /** Versions of every profession the body has had, by code. */
  entries: ReadonlyMap<string, readonly EntryVersion[]>
  today: Day
  demo: boolean
}

const LONGEST: Readonly<Record<'number' | 'surname' | 'given_name' | 'patronymic' | 'ground', number>> = { number: 60, surname: 100, given_name: 100, patronymic: 100, ground: 500 }
const CONTROL = /\p{Cc}/u

/** Reads an outcome, or says of every field what is wrong with it. */
export function readOutcome(typed: OutcomeTyped, measure: Measure): { ok: true; outcome: OutcomeFacts } | { ok: false; faults: OutcomeFault[] } {
  const faults: OutcomeFault[] = []
  const fault = (field: OutcomeField, code: string): void => void faults.push({ field, code })
  const text = (field: OutcomeField): string => typed[field].trim().replace(/\s+/g, ' ')

  for (const [field, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if ([...text(field)].length > longest || CONTROL.test(text(field))) fault(field, 'mandatory-outcome.text-wrong')
  }
  const key = numberKey(text('number'))
  if (key === '') fault('number', 'mandatory-outcome.number-missing')
  if (text('surname') === '') fault('surname', 'person.surname-missing')
  if (text('given_name') === '') fault('given_name', 'person.given-name-missing')
  if (text('ground') === '') fault('ground', 'mandatory-outcome.ground-missing')

  const iin = Iin.parse(text('iin'))
  if (!iin.ok) fault('iin', `iin.${iin.reason}`)
  else if (iin.value.kind === 'demonstration' && !measure.demo) fault('iin', 'iin.demonstration')

  const issuedOn = readOfficialDay(text('issued_on'))
  if (!issuedOn) fault('issued_on', 'mandatory-outcome.issued-on-wrong')
  else if (issuedOn > measure.today) fault('issued_on', 'mandatory-outcome.issued-in-future')
  else if (iin.ok && issuedOn < iin.value.birthDate) fault('issued_on', 'mandatory-outcome.issued-before-birth')

  const validUntil = text('valid_until') === '' ? null : readOfficialDay(text('valid_until'))
  if (validUntil === undefined) fault('valid_until', 'mandatory-outcome.valid-until-wrong')
  else if (validUntil !== null && issuedOn && validUntil < issuedOn) fault('valid_until', 'mandatory-outcome.valid-before-issue')

  const professionCode = text('profession').toUpperCase()
  const versions = measure.entries.get(professionCode)
  const entry = versions && issuedOn && entryOn(versions, issuedOn)
  if (professionCode === '') fault('profession', 'mandatory-outcome.profession-missing')
  else if (!versions) fault('profession', 'mandatory-outcome.profession-not-of-body')
  else if (entry && (entry.track !== 'mandatory' || entry.bodyCode !== measure.bodyCode)) fault('profession', 'mandatory-outcome.profession-not-mandatory')
  else if (issuedOn && !entry) fault('profession', 'mandatory-outcome.profession-not-mandatory')

  if (faults.length > 0 || !iin.ok || !issuedOn || validUntil === undefined || !entry) return { ok: false, faults: faults.sort((a, b) => OUTCOME_FIELDS.indexOf(a.field) - OUTCOME_FIELDS.indexOf(b.field)) }
  return {
    ok: true,
    outcome: {
      number: text('number'), numberKey: key, professionCode, professionVersionId: entry.id, iin: iin.value, surname: text('surname'), givenName: text('given_name'),
      patronymic: text('patronymic') || null, issuedOn, validUntil, ground: text('ground'),
    },
  }
}

/** Which fields of two outcomes differ; none when they say the same. */
export function differingFields(a: Said, b: Said): OutcomeField[] {
  const pairs: readonly (readonly [OutcomeField, boolean])[] = [
    ['number', a.numberKey === b.numberKey], ['profession', a.professionCode === b.professionCode], ['iin', a.iinIndex === b.iinIndex], ['surname', a.surname === b.surname],
    ['given_name', a.givenName === b.givenName], ['patronymic', a.patronymic === b.patronymic], ['issued_on', a.issuedOn === b.issuedOn], ['valid_until', a.validUntil === b.validUntil],
    ['ground', a.ground === b.ground],
  ]
  return pairs.filter(([, same]) => !same).map(([field]) => field)
}

/** An outcome without the IIN itself: its keyed index tells whether it is the same person. */
export type Said = Omit<OutcomeFacts, 'iin' | 'number' | 'professionVersionId'> & { iinIndex: string }

/** Why an outcome cannot be corrected: it needs a reason, something that differs, and an outcome that still stands. */
export function correctionBlockers(facts: { annulled: boolean; reason: string; differing: readonly OutcomeField[] }): Blocker[] {
  if (facts.annulled) return [{ code: 'mandatory-outcome.annulled-already' }]
  const found: Blocker[] = []
  if (facts.reason.trim() === '') found.push({ code: 'mandatory-outcome.reason-missing' })
  if (facts.differing.length === 0) found.push({ code: 'mandatory-outcome.nothing-changed' })
  if (facts.differing.includes('number')) found.push({ code: 'mandatory-outcome.number-stays' })
  return found
}

/** Why an outcome cannot be annulled: once only, with a reason, from a day between its issue and today. */
export function annulmentBlockers(facts: { annulled: boolean; reason: string; annulledOn: Day | undefined; issuedOn: Day; today: Day }): Blocker[] {
  if (facts.annulled) return [{ code: 'mandatory-outcome.annulled-already' }]
  const found: Blocker[] = []
  if (facts.reason.trim() === '') found.push({ code: 'mandatory-outcome.reason-missing' })
  if (facts.annulledOn === undefined) found.push({ code: 'mandatory-outcome.annulled-on-wrong' })
  else if (facts.annulledOn > facts.today) found.push({ code: 'mandatory-outcome.annulled-in-future' })
  else if (facts.annulledOn < facts.issuedOn) found.push({ code: 'mandatory-outcome.annulled-before-issue' })
  return found
}
