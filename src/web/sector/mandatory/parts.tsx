import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { FormBody } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Outcome, OutcomeTyped } from '#modules/mandatory-outcomes/index.ts'
import type { Profession } from '#modules/professions/index.ts'
import type { DocumentStatus } from '#modules/recognition-documents/index.ts'
import { readDay } from '../../account/read-day.ts'
import { DateFields, IinField, SelectField, TextArea, TextField, type FormState } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { sectorText } from '../sector-text.ts'

const TONES = { valid: 'green', expired: 'plain', annulled: 'red' } as const

export function StatusOfOutcome({ status, lang }: { readonly status: DocumentStatus; readonly lang: Language }) {
  return <Tag tone={TONES[status]}>{sectorText(lang).list.statuses[status]}</Tag>
}

/** A day in the three fields of a form. */
export function partsOf(day: Day | null | undefined): { day: string; month: string; year: string } | undefined {
  return day ? { day: String(Number(day.slice(8, 10))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) } : undefined
}

/** What the body says of one outcome; in a correction the number is missing, and an empty IIN leaves the one that is kept. */
export function OutcomeFields({ form, professions, lang, before }: { readonly form: FormState; readonly professions: readonly Profession[]; readonly lang: Language; readonly before?: Outcome | undefined }) {
  const t = sectorText(lang).form
  return (
    <>
      {!before && <TextField form={form} name="number" label={t.number} hint={t.numberHint} width="20" figures maxLength={60} autocomplete="off" />}
      <SelectField form={form} name="profession" label={t.profession} value={before?.professionCode} options={professions.map((each) => ({ value: each.code, label: `${inLanguage(each.name, lang)} (${each.code})` }))} />
      {before ? <IinField form={form} name="iin" label={t.iin} hint={fill(t.iinKept, { last: before.iinLastFour })} optional /> : <IinField form={form} name="iin" label={t.iin} />}
      <TextField form={form} name="surname" label={t.surname} value={before?.surname} width="20" maxLength={100} autocomplete="off" />
      <TextField form={form} name="given_name" label={t.given_name} value={before?.givenName} width="20" maxLength={100} autocomplete="off" />
      <TextField form={form} name="patronymic" label={t.patronymic} value={before?.patronymic ?? undefined} width="20" maxLength={100} autocomplete="off" optional />
      <DateFields form={form} name="issued_on" label={t.issued_on} value={partsOf(before?.issuedOn)} />
      <DateFields form={form} name="valid_until" label={t.valid_until} hint={t.unlimitedHint} value={partsOf(before?.validUntil)} optional />
      <TextArea form={form} name="ground" label={t.ground} hint={t.groundHint} value={before?.ground} rows={2} maxLength={500} />
    </>
  )
}

export function typedIn(form: FormBody): OutcomeTyped {
  return {
    number: form.text('number'), profession: form.text('profession'), iin: form.text('iin'), surname: form.text('surname'), given_name: form.text('given_name'), patronymic: form.text('patronymic'),
    issued_on: readDay(form, 'issued_on'), valid_until: readDay(form, 'valid_until'), ground: form.text('ground'),
  }
}

/** The version of the entry that the officer saw; what is no number never stands. */
export function versionIn(form: FormBody): number {
  return /^\d{1,6}$/.test(form.text('version')) ? Number(form.text('version')) : 0
}
