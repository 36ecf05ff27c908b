import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { cipherFrom } from '#platform/acts/cipher.ts'
import { tx } from '#platform/acts/tx.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as applications from '#modules/applications/index.ts'
import * as billing from '#modules/billing/index.ts'
import * as people from '#modules/people/index.ts'
import { anInvoicedCase, type InvoicedCase } from '../../../test/support/invoiced-case.ts'
import { withApplication } from '../../../test/support/lost-scope.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import type { Notice } from './domain/notice.ts'
import { signatureOf } from './provider/simulator.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const cipher = () => cipherFrom(world.secret)
const tell = (notice: Notice, signature = signatureOf(cipher(), notice)) => billing.receiveNotice(world.context({ kind: 'anonymous' }, 'kk'), notice, signature)
const paid = (order: string, change: Partial<Notice> = {}): Notice => ({ event: `E-${order}`, kind: 'paid', order, amount: 45_000, at: world.clock.now(), ...change })
const sumOfBook = async () => (await billing.readAllDayBooks(world.system(), '2026-03-02' as never)).sum
const stateOf = async (kase: InvoicedCase) => (await kase.money()).invoices[0]!.state
const entriesOf = async (kase: InvoicedCase) => (await kase.money()).invoices[0]!.entries.map((entry) => `${entry.kind} ${entry.amount}`).sort()
const statement = async (kase: InvoicedCase, rows: string) => billing.examineStatement(world.as(kase.clerk), { centreId: kase.centre.id, filename: 's.csv', table: await readTable(new TextEncoder().encode(`reference,on,amount,purpose\n${rows}`), { filename: 's.csv' }) })

describe('payment by card or QR', () => {
  it('is ordered by the candidate for what is left, and one notice pays the invoice', async () => {
    const kase = await anInvoicedCase(world)
    expect(await stateOf(kase)).toBe('open')
    const order = await kase.order()
    expect(await tell(paid(order))).toEqual({ outcome: 'applied', repeated: false })
    expect(await stateOf(kase)).toBe('paid')
    expect(await kase.kinds()).toEqual(expect.arrayContaining(['invoice-issued', 'payment-ordered', 'payment-received']))
    expect(await codesOf(kase.order())).toEqual(['payment.nothing-to-pay'])
    expect(await sumOfBook()).toBe(0)
  })

  it('told a hundred times at once is one payment', async () => {
    const kase = await anInvoicedCase(world)
    const notice = paid(await kase.order())
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(notice)))
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1)
    expect(answers.every((answer) => answer.outcome === 'applied')).toBe(true)
    expect(await entriesOf(kase)).toEqual(['invoiced 45000', 'paid 45000'])
  })

  it('told by a hundred different events at once pays once; the rest lies without an owner', async () => {
    const kase = await anInvoicedCase(world)
    const order = await kase.order()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => tell(paid(order, { event: `many-${order}-${n}` }))))
    expect(answers.filter((answer) => answer.outcome === 'applied')).toHaveLength(1)
    expect(answers.filter((answer) => answer.outcome === 'second-payment')).toHaveLength(19)
    expect(await stateOf(kase)).toBe('paid')
    expect((await billing.listStatements(world.as(kase.clerk), kase.centre.id)).unmatched).toHaveLength(19)
  })

  it('with a wrong signature is not listened to, and nothing of it is kept', async () => {
    const kase = await anInvoicedCase(world)
    const notice = paid(await kase.order())
    expect(await codesOf(tell(notice, '0'.repeat(64)))).toEqual(['payment.notice-not-signed'])
    expect(await codesOf(tell({ ...notice, amount: 1 }, signatureOf(cipher(), notice)))).toEqual(['payment.notice-not-signed'])
    expect(await stateOf(kase)).toBe('open')
  })

  it('of another sum than ordered is kept without an owner until a clerk says whose it is', async () => {
    const kase = await anInvoicedCase(world)
    const order = await kase.order()
    expect((await tell(paid(order, { amount: 40_000 }))).outcome).toBe('wrong-amount')
    expect(await stateOf(kase)).toBe('open')
    const [line] = (await billing.listStatements(world.as(kase.clerk), kase.centre.id)).unmatched
    await billing.assignUnmatched(world.as(kase.clerk), { centreId: kase.centre.id, source: line!.source, invoice: kase.invoice })
    expect(await codesOf(billing.assignUnmatched(world.as(kase.clerk), { centreId: kase.centre.id, source: line!.source, invoice: kase.invoice }))).toEqual(['unmatched.assigned-already'])
    expect((await kase.money()).invoices[0]).toMatchObject({ state: 'part', rest: 5_000 })
    expect((await tell(paid(await kase.order('card'), { amount: 5_000 }))).outcome).toBe('applied')
    expect(await stateOf(kase)).toBe('paid')
  })

  it('out of order changes nothing: declined after paid, given back before paid, an order nobody knows', async () => {
    const kase = await anInvoicedCase(world)
    const order = await kase.order()
    expect((await tell(paid(order, { event: 'r', kind: 'refunded' }))).outcome).toBe('early')
    expect((await tell(paid(order, { event: 'f1', kind: 'failed' }))).outcome).toBe('failed')
    expect((await tell(paid(order))).outcome).toBe('applied')
    expect((await tell(paid(order, { event: 'f2', kind: 'failed' }))).outcome).toBe('late')
    expect((await tell(paid('nobody-knows-it'))).outcome).toBe('unknown-order')
    expect(await entriesOf(kase)).toEqual(['invoiced 45000', 'paid 45000'])
  })

  it('is not ordered by a stranger, a clerk or a foreign centre: the invoice does not exist for them', async () => {
    const kase = await anInvoicedCase(world)
    const other = await anInvoicedCase(world)
    for (const actor of [kase.clerk, other.candidate, other.clerk]) expect(await codesOf(billing.orderPayment(world.as(actor), { number: kase.number, invoice: kase.invoice, way: 'qr' }))).toEqual(['not-found'])
    expect(await codesOf(billing.orderPayment(world.as(kase.candidate), { number: kase.number, invoice: other.invoice, way: 'qr' }))).toEqual(['not-found'])
    for (const actor of [other.candidate, other.clerk]) expect(await codesOf(billing.readCaseMoney(world.as(actor), kase.number))).toEqual(['not-found'])
    expect(await codesOf(billing.readDayBook(world.as(other.clerk), kase.centre.id, '2026-03-02' as never))).toEqual(['not-found'])
    expect(await codesOf(billing.readAllDayBooks(world.as(kase.clerk), '2026-03-02' as never))).toEqual(['not-found'])
  })

  it('pays before the exam where the norm demands it: what came by QR counts as what a clerk entered', async () => {
    const kase = await anInvoicedCase(world)
    await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 20_000, paidOn: '2026-03-02', receipt: 'K-1' })
    const order = await kase.order()
    await tell(paid(order, { amount: 25_000 }))
    expect((await kase.money()).invoices[0]).toMatchObject({ state: 'paid', rest: 0 })
    expect(await codesOf(applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 1, paidOn: '2026-03-02', receipt: 'K-2' }))).toEqual(['payment.more-than-price'])
  })
})

it('begins the term of the notification where the norm lets it run from the payment, whatever way the money comes by', async () => {
  const clocks = async (kase: InvoicedCase) => (await world.db.begin((sql) => sql.many<{ startedOn: string }>("select started_on from deadline where case_id = $1 and rule = 'T2' and cancelled_at is null", [kase.caseId]), { 'tanu.scope': 'system' })).map((each) => each.startedOn)
  const byNotice = await anInvoicedCase(world)
  const byBank = await anInvoicedCase(world)
  for (const kase of [byNotice, byBank]) {
    await pinNorms(world, kase.caseId, { 'deadline.T2.start': 'contract-paid' })
    await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 1_000, paidOn: '2026-03-02', receipt: 'K-1' })
    expect(await clocks(kase)).toEqual([])
  }
  world.at('2026-03-04 09:00')
  await tell(paid(await byNotice.order(), { amount: 44_000 }))
  const id = await statement(byBank, `T1,2026-03-03,44000,${byBank.invoice}`)
  await billing.enterStatement(world.as(byBank.clerk), { centreId: byBank.centre.id, id })
  expect([await clocks(byNotice), await clocks(byBank)]).toEqual([['2026-03-04'], ['2026-03-03']])
  world.at('2026-03-02 09:00')
})

it('a notification sent before the payment is in time, though its term had not begun', async () => {
  const kase = await anInvoicedCase(world)
  await pinNorms(world, kase.caseId, { 'deadline.T2.start': 'contract-paid' })
  await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 1_000, paidOn: '2026-03-02', receipt: 'K-1' })
  await kase.notified()
  const clocks = await world.db.begin((sql) => sql.many("select started_on, met_at is not null as met from deadline where case_id = $1 and rule = 'T2' and cancelled_at is null", [kase.caseId]), { 'tanu.scope': 'system' })
  expect([await kase.step(), clocks]).toEqual(['notified', [{ startedOn: '2026-03-05', met: true }]])
  world.at('2026-03-06 09:00')
  await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 44_000, paidOn: '2026-03-06', receipt: 'K-2' })
  expect(await kase.step()).toBe('notified')
  world.at('2026-03-02 09:00')
})

describe('the book', () => {
  it('is not changed or deleted, not even by the application’s own role', async () => {
    await anInvoicedCase(world)
    for (const sql of ['update ledger_entry set amount = 1', 'delete from ledger_entry', 'update invoice set amount = 1', 'delete from ledger_account', 'delete from provider_notice']) {
      const settings = { 'tanu.scope': 'system', 'tanu.account_id': '', 'tanu.centre_ids': '{}' }
      await expect(world.db.begin((t) => t.run(sql), settings)).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('the statement of a bank', () => {
  it('pays by the number in the purpose, leaves the rest to a clerk, and entered twice changes nothing', async () => {
    const kase = await anInvoicedCase(world)
    const id = await statement(kase, `B1,2026-03-01,30000,${kase.invoice} төлем\nB2,2026-03-01,15000,емтихан үшін\nB3,2026-03-01,-700,комиссия`)
    const examined = await billing.readStatementOf(world.as(kase.clerk), kase.centre.id, id)
    expect(examined.fates.map((each) => each.fate)).toEqual(['invoice', 'unmatched', 'passed-over'])
    expect(await stateOf(kase)).toBe('open')
    await Promise.all([1, 2].map(() => billing.enterStatement(world.as(kase.clerk), { centreId: kase.centre.id, id })))
    expect(await entriesOf(kase)).toEqual(['invoiced 45000', 'paid 30000'])
    const again = await statement(kase, `B1,2026-03-01,30000,${kase.invoice}\nB4,2026-03-02,15000,${kase.invoice}`)
    expect((await billing.readStatementOf(world.as(kase.clerk), kase.centre.id, again)).fates.map((each) => each.fate)).toEqual(['known', 'invoice'])
    await billing.enterStatement(world.as(kase.clerk), { centreId: kase.centre.id, id: again })
    expect(await stateOf(kase)).toBe('paid')
    const { unmatched } = await billing.listStatements(world.as(kase.clerk), kase.centre.id)
    expect(unmatched).toMatchObject([{ reference: 'B2', amount: 15_000 }])
    await billing.assignUnmatched(world.as(kase.clerk), { centreId: kase.centre.id, source: unmatched[0]!.source, invoice: kase.invoice })
    expect(await stateOf(kase)).toBe('overpaid')
    expect(await sumOfBook()).toBe(0)
  })

  it('with a wrong row is not entered at all', async () => {
    const kase = await anInvoicedCase(world)
    const id = await statement(kase, `B1,2026-03-01,45000,${kase.invoice}\nB2,2026-03-01,1.5,x`)
    expect(await codesOf(billing.enterStatement(world.as(kase.clerk), { centreId: kase.centre.id, id }))).toEqual(['statement.has-faults'])
    expect(await stateOf(kase)).toBe('open')
  })

  it('is the centre’s alone', async () => {
    const [kase, other] = [await anInvoicedCase(world), await anInvoicedCase(world)]
    const id = await statement(kase, `B1,2026-03-01,45000,${other.invoice}`)
    expect((await billing.readStatementOf(world.as(kase.clerk), kase.centre.id, id)).fates.map((each) => each.fate)).toEqual(['unmatched'])
    expect(await codesOf(billing.enterStatement(world.as(other.clerk), { centreId: kase.centre.id, id }))).toEqual(['not-found'])
    expect(await codesOf(billing.enterStatement(world.as(other.clerk), { centreId: other.centre.id, id }))).toEqual(['not-found'])
  })
})

describe('a refund', () => {
  const withdrawn = async () => {
    const kase = await anInvoicedCase(world)
    await withApplication(world, kase)
    await tell(paid(await kase.order()))
    await applications.withdrawApplication(world.as(kase.candidate), { number: kase.number, version: await kase.version(), note: '' })
    const refund = (await kase.money()).refunds[0]!
    return { kase, refund, second: await world.aStaffMember(kase.centre.id, ['centre-operator']) }
  }

  it('follows a withdrawal by the rules of the contract, and needs two people', async () => {
    const { kase, refund, second } = await withdrawn()
    expect(refund).toMatchObject({ ground: 'withdrawal', amount: 45_000, state: 'due' })
    expect(await codesOf(billing.sendRefund(world.as(second), { id: refund.id }))).toEqual(['refund.not-prepared'])
    await billing.prepareRefund(world.as(kase.clerk), { id: refund.id, way: 'bank' })
    expect(await codesOf(billing.sendRefund(world.as(kase.clerk), { id: refund.id }))).toEqual(['refund.second-person-needed'])
    const presses = await Promise.all([1, 2, 3].map(() => codesOf(billing.sendRefund(world.as(second), { id: refund.id }))))
    expect(presses.flat().sort()).toEqual(['done', 'refund.sent-already', 'refund.sent-already'])
    expect(await codesOf(billing.prepareRefund(world.as(kase.clerk), { id: refund.id, way: 'receipt' }))).toEqual(['refund.sent-already'])
    const id = await statement(kase, `R1,2026-03-02,-45000,қайтару ${refund.number}`)
    await billing.enterStatement(world.as(kase.clerk), { centreId: kase.centre.id, id })
    expect((await kase.money()).refunds[0]).toMatchObject({ state: 'paid', paidReference: 'R1', paidOn: '2026-03-02' })
    expect(await entriesOf(kase)).toEqual(['invoiced 45000', 'paid 45000', 'refund-due 45000', 'refund-paid 45000'])
    expect(await sumOfBook()).toBe(0)
  })

  it('of a clerk who is a candidate himself is not marked as paid by his own statement, nor is his invoice paid by it', async () => {
    const { kase, refund, second } = await withdrawn()
    await billing.prepareRefund(world.as(kase.clerk), { id: refund.id, way: 'bank' })
    await billing.sendRefund(world.as(second), { id: refund.id })
    const open = await anInvoicedCase(world, { beside: kase })
    const own = (of: typeof kase) => world.as({ ...of.candidate, roles: second.roles })
    const bring = async (of: typeof kase, row: string) => {
      const id = await billing.examineStatement(own(of), { centreId: kase.centre.id, filename: 's.csv', table: await readTable(Buffer.from(`reference,on,amount,purpose\n${row}`), { filename: 's.csv' }) })
      const { fates } = await billing.readStatementOf(own(of), kase.centre.id, id)
      await billing.enterStatement(own(of), { centreId: kase.centre.id, id })
      return fates.map((each) => each.fate)
    }
    expect(await bring(kase, `O1,2026-03-02,-45000,қайтару ${refund.number}`)).toEqual(['passed-over'])
    expect((await kase.money()).refunds[0]).toMatchObject({ state: 'sent' })
    expect(await bring(open, `O2,2026-03-02,45000,${open.invoice}`)).toEqual(['unmatched'])
    expect((await open.money()).invoices[0]).toMatchObject({ state: 'open' })
    await billing.markRefundPaid(world.as(kase.clerk), { id: refund.id, on: '2026-03-02', reference: 'O1' })
    expect((await kase.money()).refunds[0]).toMatchObject({ state: 'paid' })
  })

  it('through the provider is paid when the provider confirms it, once', async () => {
    const { kase, refund, second } = await withdrawn()
    await billing.prepareRefund(world.as(kase.clerk), { id: refund.id, way: 'provider' })
    await billing.sendRefund(world.as(second), { id: refund.id })
    const order = await world.db.begin((t) => t.one<{ reference: string }>('select reference from provider_order where case_id = $1', [kase.caseId]), { 'tanu.scope': 'system' })
    const press = () => billing.simulatePayment(world.context({ kind: 'anonymous' }, 'kk'), { reference: order.reference, what: 'give-back' })
    await Promise.all([press(), press()])
    expect((await kase.money()).refunds[0]).toMatchObject({ state: 'paid' })
    expect((await entriesOf(kase)).filter((entry) => entry.startsWith('refund-paid'))).toHaveLength(1)
  })

  it('is nobody’s at another centre, and not the candidate’s own to send', async () => {
    const { kase, refund } = await withdrawn()
    const other = await anInvoicedCase(world)
    for (const actor of [other.clerk, kase.candidate, kase.invigilator]) expect(await codesOf(billing.prepareRefund(world.as(actor), { id: refund.id, way: 'bank' }))).toEqual(['not-found'])
    expect(await codesOf(billing.readRefund(world.as(other.clerk), other.centre.id, refund.id))).toEqual(['not-found'])
  })

  it('for the centre’s fault is entered by a clerk: everything paid, once, with what happened', async () => {
    const kase = await anInvoicedCase(world)
    await tell(paid(await kase.order()))
    const enter = async (ground: string, note = 'Станок істен шықты') => codesOf(billing.enterRefund(world.as(kase.clerk), { number: kase.number, version: await kase.version(), ground, note }, applications.contractToRefund))
    expect(await enter('withdrawal')).toEqual(['refund.ground-unknown'])
    expect(await enter('overpaid')).toEqual(['refund.nothing-to-give-back'])
    expect(await enter('no-show')).toEqual(['refund.nothing-to-give-back'])
    expect(await enter('centre-fault', ' ')).toEqual(['refund.note-missing'])
    expect(await enter('centre-fault')).toEqual(['done'])
    expect(await enter('centre-fault')).toEqual(['refund.entered-before'])
    expect((await kase.money()).refunds).toMatchObject([{ ground: 'centre-fault', amount: 45_000 }])
  })

  it('of what was paid too much', async () => {
    const kase = await anInvoicedCase(world)
    const id = await statement(kase, `B9,2026-03-01,50000,${kase.invoice}`)
    await billing.enterStatement(world.as(kase.clerk), { centreId: kase.centre.id, id })
    await billing.enterRefund(world.as(kase.clerk), { number: kase.number, version: await kase.version(), ground: 'overpaid', note: 'Артық төленді' }, applications.contractToRefund)
    expect(await kase.money()).toMatchObject({ invoices: [{ state: 'paid', rest: 0 }], refunds: [{ ground: 'overpaid', amount: 5_000, state: 'due' }] })
  })
})

describe('the day of a centre', () => {
  it('opens, moves and closes; the provider’s total is held against the book, and what differs is named', async () => {
    const kase = await anInvoicedCase(world)
    await billing.simulatePayment(world.context({ kind: 'anonymous' }, 'kk'), { reference: await kase.order(), what: 'pay' })
    const day = await billing.readDayBook(world.as(kase.clerk), kase.centre.id, '2026-03-02' as never)
    expect(day.book).toMatchObject({ opening: 0, invoiced: 45_000, paid: { provider: 45_000 }, closing: 0, provider: { book: 45_000, told: 45_000, difference: 0 } })
    expect(day.accounts).toBe(day.book.closing)
    expect(day.lines.map((line) => line.caseNumber)).toEqual([kase.number, kase.number])
    const official = await world.anOfficial('ministry')
    expect((await billing.readAllDayBooks(world.as(official), '2026-03-02' as never)).rows.find((row) => row.centre.id === kase.centre.id)?.book).toEqual(day.book)
    // A payment of which the simulated provider knows nothing: told by the right signature, but not in its own book.
    const other = await anInvoicedCase(world, { beside: kase })
    await tell(paid(await other.order()))
    expect((await billing.readDayBook(world.as(kase.clerk), kase.centre.id, '2026-03-02' as never)).book.provider).toEqual({ book: 90_000, told: 45_000, difference: -45_000 })
  })
})

describe('an employer', () => {
  it('gets the invoice on his BIN; the candidate does not pay it, and another organisation does not see it', async () => {
    const bin = makeDemonstrationBin(7001)
    const employer = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: bin.reveal(), nameKk: 'Жұмыс беруші', nameRu: 'Работодатель', nameEn: 'Employer', demonstration: true }))
    const kase = await anInvoicedCase(world, { employer: { bin, name: 'Жұмыс беруші' } })
    expect(await codesOf(kase.order())).toEqual(['not-found'])
    const desk = await world.aStaffMember(employer, ['employer-representative'])
    expect((await billing.listPayerInvoices(world.as(desk))).invoices).toMatchObject([{ number: kase.invoice, rest: 45_000, payerBin: bin.reveal() }])
    expect(await codesOf(billing.listPayerInvoices(world.as(kase.clerk)))).toEqual(['not-found'])
    expect(await codesOf(billing.listPayerInvoices(world.as(kase.candidate)))).toEqual(['not-found'])
  })
})
