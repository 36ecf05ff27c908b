import type { Language } from '#kernel/localized.ts'
import { formatDay, formatTime } from '#platform/i18n/format.ts'
import { fill, plural } from '#platform/i18n/message.ts'
import type * as centres from '#modules/centres/index.ts'
import type * as professions from '#modules/professions/index.ts'
import type * as register from '#modules/register/index.ts'
import type { FreeSitting } from '#modules/scheduling/index.ts'
import { Figures, type FigureProps } from '../ui/figure.tsx'
import { Table } from '../ui/table.tsx'
import { Details } from '../ui/why.tsx'
import { CENTRE } from './centre-text.ts'
import { nameIn, tenge, wholeNumber } from './words.ts'

type NameOf = (code: string) => string

/** Names of professions by code; a code that the register has no more stands for itself. */
export function nameOfCode(entries: readonly professions.Profession[], codes: readonly string[], lang: Language): NameOf {
  const wanted = new Set(codes)
  const names = new Map(entries.filter((entry) => wanted.has(entry.code)).map((entry) => [entry.code, nameIn(entry.name, lang).text]))
  return (code) => names.get(code) ?? code
}

/** How a centre works: terms kept, exams passed, complaints upheld; what is too little to show says so. */
export function CentreFiguresShown({ figures, lang }: { readonly figures: register.CentreFigures; readonly lang: Language }) {
  const t = CENTRE[lang].figures
  const shown = (share: register.Share, title: string, of: 'termsOf' | 'passedOf', note: 'termsNote' | 'passedNote', nothing: string): FigureProps => {
    if (share.state === 'none') return { number: '—', label: <><b>{title}</b>: {t.none}. {nothing}</> }
    if (share.state === 'few') return { number: '—', label: <><b>{title}</b>: {t.few}. {fill(t.fewNote, { under: share.under })}</> }
    return { number: `${wholeNumber(share.percent, lang)} %`, label: <><b>{title}</b>. {fill(t[note], { of: plural(lang, t[of], share.of), good: wholeNumber(share.good, lang) })}.</>, share: share.good / share.of }
  }
  const { answered, justified, partly } = figures.complaints
  const upheld = justified + partly
  return (
    <>
      <p>{fill(t.period, { from: formatDay(figures.from, lang), until: formatDay(figures.until, lang) })}</p>
      <Figures framed items={[
        shown(figures.terms, t.terms, 'termsOf', 'termsNote', t.noneTerms), shown(figures.passed, t.passed, 'passedOf', 'passedNote', t.nonePassed),
        { number: wholeNumber(upheld, lang), label: <><b>{t.complaints}</b>: {answered === 0 ? t.noComplaints : plural(lang, t.complaintsNote, answered)}{partly > 0 && `, ${fill(t.partly, { n: wholeNumber(partly, lang) })}`}.</> },
      ]} />
      <p class="t-src"><span>{t.how} <a href={`/${lang}/norms#document`}>{t.source}</a></span></p>
    </>
  )
}

/** The next days with free seats. */
export function FreeDates({ sittings, nameOf, lang }: { readonly sittings: readonly FreeSitting[]; readonly nameOf: NameOf; readonly lang: Language }) {
  const t = CENTRE[lang].dates
  if (sittings.length === 0) return <p>{t.none}</p>
  return (
    <>
      <Table caption={t.title} captionHidden rowHeaders columns={[{ title: t.day }, { title: t.profession }, { title: t.stage }, { title: t.free, numeric: true }]}
        rows={sittings.map((each, place) => ({
          key: place, cells: [fill(t.time, { day: formatDay(each.onDay, lang), time: formatTime(each.startsAt) }), nameOf(each.professionCode), t[each.stage], wholeNumber(each.free, lang)],
        }))} />
      <p class="t-src"><span>{t.note}</span></p>
    </>
  )
}

/** Every price list that was in force, is or will be, the newest first. */
export function PriceHistory({ lists, nameOf, lang }: { readonly lists: readonly centres.PriceListShown[]; readonly nameOf: NameOf; readonly lang: Language }) {
  const t = CENTRE[lang].history
  if (lists.length === 0) return <p>{t.none}</p>
  const words = { 'in-force': t.inForce, coming: t.coming, past: t.past }
  return (
    <>
      {lists.length === 1 && lists[0]!.state === 'in-force' && <p>{fill(t.one, { date: formatDay(lists[0]!.inForceFrom, lang) })}</p>}
      {lists.map((list) => {
        const period = fill(t.period, { from: formatDay(list.inForceFrom, lang), until: list.inForceUntil ? formatDay(list.inForceUntil, lang) : '…' })
        return (
          <Details key={list.id} summary={`${period} (${words[list.state]})`}>
            <Table caption={period} captionHidden rowHeaders columns={[{ title: t.profession }, { title: t.level, numeric: true }, { title: t.price, numeric: true, noWrap: true }]}
              rows={list.prices.map((price) => ({ key: `${price.professionCode}-${price.level}`, cells: [nameOf(price.professionCode), price.level, tenge(price.amount, lang)] }))} />
          </Details>
        )
      })}
    </>
  )
}
