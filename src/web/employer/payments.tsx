import { page } from '#platform/http/page.ts'
import { formatTenge, personName } from '#platform/i18n/format.ts'
import { listPayerContracts, type PayerContract } from '#modules/applications/index.ts'
import { listPayerInvoices, type PayerInvoices } from '#modules/billing/index.ts'
import { Empty } from '../ui/empty.tsx'
import { FactStrip } from '../ui/facts.tsx'
import { ErrorSummary } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { employerText } from './employer-text.ts'
import { InvoiceLink, OpenInvoices, payInvoices } from './pay-invoices.tsx'

const TONES = { waiting: 'sun', accepted: 'green', closed: 'plain' } as const

/** What the employer pays for: as the payer it sees the price, its invoices and what was paid, pays them, and sees nothing of the road. */
export const paymentsPage = page<{ contracts: PayerContract[]; invoices: PayerInvoices }>({
  path: '/employer/payments', action: 'contract.read-as-payer', desk: 'employer', access: ['employer-representative'],
  load: async (ctx) => ({ contracts: await listPayerContracts(ctx), invoices: await listPayerInvoices(ctx) }),
  post: (ctx, { lang, form }) => payInvoices(ctx, lang, form),
  title: (_data, lang) => employerText(lang).payments.title,
  view: ({ data: { contracts: data, invoices }, lang, form, csrf, requestKey }) => {
    const t = employerText(lang).payments
    const running = data.filter((each) => each.state === 'accepted')
    const standing = new Map(invoices.invoices.map((each) => [each.number, each]))
    const sum = (of: (each: PayerContract) => number) => formatTenge(running.reduce((total, each) => total + of(each), 0), lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <div class="t-inhead"><h1>{t.title}</h1></div>
        <p class="t-quiet">{t.lead}</p>
        {running.length > 0 && <FactStrip facts={[{ term: t.total, value: sum((each) => each.price) }, { term: t.paid, value: sum((each) => each.paid) }, { term: t.rest, value: sum((each) => each.price - each.paid) }]} />}
        <OpenInvoices open={invoices.invoices.filter((each) => each.rest > 0)} contracts={data} hasProvider={invoices.hasProvider} lang={lang} form={form} csrf={csrf} requestKey={requestKey} />
        <Table caption={t.title} captionHidden rowHeaders empty={<Empty title={t.empty} icon="receipt">{t.emptyText}</Empty>}
          columns={[{ title: t.number }, { title: t.worker }, { title: t.price, numeric: true }, { title: t.paid, numeric: true }, { title: t.rest, numeric: true }, { title: t.state }]}
          rows={data.map((each) => ({
            key: each.contractId,
            cells: [<><span class="t-num t-nowrap">{each.caseNumber}</span>{each.invoice && <InvoiceLink number={each.invoice} standing={standing.get(each.invoice)} lang={lang} />}</>, personName(each, lang, 'full'), formatTenge(each.price, lang), formatTenge(each.paid, lang), each.state === 'accepted' ? formatTenge(each.price - each.paid, lang) : '—', <Tag tone={TONES[each.state]}>{t[each.state]}</Tag>],
          }))} />
      </div>
    )
  },
})
