import { inLanguage } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readSimulatedOrder, simulatePayment, type SimulatedOrder } from '#modules/billing/index.ts'
import { moneyText } from '../money/money-text.ts'
import { Button, ButtonRow, ErrorSummary, Form } from '../ui/form.tsx'
import { Facts } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'

/** The page of the simulated payment provider: it stands outside the platform and says so. */
export const simulatorPage = page<SimulatedOrder>({
  path: '/pay/:reference', action: 'payment.simulate', desk: 'public', access: 'public',
  load: (ctx, { params }) => readSimulatedOrder(ctx, params['reference'] ?? ''),
  title: (_order, lang) => moneyText(lang).pay.title,
  async post(ctx, { params, form, lang }) {
    const words = moneyText(lang).pay
    const reference = params['reference'] ?? ''
    const what = (['pay', 'decline', 'give-back'] as const).find((each) => each === form.text('what')) ?? 'decline'
    await simulatePayment(ctx, { reference, what })
    return { to: `/${lang}/pay/${reference}`, flash: what === 'pay' ? words.paid : what === 'decline' ? words.declined : words.gaveBack }
  },
  view: ({ data: order, lang, form, csrf, requestKey }) => {
    const words = moneyText(lang).pay
    return (
      <div class="t-col t-stack">
        <ErrorSummary form={form} />
        <h1>{words.title}</h1>
        <NoticeBox tone="sun">{words.warning}</NoticeBox>
        <Facts facts={[
          { term: words.centre, value: order.centres.map((name) => inLanguage(name, lang)).join(' · ') },
          ...order.invoices.map((invoice) => ({ term: words.invoice, value: <><span class="t-num">{invoice.number}</span>{order.invoices.length > 1 && <> — {formatTenge(invoice.amount, lang)}</>}</> })),
          { term: words.amount, value: formatTenge(order.amount, lang) }, { term: words.way, value: words.ways[order.way] },
        ]} />
        {order.isPaid ? <NoticeBox tone="green">{words.isPaid}</NoticeBox> : (
          <>
            {order.way === 'qr' && <p class="t-quiet">{words.qrNote}</p>}
            <Form csrf={csrf} requestKey={requestKey}>
              <ButtonRow>
                <Button name="what" value="pay" icon={order.way === 'qr' ? 'qr' : 'wallet'}>{fill(words.pay, { amount: formatTenge(order.amount, lang) })}</Button>
                <Button kind="secondary" name="what" value="decline">{words.decline}</Button>
              </ButtonRow>
            </Form>
          </>
        )}
        {order.refundWaits !== undefined && (
          <Form csrf={csrf} requestKey={`${requestKey}-back`}>
            <p>{fill(words.refundWaits, { amount: formatTenge(order.refundWaits, lang) })}</p>
            <ButtonRow><Button name="what" value="give-back" icon="rotate-ccw">{words.giveBack}</Button></ButtonRow>
          </Form>
        )}
        <p>{order.from.kind === 'case' ? <a href={`/${lang}/cases/${order.from.number}/payment`}>{words.back}</a> : <a href={`/${lang}/employer/payments`}>{words.backToPayments}</a>}</p>
      </div>
    )
  },
})
