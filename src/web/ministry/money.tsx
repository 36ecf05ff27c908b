import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readAllDayBooks, readDayBook, type DayBook, type DayBookOfCentre } from '#modules/billing/index.ts'
import { findCentreBySerial, type Centre } from '#modules/centres/index.ts'
import { DayFilter, dayOfRequest, DayView, OddNotices } from '../money/day-view.tsx'
import { moneyText } from '../money/money-text.ts'
import { tableDownloads } from '../money/table-downloads.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { IconLinks } from '../ui/ticket.tsx'

const OVERSIGHT: readonly Role[] = ['ministry', 'national-body', 'auditor']
type All = Awaited<ReturnType<typeof readAllDayBooks>>

const received = (book: DayBook): number => book.paid.provider + book.paid.bank + book.paid.receipt + book.paid.matched
const sumOf = (all: All, pick: (book: DayBook) => number): number => all.rows.reduce((sum, row) => sum + pick(row.book), 0)
const COLUMNS: readonly (readonly [keyof ReturnType<typeof moneyText>['day'], (book: DayBook) => number])[] = [
  ['opening', (book) => book.opening], ['invoiced', (book) => book.invoiced - book.cancelled], ['paid', received], ['refunded', (book) => book.refunded], ['closing', (book) => book.closing], ['unmatched', (book) => book.unmatched], ['difference', (book) => book.provider.difference],
]
const signed = (amount: number, lang: Language) => <span class="t-nowrap">{amount < 0 ? '−' : ''}{formatTenge(Math.abs(amount), lang)}</span>

/** The day's books of all centres. */
export const allDaysPage = page<{ all: All; on: Day }>({
  path: '/ministry/money', action: 'book.read-all', desk: 'ministry', access: OVERSIGHT,
  async load(ctx, request) {
    const on = dayOfRequest(ctx, request)
    return { all: await readAllDayBooks(ctx, on), on }
  },
  title: ({ on }, lang) => `${moneyText(lang).day.allTitle}, ${formatDay(on, lang)}`,
  view: ({ lang, data: { all, on } }) => {
    const words = moneyText(lang).day
    return (
      <>
        <div class="t-inhead"><h1>{words.allTitle}, {formatDay(on, lang)}</h1><IconLinks links={[{ href: `/${lang}/ministry/money/days.csv?on=${on}`, text: words.csv, icon: 'download' }, { href: `/${lang}/ministry/money/days.xlsx?on=${on}`, text: words.xlsx, icon: 'download' }]} /></div>
        <p class="t-quiet">{words.allLead}</p>
        <DayFilter action={`/${lang}/ministry/money`} on={on} lang={lang} />
        <div class="t-stack">
          {all.sum === 0 ? <NoticeBox tone="green">{words.sumZero}</NoticeBox> : <NoticeBox tone="red">{fill(words.sumNotZero, { amount: formatTenge(all.sum, lang) })}</NoticeBox>}
          <Table caption={words.allTitle} captionHidden columns={[{ title: words.centre }, ...COLUMNS.map(([key]) => ({ title: words[key] as string, numeric: true }))]} empty={<p>{words.allNone}</p>}
            rows={[...all.rows.map(({ centre, book }) => ({ key: centre.id, cells: [<a href={`/${lang}/ministry/money/${centre.serial}?on=${on}`}>{inLanguage(centre.name, lang)}</a>, ...COLUMNS.map(([, pick]) => signed(pick(book), lang))] })),
              ...(all.rows.length > 0 ? [{ key: 'total', cells: [<b>{words.total}</b>, ...COLUMNS.map(([, pick]) => <b>{signed(sumOf(all, pick), lang)}</b>)] }] : [])]} />
          {all.odd.length > 0 && <OddNotices title={words.foreignTitle} odd={all.odd} lang={lang} />}
        </div>
      </>
    )
  },
})

/** The day's book of one centre, for oversight. */
export const oneDayPage = page<{ data: DayBookOfCentre; centre: Centre; on: Day }>({
  path: '/ministry/money/:serial', action: 'book.read', desk: 'ministry', access: OVERSIGHT,
  async load(ctx, request) {
    const on = dayOfRequest(ctx, request)
    const centre = await findCentreBySerial(ctx.db, request.params['serial'] ?? '')
    if (!centre) throw new Denial('not-found')
    return { data: await readDayBook(ctx, centre.id, on), centre, on }
  },
  title: ({ on }, lang) => `${moneyText(lang).day.title}, ${formatDay(on, lang)}`,
  layout: ({ lang, data }) => ({ back: { href: `/${lang}/ministry/money?on=${data.on}`, text: moneyText(lang).day.back } }),
  view: ({ lang, data: { data, centre, on } }) => (
    <>
      <div class="t-inhead"><h1>{moneyText(lang).day.title}, {formatDay(on, lang)}</h1></div>
      <p class="t-lead">{inLanguage(centre.name, lang)}</p>
      <DayFilter action={`/${lang}/ministry/money/${centre.serial}`} on={on} lang={lang} />
      <DayView data={data} lang={lang} caseHref={(number) => `/${lang}/centre/cases/${number}`} />
    </>
  ),
})
export const allDaysDownloads = tableDownloads({
  path: '/ministry/money/days', action: 'book.read-all', access: OVERSIGHT, filename: 'days',
  async make(ctx, request, lang) {
    const words = moneyText(lang).day
    const all = await readAllDayBooks(ctx, dayOfRequest(ctx, request))
    return { header: [words.centre, ...COLUMNS.map(([key]) => words[key] as string)], rows: all.rows.map(({ centre, book }) => [inLanguage(centre.name, lang), ...COLUMNS.map(([, pick]) => pick(book))]) }
  },
})
