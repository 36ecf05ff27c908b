import type { JSX } from 'preact'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { ViewProps } from '#platform/http/page.ts'
import { formatBytes, formatDay, formatTenge, personName, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ACCOMMODATION_KINDS, demandedPapers, saysPapers, WATCH_CONDITIONS, type ApplyStep, type Terms } from '#modules/applications/index.ts'
import { CheckboxSingle, Checkboxes, EmailField, FileField, PhoneField, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details, Why } from '../../ui/why.tsx'
import { referralsText } from '../referrals/referrals-text.ts'
import { voucherText } from '../../vouchers/voucher-text.ts'
import { applyText } from './apply-text.ts'

export interface StepData {
  step: ApplyStep
  terms: Terms
  back: string | undefined
}
type Props = ViewProps<StepData>

/** Citizenships met most often here; the rest are "another state". */
export const CITIZENSHIPS = ['KZ', 'KG', 'UZ', 'RU', 'TJ', 'TM', 'AZ', 'AM', 'GE', 'BY', 'MN', 'CN', 'TR'] as const

function basisOf({ profession }: Terms, lang: Language): string {
  return inLanguage(profession.basisTitle, lang) || inLanguage(profession.name, lang)
}

function Place({ lang, form, data: { terms } }: Props) {
  const text = applyText(lang).place
  const { profession, offers, regions, accessibility, draft } = terms
  const nameOf = (kato: string) => { const region = regions.find((each) => each.kato === kato); return region ? { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[lang] : '' }
  const options = offers.map(({ centre, offers: own }) => {
    const features = (accessibility.get(centre.id) ?? []).map((feature) => applyText(lang).features[feature] ?? feature)
    return {
      value: centre.id, label: inLanguage(centre.name, lang),
      hint: (
        <>
          {nameOf(centre.regionKato)}, {lang === 'kk' ? centre.address.kk : centre.address.ru}<br />
          {own.map((offer) => offer.price === undefined ? fill(text.offerNoPrice, { level: offer.level }) : fill(text.offer, { level: offer.level, price: formatTenge(offer.price, lang) })).join('; ')}<br />
          {features.length > 0 ? fill(text.accessibility, { features: features.join(', ') }) : text.noAccessibility}
        </>
      ),
    }
  })
  const offered = profession.levels.filter((level) => offers.some((each) => each.offers.some((offer) => offer.level === level)))
  const level = draft?.data.level ?? (offered.length === 1 ? offered[0] : undefined)
  return (
    <>
      <Radios form={form} name="level" label={text.level} hint={text.levelHint} value={level?.toString()} inline
        options={offered.map((each) => ({ value: String(each), label: fill(applyText(lang).level, { level: each }) }))} />
      <Radios form={form} name="centreId" label={text.centre} hint={text.centreHint} value={draft?.data.centreId} options={options} />
    </>
  )
}

function You({ lang, form, ctx, data: { terms } }: Props) {
  const text = applyText(lang).you
  const { person, draft } = terms
  const names = new Intl.DisplayNames([lang], { type: 'region' })
  if (!person || ctx.actor.kind !== 'person') return null
  return (
    <>
      <Why>{text.why}</Why>
      <Facts facts={[
        { term: text.name, value: personName(person, lang, 'full') },
        { term: text.iin, value: <span class="t-num">•••• •••• {person.iinLastFour}</span> },
        { term: text.born, value: formatDay(person.birthOn, lang) },
      ]} />
      <PhoneField form={form} name="phone" label={text.phone} value={draft?.data.phone ?? person.phone ?? ''} maxLength={40} />
      <EmailField form={form} name="email" label={text.email} value={draft?.data.email ?? ctx.actor.email} maxLength={200} />
      <TextField form={form} name="address" label={text.address} value={draft?.data.address ?? person.address ?? ''} autocomplete="street-address" maxLength={300} />
      <SelectField form={form} name="citizenship" label={text.citizenship} value={draft?.data.citizenship ?? person.citizenship} empty={false}
        options={[...CITIZENSHIPS.map((code) => ({ value: code, label: names.of(code) ?? code })), { value: 'XX', label: text.other }, { value: 'XS', label: text.stateless }]} />
    </>
  )
}

function Learning({ lang, form, data: { terms } }: Props) {
  const text = applyText(lang).learning
  return (
    <>
      <Why>{text.why}</Why>
      <Radios form={form} name="wayLearnt" label={text.title} value={terms.draft?.data.wayLearnt} options={[
        { value: 'formal', label: text.formal, hint: text.formalHint }, { value: 'non-formal', label: text.nonFormal, hint: text.nonFormalHint }, { value: 'informal', label: text.informal, hint: text.informalHint },
      ]} />
    </>
  )
}

/** Papers of another state come with a translation; who has them is not asked, who is a citizen of another state is told. */
function isForeigner({ person, draft }: Terms): boolean {
  return (draft?.data.citizenship ?? person?.citizenship ?? 'KZ') !== 'KZ'
}

function Papers({ lang, form, data: { terms } }: Props) {
  const { upload: text, papers } = applyText(lang)
  const demanded = demandedPapers(terms.profession, terms.norms)
  const basis = basisOf(terms, lang)
  const rows = (kind: string) => terms.files.filter((file) => file.kind === kind).map((file) => (
    <FileRow key={file.id} name={file.name} about={formatBytes(file.size, lang)} href={`/${lang}/attachments/${file.id}`}
      remove={<Button kind="link" name="remove" value={file.id} more={file.name}>{text.remove}</Button>} />
  ))
  const said = { education: terms.profession.educationText, work: terms.profession.experienceText }
  return (
    <>
      <Why>
        {!saysPapers(terms.profession) ? <p>{demanded.length === 0 ? text.whyUnknown : text.whyNorm}</p> : demanded.length === 0 ? <p>{fill(text.whyNone, { basis })}</p> : <p>{fill(text.why, { basis })}</p>}
        {demanded.map((kind) => { const words = said[kind] && inLanguage(said[kind], lang); return words ? <p key={kind}>{words}</p> : null })}
        {demanded.length > 0 && !demanded.includes('education') && <p>{text.notEducation}</p>}
        {demanded.length > 0 && !demanded.includes('work') && <p>{text.notWork}</p>}
      </Why>
      {isForeigner(terms) && demanded.length > 0 && <NoticeBox>{text.foreign}</NoticeBox>}
      {demanded.map((kind) => (
        <FileField key={kind} form={form} name={kind} label={papers[kind]} hint={text.hint} accept="application/pdf,image/jpeg,image/png" multiple>{rows(kind)}</FileField>
      ))}
      <FileField form={form} name="earlier-recognition" label={papers['earlier-recognition']} hint={text.earlierHint} optional accept="application/pdf,image/jpeg,image/png" multiple>{rows('earlier-recognition')}</FileField>
      <p><Button kind="secondary" name="do" value="upload" icon="upload">{text.add}</Button></p>
      <Details summary={text.which}><p>{text.whichText}</p></Details>
    </>
  )
}

function Needs({ lang, form, data: { terms } }: Props) {
  const text = applyText(lang).needs
  const needs = terms.draft?.data.needs ?? []
  return (
    <>
      <Why>{text.why}</Why>
      <p>{text.special}</p>
      <Checkboxes form={form} name="needs" label={text.label} optional chosen={needs.map((need) => need.kind)} options={ACCOMMODATION_KINDS.map((kind) => ({ value: kind, label: text[kind], ...((WATCH_CONDITIONS as readonly string[]).includes(kind) ? { hint: text.watched } : {}) }))} />
      <TextArea form={form} name="asked" label={text.asked} hint={text.askedHint} optional value={needs[0]?.asked ?? ''} rows={3} maxLength={500} />
    </>
  )
}

/** What is chosen once: where the theory is taken, or both stages where the programme lets the practice be taken on line too. */
function modeWords(lang: Language, terms: Terms) {
  const all = applyText(lang)
  return terms.modes.practice.includes('online') ? all.modeOfBoth : all.mode
}

function ExamLanguage({ lang, form, data: { terms } }: Props) {
  const text = applyText(lang).language
  const mode = modeWords(lang, terms)
  return (
    <>
      <Radios form={form} name="examLanguage" label={text.title} hint={text.hint} value={terms.draft?.data.examLanguage} options={[{ value: 'kk', label: text.kk }, { value: 'ru', label: text.ru }]} />
      {terms.modes.theory.includes('online') && (
        <Radios form={form} name="examMode" label={mode.title} hint={mode.hint} value={terms.draft?.data.examMode ?? 'offline'} options={[{ value: 'offline', label: mode.offline }, { value: 'online', label: mode.online, hint: mode.onlineHint }]} />
      )}
    </>
  )
}

/** Everything typed, with the way to change each answer, and the consent. */
function Summary({ lang, form, data: { terms } }: Props) {
  const all = applyText(lang)
  const mode = modeWords(lang, terms)
  const { summary: text } = all
  const { draft, profession, offers, files, person } = terms
  const change = (step: ApplyStep) => `/${lang}/apply/${profession.code}/${step}?back=summary`
  const chosen = offers.find((offer) => offer.centre.id === draft?.data.centreId)
  const price = chosen?.offers.find((offer) => offer.level === draft?.data.level)?.price
  const ways = { formal: all.learning.formal, 'non-formal': all.learning.nonFormal, informal: all.learning.informal }
  const data = draft?.data ?? {}
  const needs = data.needs ?? []
  return (
    <>
      <Facts facts={[
        { term: all.profession, value: [inLanguage(profession.name, lang), data.level && fill(all.level, { level: data.level })].filter(Boolean).join(', '), changeHref: change('place') },
        { term: all.centre, value: chosen ? inLanguage(chosen.centre.name, lang) : '—', changeHref: change('place') },
        { term: text.price, value: price === undefined ? '—' : formatTenge(price, lang), note: text.priceNote },
        ...(terms.referral ? [{ term: referralsText(lang).summary.initiative, value: fill(referralsText(lang).summary.employer, { name: inLanguage(terms.referral.employer.name, lang) }) }] : []),
        { term: text.funding, value: terms.referral?.pays ? referralsText(lang).summary.pays : terms.voucher ? fill(voucherText(lang).pay, { number: terms.voucher.number, date: formatDay(terms.voucher.validUntil, lang) }) : text.own },
        { term: all.you.name, value: person ? personName(person, lang, 'full') : '—' },
        { term: text.contact, value: [data.phone, data.email, data.address].filter(Boolean).join(', ') || '—', changeHref: change('you') },
        { term: text.learning, value: data.wayLearnt ? ways[data.wayLearnt] : '—', changeHref: change('learning') },
        { term: text.papers, value: files.length > 0 ? files.map((file) => <div key={file.id}>{all.papers[file.kind]}: {file.name}</div>) : text.noFiles, changeHref: change('papers') },
        { term: text.needs, value: needs.length > 0 ? needs.map((need) => all.needs[need.kind]).join(', ') : text.noNeeds, note: needs[0]?.asked || undefined, changeHref: change('needs') },
        { term: text.language, value: data.examLanguage ? all.language[data.examLanguage] : '—', changeHref: change('language') },
        ...(terms.modes.theory.includes('online') ? [{ term: mode.term, value: data.examMode === 'online' ? mode.online : mode.offline, changeHref: change('language') }] : []),
      ]} />
      {terms.referral && <p><Button kind="link" name="do" value="leave-referral">{referralsText(lang).summary.leave}</Button></p>}
      {terms.checkDays !== undefined && <NoticeBox>{fill(text.after, { days: termDays(terms.checkDays, lang) })}</NoticeBox>}
      <Details summary={text.consentRead}><p>{fill(text.consentText, { version: terms.consentVersion })}</p></Details>
      <CheckboxSingle form={form} name="consent" value={terms.consentVersion} label={text.consent} />
    </>
  )
}

export const STEP_FORMS: Readonly<Record<ApplyStep, (props: Props) => JSX.Element | null>> = {
  place: Place, you: You, learning: Learning, papers: Papers, needs: Needs, language: ExamLanguage, summary: Summary,
}
