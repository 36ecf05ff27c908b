import type { Language } from '#kernel/localized.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseMoney, InvoiceStanding, RefundStanding } from '#modules/billing/index.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { FileRow } from '../ui/file-row.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, type TagTone } from '../ui/tag.tsx'
import { moneyText } from './money-text.ts'

const INVOICE_TONES: Readonly<Record<InvoiceStanding['state'], TagTone>> = { open: 'sun', part: 'sun', overdue: 'red', paid: 'green', overpaid: 'red', cancelled: 'plain' }
const REFUND_TONES: Readonly<Record<RefundStanding['state'], TagTone>> = { due: 'sun', prepared: 'sun', sent: 'sky', paid: 'green' }

export function InvoiceTag({ state, lang }: { readonly state: InvoiceStanding['state']; readonly lang: Language }) {
  return <Tag tone={INVOICE_TONES[state]}>{moneyText(lang).case.states[state]}</Tag>
}
export function RefundTag({ state, lang }: { readonly state: RefundStanding['state']; readonly lang: Language }) {
  return <Tag tone={REFUND_TONES[state]}>{moneyText(lang).refundStates[state]}</Tag>
}

/** One entry of the book in words. */
export function entryText(entry: Pick<InvoiceStanding['entries'][number], 'kind' | 'debit' | 'credit'>, lang: Language): string {
  const words = moneyText(lang)
  const way = entry.kind === 'refund-paid' ? entry.credit : entry.debit
  return fill(words.entries[entry.kind], { way: words.ways[way as keyof typeof words.ways] ?? '' })
}

/** An invoice: what is to be paid, what was, until when and by whom. */
export function InvoiceBox({ invoice, lang, paperHref }: { readonly invoice: InvoiceStanding; readonly lang: Language; readonly paperHref?: string | undefined }) {
  const words = moneyText(lang).case
  const due = invoice.dueOn === null ? words.dueNotSet : invoice.state === 'overdue' ? fill(words.dueLate, { date: formatDay(invoice.dueOn, lang) }) : formatDay(invoice.dueOn, lang)
  return (
    <Box title={fill(words.invoice, { number: invoice.number })} tag={<InvoiceTag state={invoice.state} lang={lang} />}>
      <Facts compact facts={[
        { term: words.price, value: formatTenge(invoice.amount, lang) }, { term: words.paid, value: formatTenge(invoice.sums.received, lang) },
        ...(invoice.rest >= 0 ? [{ term: words.rest, value: formatTenge(invoice.rest, lang) }] : [{ term: words.over, value: formatTenge(-invoice.rest, lang) }]),
        { term: words.due, value: due },
        { term: words.payer, value: invoice.payer === 'candidate' ? words.payers.candidate : fill(words.payers.employer, { name: invoice.payerName ?? '', bin: invoice.payerBin ?? '' }) },
      ]} />
      {invoice.paperId && <FileRow state="made" name={words.invoicePdf} about={fill(words.issued, { date: formatDay(invoice.issuedOn, lang) })} href={paperHref ?? `/${lang}/papers/${invoice.paperId}`} />}
    </Box>
  )
}

/** The invoices of a case in a line each, with the way to the page of its money; nothing where there is no money. */
export function MoneyLine({ money, lang, href }: { readonly money: CaseMoney; readonly lang: Language; readonly href: string }) {
  const words = moneyText(lang).case
  if (money.invoices.length === 0 && money.refunds.length === 0) return null
  return (
    <section aria-labelledby="money">
      <h2 id="money">{words.title}</h2>
      {money.invoices.map((invoice) => <p key={invoice.id}><span class="t-num t-nowrap">{fill(words.invoice, { number: invoice.number })}</span> · {formatTenge(invoice.amount, lang)} <InvoiceTag state={invoice.state} lang={lang} /></p>)}
      {money.refunds.map((refund) => <p key={refund.id}>{words.refundNumber} <span class="t-num t-nowrap">{refund.number}</span> · {formatTenge(refund.amount, lang)} <RefundTag state={refund.state} lang={lang} /></p>)}
      <ButtonRow><Button kind={money.invoices.some((invoice) => invoice.rest > 0 && money.mayPay) ? 'primary' : 'secondary'} href={href} icon="receipt">{words.open}</Button></ButtonRow>
    </section>
  )
}

/** What moved under the invoices of a case, the newest first. */
export function Movements({ money, lang }: { readonly money: Pick<CaseMoney, 'invoices'>; readonly lang: Language }) {
  const words = moneyText(lang).case
  const entries = money.invoices.flatMap((invoice) => invoice.entries).sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
  return (
    <Box title={words.movesTitle} flush>
      <Table caption={words.movesTitle} captionHidden columns={[{ title: words.day, noWrap: true }, { title: words.what }, { title: words.sum, numeric: true }]} empty={<p>{words.movesNone}</p>}
        rows={entries.map((entry) => ({ key: entry.id, cells: [formatDay(entry.occurredOn, lang, 'numeric'), entryText(entry, lang), <span class="t-nowrap">{formatTenge(entry.amount, lang)}</span>] }))} />
    </Box>
  )
}

/** What goes back to the payer, with its state; links only where the reader sends it. */
export function Refunds({ money, lang, hrefFor }: { readonly money: Pick<CaseMoney, 'refunds'>; readonly lang: Language; readonly hrefFor?: ((id: string) => string) | undefined }) {
  const words = moneyText(lang).case
  if (money.refunds.length === 0) return null
  return (
    <Box title={words.refundsTitle} flush>
      <Table caption={words.refundsTitle} captionHidden columns={[{ title: words.refundNumber }, { title: words.ground }, { title: words.sum, numeric: true }, { title: words.state }]}
        rows={money.refunds.map((refund) => ({
          key: refund.id,
          cells: [
            <>{hrefFor ? <a class="t-num t-nowrap" href={hrefFor(refund.id)}>{refund.number}</a> : <span class="t-num t-nowrap">{refund.number}</span>}{refund.note !== '' && <span class="t-sub">{refund.note}</span>}</>,
            moneyText(lang).grounds[refund.ground], <span class="t-nowrap">{formatTenge(refund.amount, lang)}</span>,
            <><RefundTag state={refund.state} lang={lang} />{refund.paidOn && <span class="t-sub">{formatDay(refund.paidOn, lang, 'numeric')}</span>}</>,
          ],
        }))} />
    </Box>
  )
}
