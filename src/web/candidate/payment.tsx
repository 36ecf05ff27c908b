import { page } from '#platform/http/page.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { ONLINE_WAYS, orderPayment, readCaseMoney, type CaseMoney } from '#modules/billing/index.ts'
import { InvoiceBox, Movements, Refunds } from '../money/case-money.tsx'
import { moneyText } from '../money/money-text.ts'
import { Button, ButtonRow, ErrorSummary, Form } from '../ui/form.tsx'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'

/** The candidate's money: the invoice, the ways to pay it, what came and what goes back. */
export const ownPaymentPage = page<CaseMoney>({
  path: '/cases/:number/payment', action: 'invoice.pay', desk: 'candidate', access: 'signed-in',
  load: (ctx, request) => readCaseMoney(ctx, request.params['number']!),
  title: (money, lang) => `${moneyText(lang).case.title} · ${money.kase.number}`,
  layout: ({ data, lang }) => ({ back: { href: `/${lang}/cases/${data.kase.number}`, text: moneyText(lang).case.back } }),
  async post(ctx, { lang, params, form }) {
    const { path } = await orderPayment(ctx, { number: params['number']!, invoice: form.text('invoice'), way: form.text('way') })
    return { to: path.startsWith('/') ? `/${lang}${path}` : path }
  },
  view: (p) => {
    const { lang, data: money } = p
    const words = moneyText(lang).case
    const toPay = money.invoices.filter((invoice) => invoice.payer === 'candidate' && invoice.rest > 0)
    return (
      <div class="t-gap">
        <div><p class="t-case__no t-num">{money.kase.number}</p><h1>{words.title}</h1></div>
        <ErrorSummary form={p.form} />
        {money.invoices.length === 0 && money.refunds.length === 0 && <Empty title={words.none} icon="receipt">{words.noneText}</Empty>}
        {money.invoices.map((invoice) => <InvoiceBox key={invoice.id} invoice={invoice} lang={lang} />)}
        {toPay.map((invoice) => (
          <Box key={invoice.id} title={words.howTitle}>
            <div class="t-stack">
            {money.hasProvider && money.mayPay && (
              <>
                <p>{fill(words.onlineText, { rest: formatTenge(invoice.rest, lang) })}</p>
                <ButtonRow>
                  {ONLINE_WAYS.map((way) => (
                    <Form key={way} csrf={p.csrf} requestKey={`${p.requestKey}-${way}`} values={{ invoice: invoice.number, way }}>
                      <Button kind={way === 'qr' ? 'primary' : 'secondary'} icon={way === 'qr' ? 'qr' : 'wallet'}>{words[way]}</Button>
                    </Form>
                  ))}
                </ButtonRow>
              </>
            )}
            <p>{fill(words.bank, { number: invoice.number })}</p>
            <p>{words.desk}</p>
            </div>
          </Box>
        ))}
        {money.invoices.some((invoice) => invoice.payer === 'employer' && invoice.rest > 0) && <NoticeBox>{words.byEmployer}</NoticeBox>}
        <Refunds money={money} lang={lang} />
        {money.invoices.length > 0 && <Movements money={money} lang={lang} />}
        <p class="t-quiet">{words.rules} {words.source}</p>
      </div>
    )
  },
})
