import { addMonths, dayOf, yearOf, type Day } from '#kernel/day.ts'
import * as applications from '#modules/applications/index.ts'
import * as billing from '#modules/billing/index.ts'
import type { Teller } from './teller.ts'
import type { Thread } from './walk.ts'

export interface MoneyStory {
  byQr: Thread
  byCard: Thread
  byBank: Thread
  /** Whose employer pays by his invoice. */
  byEmployer: Thread
  byReceipt: Thread
  withdrawn: Thread
  /** Held in earlier months. */
  byVoucher: readonly Thread[]
}

/** Every way of money once: by QR, card, bank and receipt; a withdrawal whose money went back; and what the budget pays, settled with one centre and sent by another. */
export async function tellMoney(teller: Teller, story: MoneyStory): Promise<void> {
  await online(teller, story.byQr, 'qr', teller.after(story.byQr.notifiedOn!, 2))
  await online(teller, story.byCard, 'card', teller.ago(4))
  await byBank(teller, story.byBank, 3)
  await byBank(teller, story.byEmployer, 0)
  await receipt(teller, story.byReceipt)
  await givenBack(teller, story.withdrawn)
  await byBudget(teller, story.byVoucher)
}

async function invoiceOf(teller: Teller, thread: Thread, on: Day): Promise<billing.InvoiceStanding> {
  return (await billing.readCaseMoney(teller.as(thread.candidate, on), thread.number)).invoices[0]!
}
async function online(teller: Teller, thread: Thread, way: 'qr' | 'card', on: Day): Promise<string> {
  const invoice = await invoiceOf(teller, thread, on)
  const { path } = await billing.orderPayment(teller.as(thread.candidate, on, '19:45'), { number: thread.number, invoice: invoice.number, way })
  const reference = path.split('/').at(-1)!
  await billing.simulatePayment(teller.as(thread.candidate, on, '19:47'), { reference, what: 'pay' })
  return reference
}

/** The statement of a day names the invoice; another payment in it does not, and waits for a clerk. */
async function byBank(teller: Teller, thread: Thread, daysAgo: number): Promise<void> {
  const on = teller.ago(daysAgo)
  const clerk = teller.as(`c${thread.centre}-operator`, on, '11:20')
  const { number, amount } = await invoiceOf(teller, thread, on)
  const row = (line: number, reference: string, sum: number, purpose: string) => ({ line, cells: { reference, on: teller.ago(daysAgo + 1), amount: String(sum), purpose } })
  const centreId = teller.centreId(thread.centre)
  const id = await billing.examineStatement(clerk, {
    centreId, filename: 'үзінді.csv',
    table: { header: [...billing.STATEMENT_COLUMNS], rows: [row(2, 'ПП-4471', amount, `Оплата по счёту № ${number}`), ...(daysAgo > 0 ? [row(3, 'ПП-4478', 12_000, 'Емтихан үшін төлем, шот нөмірі көрсетілмеген')] : []), row(4, 'ПП-4480', -350, 'Комиссия банка')] },
  })
  await billing.enterStatement(clerk, { centreId, id })
}

async function receipt(teller: Teller, thread: Thread): Promise<void> {
  const on = teller.after(thread.notifiedOn!, 1)
  const { amount } = await invoiceOf(teller, thread, on)
  await applications.recordPayment(teller.as(`c${thread.centre}-operator`, on, '12:10'), { number: thread.number, version: await teller.versionOf(thread.number), amount, paidOn: on, receipt: 'К-000417' })
}

/** Paid by QR, withdrawn, prepared by one, sent by another, confirmed by the provider. */
async function givenBack(teller: Teller, thread: Thread): Promise<void> {
  const reference = await online(teller, thread, 'qr', teller.ago(5))
  await applications.withdrawApplication(teller.as(thread.candidate, teller.ago(4), '09:30'), { number: thread.number, version: await teller.versionOf(thread.number), note: 'Жаңа жұмысқа шықтым' })
  const clerk = teller.as(`c${thread.centre}-operator`, teller.ago(3), '10:15')
  const { id } = (await billing.readCaseMoney(clerk, thread.number)).refunds[0]!
  await billing.prepareRefund(clerk, { id, way: 'provider' })
  await billing.sendRefund(teller.as(`c${thread.centre}-head`, teller.ago(3), '15:40'), { id })
  await billing.simulatePayment(teller.as(thread.candidate, teller.ago(2), '10:00'), { reference, what: 'give-back' })
}

/** What the budget pays, a month that is over: the first centre has settled it whole, the act of the second waits for the payer. Near the end of a year a voucher may not be held, and there is nothing to settle. */
async function byBudget(teller: Teller, threads: readonly Thread[]): Promise<void> {
  for (const [place, thread] of threads.entries()) {
    const first = addMonths(dayOf(yearOf(thread.examOn!), Number(thread.examOn!.slice(5, 7)), 1), 1)
    await billing.makeActsOfWorks(teller.system(first, '06:00'))
    const head = teller.as(`c${thread.centre}-head`, teller.after(first, place === 0 ? 2 : 3), '11:00')
    const act = (await billing.listActs(head, teller.centreId(thread.centre)))[0]
    if (!act) continue
    await billing.signAct(head, { number: act.number })
    if (place > 0) continue
    await billing.acceptAct(teller.as('payer-officer', teller.after(first, 5), '16:00'), { number: act.number })
    await billing.markActAsPaid(teller.as('payer-officer', teller.ago(0), '09:00'), { number: act.number, on: teller.ago(0), reference: 'ҚП-2081' })
  }
}
