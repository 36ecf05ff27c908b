import { download, page } from '#platform/http/page.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ONLINE_WAYS, openPayerInvoice, readPayerInvoice, type PayerInvoice } from '#modules/billing/index.ts'
import { InvoiceBox, Movements, Refunds } from '../money/case-money.tsx'
import { moneyText } from '../money/money-text.ts'
import { Box } from '../ui/card.tsx'
import { Button, ButtonRow, ErrorSummary, Form } from '../ui/form.tsx'
import { employerText } from './employer-text.ts'
import { payInvoices } from './pay-invoices.tsx'

const ACCESS = ['employer-representative'] as const

/** One invoice of the employer: what it says, its PDF, how it is paid, what moved and what goes back. */
export const employerInvoicePage = page<PayerInvoice>({
  path: '/employer/payments/:number', action: 'payer.read-invoices', desk: 'employer', access: ACCESS,
  load: (ctx, { params }) => readPayerInvoice(ctx, params['number'] ?? ''),
  title: ({ invoice }, lang) => fill(moneyText(lang).case.invoice, { number: invoice.number }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/employer/payments`, text: employerText(lang).payments.title } }),
  post: (ctx, { lang, form }) => payInvoices(ctx, lang, form),
  view: ({ data: { invoice, refunds, hasProvider }, lang, form, csrf, requestKey }) => {
    const words = moneyText(lang).case
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{fill(words.invoice, { number: invoice.number })}</h1>
        <InvoiceBox invoice={invoice} lang={lang} paperHref={`/${lang}/employer/payments/${invoice.number}/invoice.pdf`} />
        {invoice.rest > 0 && (
          <Box title={words.howTitle}>
            <div class="t-stack">
              {hasProvider && (
                <Form csrf={csrf} requestKey={requestKey} values={{ invoice: invoice.number }}>
                  <p>{fill(words.onlineText, { rest: formatTenge(invoice.rest, lang) })}</p>
                  <ButtonRow>{ONLINE_WAYS.map((way) => <Button key={way} name="pay" value={`chosen-${way}`} kind={way === 'qr' ? 'primary' : 'secondary'} icon={way === 'qr' ? 'qr' : 'wallet'}>{words[way]}</Button>)}</ButtonRow>
                </Form>
              )}
              <p>{fill(words.bank, { number: invoice.number })}</p>
            </div>
          </Box>
        )}
        <Refunds money={{ refunds }} lang={lang} />
        <Movements money={{ invoices: [invoice] }} lang={lang} />
      </div>
    )
  },
})

export const employerInvoicePdf = download({
  path: '/employer/payments/:number/invoice.pdf', action: 'payer.read-invoices', access: ACCESS,
  async handle(ctx, { params }) {
    const { number, bytes } = await openPayerInvoice(ctx, params['number'] ?? '')
    return { body: bytes, mediaType: 'application/pdf', filename: `${number}.pdf`, inline: true }
  },
})
