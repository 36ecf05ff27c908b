import type { Day } from '#kernel/day.ts'
import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { PageRequest } from '#platform/http/page.ts'
import { formatMoment, formatTenge, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { DayBook, DayBookOfCentre } from '#modules/billing/index.ts'
import { Box } from '../ui/card.tsx'
import { FilterInput, Filters } from '../ui/filters.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { entryText } from './case-money.tsx'
import { moneyText } from './money-text.ts'
import { askedDay } from '../asked.ts'

/** The day that the address names, at latest today; without one, today. */
export function dayOfRequest(ctx: Ctx, request: Pick<PageRequest, 'query'>): Day {
  const today = legalDay(ctx.clock.now())
  const asked = askedDay(request, 'on')
  return asked && asked <= today ? asked : today
}

export function DayFilter({ action, on, lang }: { readonly action: string; readonly on: Day; readonly lang: Language }) {
  return <Filters action={action}><FilterInput type="date" name="on" label={moneyText(lang).day.on} value={on} /></Filters>
}

/** Signs stand before sums that lower what is owed. */
const signed = (amount: number, lang: Language) => `${amount < 0 ? '−' : ''}${formatTenge(Math.abs(amount), lang)}`

export function bookRows(book: DayBook, lang: Language): [string, number][] {
  const words = moneyText(lang).day
  return [
    [words.opening, book.opening], [words.invoiced, book.invoiced], [words.cancelled, -book.cancelled], [words.paidProvider, -book.paid.provider], [words.paidBank, -book.paid.bank], [words.paidReceipt, -book.paid.receipt],
    [words.paidMatched, -book.paid.matched], [words.reversed, book.reversed], [words.excess, book.excess], [words.closing, book.closing],
  ]
}
export function sideRows(book: DayBook, lang: Language): [string, number][] {
  const words = moneyText(lang).day
  return [[words.refundDue, book.refundDue], [words.refunded, book.refunded], [words.unmatched, book.unmatched]]
}

/** The book of one day: what payers owed and owe, the provider's total against it, what explains a difference, and every entry. */
export function DayView({ data, lang, caseHref }: { readonly data: DayBookOfCentre; readonly lang: Language; readonly caseHref: (number: string) => string }) {
  const words = moneyText(lang).day
  const { book } = data
  const sums = (caption: string, rows: [string, number][], strong: readonly string[]) => (
    <Table caption={caption} captionHidden columns={[{ title: words.act }, { title: words.sum, numeric: true }]}
      rows={rows.filter(([name, amount]) => amount !== 0 || strong.includes(name)).map(([name, amount]) => ({ key: name, cells: strong.includes(name) ? [<b>{name}</b>, <b class="t-nowrap">{signed(amount, lang)}</b>] : [name, <span class="t-nowrap">{signed(amount, lang)}</span>] }))} />
  )
  return (
    <div class="t-stack">
      {data.accounts === book.closing ? <NoticeBox tone="green">{words.whole}</NoticeBox> : <NoticeBox tone="red">{fill(words.broken, { amount: signed(data.accounts - book.closing, lang) })}</NoticeBox>}
      <Box title={words.bookTitle} flush>{sums(words.bookTitle, [...bookRows(book, lang), ...sideRows(book, lang)], [words.opening, words.closing])}</Box>
      {data.hasProvider && (
        <Box title={words.providerTitle} flush>
          {sums(words.providerTitle, [[words.told, book.provider.told], [words.book, book.provider.book], [words.difference, book.provider.difference]], [words.told, words.book, words.difference])}
        </Box>
      )}
      {data.hasProvider && book.provider.difference !== 0 && <NoticeBox tone="sun">{fill(words.differs, { amount: signed(book.provider.difference, lang) })}</NoticeBox>}
      {data.odd.length > 0 && <OddNotices title={words.oddTitle} odd={data.odd} lang={lang} />}
      <Box title={words.linesTitle} flush>
        <Table caption={words.linesTitle} captionHidden columns={[{ title: words.time, noWrap: true }, { title: words.kase }, { title: words.act }, { title: words.sum, numeric: true }]} empty={<p>{words.linesNone}</p>}
          rows={data.lines.map((line) => ({
            key: line.id,
            cells: [formatTime(line.recordedAt), line.caseNumber ? <a class="t-num t-nowrap" href={caseHref(line.caseNumber)}>{line.caseNumber}</a> : '—', entryText(line, lang), <span class="t-nowrap">{formatTenge(line.amount, lang)}</span>],
          }))} />
      </Box>
      <p class="t-quiet">{words.print}</p>
    </div>
  )
}

export function OddNotices({ title, odd, lang }: { readonly title: string; readonly odd: DayBookOfCentre['odd']; readonly lang: Language }) {
  const words = moneyText(lang).day
  return (
    <Box title={title} flush>
      <Table caption={title} captionHidden columns={[{ title: words.time, noWrap: true }, { title: words.event }, { title: words.kind }, { title: words.outcome }, { title: words.sum, numeric: true }]}
        rows={odd.map((notice) => ({
          key: notice.eventId,
          cells: [formatMoment(notice.receivedAt, lang, 'numeric'), <span class="t-num">{notice.eventId.slice(0, 24)}</span>, words.kinds[notice.kind], words.outcomes[notice.outcome], <span class="t-nowrap">{formatTenge(notice.amount, lang)}</span>],
        }))} />
    </Box>
  )
}

/** The day as a table to take away: the sums, then every entry. */
export function dayTable(data: DayBookOfCentre, lang: Language): { header: string[]; rows: (string | number)[][] } {
  const words = moneyText(lang).day
  return {
    header: [words.time, words.kase, words.act, words.sum],
    rows: [
      ...[...bookRows(data.book, lang), ...sideRows(data.book, lang), ...(data.hasProvider ? [[words.told, data.book.provider.told], [words.book, data.book.provider.book], [words.difference, data.book.provider.difference]] as [string, number][] : [])]
        .map(([name, amount]) => ['', '', name, amount]),
      ...data.lines.map((line) => [formatTime(line.recordedAt), line.caseNumber ?? '', entryText(line, lang), line.amount]),
    ],
  }
}
