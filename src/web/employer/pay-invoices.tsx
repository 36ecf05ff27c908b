import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { FormState } from '../ui/form-state.ts'
import { formatDay, formatTenge, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { PayerContract } from '#modules/applications/index.ts'
import { ONLINE_WAYS, orderJointPayment, paidAtOnce, type InvoiceStanding } from '#modules/billing/index.ts'
import { InvoiceTag } from '../money/case-money.tsx'
import { moneyText } from '../money/money-text.ts'
import { Box } from '../ui/card.tsx'
import { Button, ButtonRow, Checkboxes, Form } from '../ui/form.tsx'
import { employerText } from './employer-text.ts'

interface Posted { text(name: string): string; list(name: string): string[] }

/** Orders the payment of what was chosen, or of all that is open, and goes to the provider. The button says both what and how: `chosen-qr`, `all-card`. */
export async function payInvoices(ctx: Ctx, lang: Language, form: Posted): Promise<{ to: string }> {
  const [what, way = ''] = form.text('pay').split('-')
  const { path } = await orderJointPayment(ctx, { invoices: what === 'all' ? 'all' : form.list('invoice'), way })
  return { to: path.startsWith('/') ? `/${lang}${path}` : path }
}

interface PayProps {
  readonly open: readonly InvoiceStanding[]
  readonly contracts: readonly PayerContract[]
  readonly hasProvider: boolean
  readonly lang: Language
  readonly form: FormState | undefined
  readonly csrf: string
  readonly requestKey: string
}

/** The open invoices with a tick each: one, several or all are paid in one go. */
export function OpenInvoices({ open, contracts, hasProvider, lang, form, csrf, requestKey }: PayProps) {
  const { payments: t } = employerText(lang)
  if (open.length === 0) return null
  const workers = new Map(contracts.map((each) => [each.invoice, personName(each, lang, 'full')]))
  const atOnce = paidAtOnce(open)
  const total = formatTenge(atOnce.reduce((sum, invoice) => sum + invoice.rest, 0), lang)
  const about = (invoice: InvoiceStanding) => [
    workers.get(invoice.number), invoice.state === 'part' ? fill(t.ofWhole, { amount: formatTenge(invoice.amount, lang) }) : undefined, invoice.dueOn ? fill(invoice.state === 'overdue' ? t.overdue : t.dueBy, { date: formatDay(invoice.dueOn, lang) }) : undefined,
  ].filter((each) => each !== undefined).join(' · ')
  if (!hasProvider) return <Box title={t.openTitle}><p>{t.noProvider}</p></Box>
  return (
    <Box title={t.openTitle}>
      <Form csrf={csrf} requestKey={requestKey}>
        <div class="t-stack">
          <Checkboxes form={form} name="invoice" label={t.choose} hint={t.chooseHint}
            options={open.map((invoice) => ({ value: invoice.number, label: `${fill(moneyText(lang).case.invoice, { number: invoice.number })} — ${formatTenge(invoice.rest, lang)}`, hint: about(invoice) }))} />
          <ButtonRow>
            {ONLINE_WAYS.map((way) => <Button key={way} name="pay" value={`chosen-${way}`} kind="secondary" icon={way === 'qr' ? 'qr' : 'wallet'}>{t.payChosen[way]}</Button>)}
          </ButtonRow>
          <p>{fill(open.length > atOnce.length ? t.allFirst : t.allText, { count: atOnce.length, total })}</p>
          <ButtonRow>
            {ONLINE_WAYS.map((way) => <Button key={way} name="pay" value={`all-${way}`} kind={way === 'qr' ? 'primary' : 'secondary'} icon={way === 'qr' ? 'qr' : 'wallet'}>{t.payAll[way]}</Button>)}
          </ButtonRow>
        </div>
      </Form>
    </Box>
  )
}

/** One line of an invoice in the list of contracts. */
export function InvoiceLink({ number, standing, lang }: { readonly number: string; readonly standing: InvoiceStanding | undefined; readonly lang: Language }) {
  return <span class="t-sub"><a href={`/${lang}/employer/payments/${number}`}>{fill(moneyText(lang).case.invoice, { number })}</a>{standing && <> <InvoiceTag state={standing.state} lang={lang} /></>}</span>
}
