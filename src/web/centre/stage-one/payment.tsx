import { parseTenge } from '#kernel/tenge.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { CLERKS } from '#modules/casework/index.ts'
import { ENTERED_GROUNDS, enterRefund, readCaseMoney, type CaseMoney } from '#modules/billing/index.ts'
import { contractToRefund, readContract, recordPayment, reversePayment, type ContractStanding } from '#modules/applications/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { InvoiceBox, Movements, Refunds } from '../../money/case-money.tsx'
import { MONEY_FIELDS } from '../../money/money-fields.ts'
import { moneyText } from '../../money/money-text.ts'
import { Button, ButtonRow, DateFields, ErrorSummary, Form, MoneyField, Radios, TextArea, TextField } from '../../ui/form.tsx'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { stageOneText } from './stage-one-text.ts'
import { typedDate } from './typed-date.ts'

/** What was paid under the contract: recorded, or taken back by a second entry. */
export const paymentPage = page<{ standing: ContractStanding; money: CaseMoney; office: OfficeView }>({
  path: '/centre/cases/:number/payment', action: 'payment.record', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const standing = await readContract(ctx, request.params['number']!)
    return { standing, money: await readCaseMoney(ctx, standing.kase.number), office: await officeOf(ctx, standing.kase.centreId) }
  },
  title: ({ standing }, lang) => `${stageOneText(lang).payment.title} · ${standing.kase.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/cases/${data.standing.kase.number}`, text: stageOneText(lang).back } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number']!
    const version = Number(form.text('version'))
    const text = stageOneText(lang).payment
    const to = `/${lang}/centre/cases/${number}/payment`
    if (form.text('what') === 'refund') {
      return atFields(lang, async () => {
        await enterRefund(ctx, { number, version, ground: form.text('ground'), note: form.text('note') }, contractToRefund)
        return { to, flash: moneyText(lang).clerk.entered }
      }, MONEY_FIELDS)
    }
    const paymentId = form.text('reverse')
    if (paymentId !== '') {
      await reversePayment(ctx, { number, version, paymentId })
      return { to, flash: text.reversed }
    }
    const amount = parseTenge(form.text('amount'))
    if (!amount.ok || amount.value > 100_000_000) return { errors: [{ field: 'amount', message: text.errorAmount }] }
    await recordPayment(ctx, { number, version, amount: amount.value, paidOn: typedDate(form, 'paidOn'), receipt: form.text('receipt').slice(0, 100) })
    return { to, flash: text.recorded }
  },
  view: (p) => {
    const { lang, data: { standing, money } } = p
    const text = stageOneText(lang).payment
    const { contract, payments, kase } = standing
    if (!contract) return <><h1>{text.title}</h1><ErrorSummary form={p.form} /><NoticeBox>{text.noContract}</NoticeBox></>
    const paid = standing.paid
    const words = moneyText(lang)
    const reversed = new Set(payments.map((payment) => payment.reverses))
    const hidden = { csrf: p.csrf, version: kase.version }
    return (
      <>
        <h1>{text.title} <span class="t-num">{kase.number}</span></h1>
        <ErrorSummary form={p.form} />
        <p>{text.lead}</p>
        <div class="t-stack">
          {money.invoices.map((invoice) => <InvoiceBox key={invoice.id} invoice={invoice} lang={lang} />)}
          {(money.invoices.length === 0 || contract.carried > 0) && <Facts compact facts={[
            { term: text.price, value: formatTenge(contract.price, lang) }, { term: text.paid, value: formatTenge(paid, lang) }, ...(contract.carried > 0 ? [{ term: text.carried, value: formatTenge(contract.carried, lang) }] : []), { term: text.rest, value: formatTenge(contract.price - paid, lang) },
          ]} />}
          {(payments.length > 0 || money.invoices.length === 0) && <Box title={text.list}>
            {payments.length === 0 ? <p>{text.none}</p> : (
              <ul class="t-stack">
                {payments.map((payment) => (
                  <li key={payment.id}>
                    {formatDay(payment.paidOn, lang)} · <b>{payment.amount < 0 ? '−' : ''}{formatTenge(Math.abs(payment.amount), lang)}</b> · {payment.reverses ? text.reversal : payment.receipt}
                    {!payment.reverses && !reversed.has(payment.id) && (
                      <Form {...hidden} requestKey={`${p.requestKey}-${payment.id.slice(-8)}`}><Button kind="link" name="reverse" value={payment.id} more={payment.receipt}>{text.reverse}</Button></Form>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Box>}
          {paid < contract.price && contract.payer !== 'budget' && (
            <Box title={text.record}>
              <Form {...hidden} requestKey={p.requestKey}>
                <MoneyField form={p.form} name="amount" label={text.amount} value={String(contract.price - paid)} />
                <DateFields form={p.form} name="paidOn" label={text.paidOn} />
                <TextField form={p.form} name="receipt" label={text.receipt} width="20" maxLength={100} figures />
                <ButtonRow><Button icon="receipt">{text.record}</Button></ButtonRow>
              </Form>
            </Box>
          )}
          <Refunds money={money} lang={lang} hrefFor={(id) => `/${lang}/centre/money/refunds/${id}`} />
          {money.invoices.length > 0 && <Movements money={money} lang={lang} />}
          {money.mayEnter && (contract.carried > 0 || money.invoices.some((invoice) => invoice.sums.received > 0)) && (
            <Box title={words.clerk.enterTitle}>
              <p class="t-quiet">{words.clerk.enterLead}</p>
              <Form csrf={p.csrf} requestKey={`${p.requestKey}-refund`} version={kase.version} values={{ what: 'refund' }}>
                <Radios form={p.form} name="ground" label={words.case.ground} options={ENTERED_GROUNDS.map((ground) => ({ value: ground, label: words.grounds[ground] }))} />
                <TextArea form={p.form} name="note" label={words.clerk.note} hint={words.clerk.noteHint} rows={3} maxLength={500} />
                <Button kind="secondary" icon="rotate-ccw">{words.clerk.enter}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})
