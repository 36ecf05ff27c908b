import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin, type Bin } from '#kernel/bin.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { cipherFrom } from '#platform/acts/cipher.ts'
import { tx } from '#platform/acts/tx.ts'
import { pressPaper as pressOnce } from '#platform/pdf/paper-press.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import * as applications from '#modules/applications/index.ts'
import * as people from '#modules/people/index.ts'
import { anInvoicedCase, type InvoicedCase } from '../../../../test/support/invoiced-case.ts'
import { withApplication } from '../../../../test/support/lost-scope.ts'
import { codesOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import type { Notice } from '../domain/notice.ts'
import * as billing from '../index.ts'
import { signatureOf } from '../provider/simulator.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const TODAY = '2026-03-02' as never
let bins = 7_100
async function anEmployer(): Promise<{ bin: Bin; desk: PersonActor }> {
  const bin = makeDemonstrationBin(++bins)
  const id = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: bin.reveal(), nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
  return { bin, desk: await world.aStaffMember(id, ['employer-representative']) }
}
const invoicesOn = async (bin: Bin, count: number): Promise<InvoicedCase[]> => {
  const made: InvoicedCase[] = []
  for (let n = 0; n < count; n++) made.push(await anInvoicedCase(world, { employer: { bin, name: 'Зауыт' } }))
  return made
}
const order = async (desk: PersonActor, invoices: readonly string[] | 'all', way = 'qr') => (await billing.orderJointPayment(world.as(desk), { invoices, way })).path.split('/').at(-1)!
const tell = (notice: Notice) => billing.receiveNotice(world.context({ kind: 'anonymous' }, 'kk'), notice, signatureOf(cipherFrom(world.secret), notice))
const paid = (reference: string, amount: number, event = `E-${reference}`): Notice => ({ event, kind: 'paid', order: reference, amount, at: world.clock.now() })
const restOf = async (kase: InvoicedCase) => (await kase.money()).invoices[0]!.rest
const sumOfBook = async () => (await billing.readAllDayBooks(world.system(), TODAY)).sum
const dayOf = async (kase: InvoicedCase) => billing.readDayBook(world.as(kase.clerk), kase.centre.id, TODAY)

describe('an employer pays several invoices in one go', () => {
  it('all that are open, at two centres: one notice pays each exactly, and the books of the day agree with the provider', async () => {
    const { bin, desk } = await anEmployer()
    const [first, second] = await invoicesOn(bin, 2)
    await applications.recordPayment(world.as(first!.clerk), { number: first!.number, version: await first!.version(), amount: 44_999, paidOn: '2026-03-02', receipt: 'K-1' })
    const reference = await order(desk, 'all')
    await billing.simulatePayment(world.context({ kind: 'anonymous' }, 'kk'), { reference, what: 'pay' })
    expect([await restOf(first!), await restOf(second!)]).toEqual([0, 0])
    expect((await dayOf(first!)).book).toMatchObject({ paid: { provider: 1 }, closing: 0, provider: { book: 1, told: 1, difference: 0 } })
    expect((await dayOf(second!)).book).toMatchObject({ paid: { provider: 45_000 }, closing: 0, provider: { book: 45_000, told: 45_000, difference: 0 } })
    expect((await dayOf(second!)).accounts).toBe(0)
    expect(await sumOfBook()).toBe(0)
    for (const kase of [first!, second!]) expect(await kase.kinds()).toEqual(expect.arrayContaining(['payment-ordered-by-employer', 'payment-received']))
    expect(await codesOf(billing.orderJointPayment(world.as(desk), { invoices: 'all', way: 'qr' }))).toEqual(['payment.nothing-to-pay'])
  })

  it('only those chosen: the others stay open', async () => {
    const { bin, desk } = await anEmployer()
    const [first, second, third] = await invoicesOn(bin, 3)
    const reference = await order(desk, [first!.invoice, third!.invoice, third!.invoice], 'card')
    expect((await billing.readSimulatedOrder(world.context({ kind: 'anonymous' }, 'kk'), reference))).toMatchObject({ amount: 90_000, isPaid: false, way: 'card', from: { kind: 'employer' } })
    expect(await tell(paid(reference, 90_000))).toEqual({ outcome: 'applied', repeated: false })
    expect([await restOf(first!), await restOf(second!), await restOf(third!)]).toEqual([0, 45_000, 0])
  })

  it('told a hundred times at once it is one payment of each', async () => {
    const { bin, desk } = await anEmployer()
    const cases = await invoicesOn(bin, 2)
    const reference = await order(desk, 'all')
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(paid(reference, 90_000))))
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1)
    for (const kase of cases) expect((await kase.money()).invoices[0]!.entries.map((entry) => `${entry.kind} ${entry.amount}`).sort()).toEqual(['invoiced 45000', 'paid 45000'])
  })

  it('of another sum than ordered pays nothing: each centre finds its share without an owner and says whose it is', async () => {
    const { bin, desk } = await anEmployer()
    const [first, second] = await invoicesOn(bin, 2)
    const reference = await order(desk, 'all')
    expect((await tell(paid(reference, 80_001))).outcome).toBe('wrong-amount')
    expect([await restOf(first!), await restOf(second!)]).toEqual([45_000, 45_000])
    const shares: number[] = []
    for (const kase of [first!, second!]) {
      const day = await dayOf(kase)
      const [line] = (await billing.listStatements(world.as(kase.clerk), kase.centre.id)).unmatched
      expect(line).toMatchObject({ purpose: kase.invoice, reference: `E-${reference}` })
      expect(day.odd).toMatchObject([{ outcome: 'wrong-amount', amount: line!.amount }])
      await billing.assignUnmatched(world.as(kase.clerk), { centreId: kase.centre.id, source: line!.source, invoice: kase.invoice })
      expect((await kase.money()).invoices[0]).toMatchObject({ state: 'part', rest: 45_000 - line!.amount })
      shares.push(line!.amount)
    }
    expect(shares.toSorted()).toEqual([40_000, 40_001])
    expect(await sumOfBook()).toBe(0)
    const again = await order(desk, 'all')
    expect((await tell(paid(again, 9_999))).outcome).toBe('applied')
    expect([await restOf(first!), await restOf(second!)]).toEqual([0, 0])
  })

  it('paid a second time lies at each centre as unmatched; declined it changes nothing; a part is no order to be paid', async () => {
    const { bin, desk } = await anEmployer()
    const [kase] = await invoicesOn(bin, 2)
    const reference = await order(desk, 'all')
    expect((await tell({ ...paid(reference, 90_000, `F-${reference}`), kind: 'failed' })).outcome).toBe('failed')
    const part = await world.db.begin((t) => t.one<{ reference: string }>('select reference from provider_order where case_id = $1', [kase!.caseId]), { 'tanu.scope': 'system' })
    expect((await tell(paid(part.reference, 45_000))).outcome).toBe('unknown-order')
    expect(await codesOf(billing.readSimulatedOrder(world.context({ kind: 'anonymous' }, 'kk'), part.reference))).toEqual(['not-found'])
    expect((await tell(paid(reference, 90_000))).outcome).toBe('applied')
    expect((await tell(paid(reference, 90_000, `S-${reference}`))).outcome).toBe('second-payment')
    expect((await billing.listStatements(world.as(kase!.clerk), kase!.centre.id)).unmatched).toMatchObject([{ amount: 45_000 }])
    expect((await tell({ ...paid(reference, 90_000, `L-${reference}`), kind: 'failed' })).outcome).toBe('late')
    expect(await sumOfBook()).toBe(0)
  })

  it('what goes back goes back for one case alone, confirmed by the provider once', async () => {
    const { bin, desk } = await anEmployer()
    const [kase, other] = await invoicesOn(bin, 2)
    await withApplication(world, kase!)
    const reference = await order(desk, 'all')
    const visitor = world.context({ kind: 'anonymous' }, 'kk')
    await billing.simulatePayment(visitor, { reference, what: 'pay' })
    await applications.withdrawApplication(world.as(kase!.candidate), { number: kase!.number, version: await kase!.version(), note: '' })
    const refund = (await kase!.money()).refunds[0]!
    await billing.prepareRefund(world.as(kase!.clerk), { id: refund.id, way: 'provider' })
    await billing.sendRefund(world.as(await world.aStaffMember(kase!.centre.id, ['centre-operator'])), { id: refund.id })
    expect((await billing.readSimulatedOrder(visitor, reference)).refundWaits).toBe(45_000)
    await Promise.all([1, 2].map(() => billing.simulatePayment(visitor, { reference, what: 'give-back' })))
    expect((await billing.readPayerInvoice(world.as(desk), kase!.invoice)).refunds).toMatchObject([{ amount: 45_000, state: 'paid' }])
    expect((await other!.money()).refunds).toEqual([])
    expect((await dayOf(kase!)).book.provider).toMatchObject({ book: 0, told: 0, difference: 0 })
    expect(await sumOfBook()).toBe(0)
  })
})

describe('the invoices of another employer', () => {
  it('do not exist: neither to read, nor to download, nor to pay beside one’s own', async () => {
    const [mine, theirs] = [await anEmployer(), await anEmployer()]
    const [own] = await invoicesOn(mine.bin, 1)
    const [foreign] = await invoicesOn(theirs.bin, 1)
    const byCandidate = await anInvoicedCase(world)
    for (const kase of [foreign!, byCandidate]) {
      expect(await codesOf(billing.readPayerInvoice(world.as(mine.desk), kase.invoice))).toEqual(['not-found'])
      expect(await codesOf(billing.openPayerInvoice(world.as(mine.desk), kase.invoice))).toEqual(['not-found'])
      expect(await codesOf(billing.orderJointPayment(world.as(mine.desk), { invoices: [own!.invoice, kase.invoice], way: 'qr' }))).toEqual(['not-found'])
    }
    expect((await billing.listPayerInvoices(world.as(mine.desk))).invoices.map((each) => each.number)).toEqual([own!.invoice])
    for (const actor of [own!.candidate, own!.clerk]) expect(await codesOf(billing.orderJointPayment(world.as(actor), { invoices: [own!.invoice], way: 'qr' }))).toEqual(['not-found'])
    const keys = await mkdtemp(join(tmpdir(), 'tanu-seal-'))
    const seal = await openTechnicalSeal(keys, '2026-01-01T00:00:00.000Z')
    const pressPaper = async (id: string) => void (await pressOnce(world.system(), seal, id))
    expect(new TextDecoder().decode((await billing.openPayerInvoice({ ...world.as(mine.desk), pressPaper }, own!.invoice)).bytes.slice(0, 5))).toBe('%PDF-')
    await rm(keys, { recursive: true })
  })

  it('a choice of none, an unknown way and a paid invoice are told', async () => {
    const { bin, desk } = await anEmployer()
    const [first, second] = await invoicesOn(bin, 2)
    const ask = (invoices: readonly string[], way = 'qr') => codesOf(billing.orderJointPayment(world.as(desk), { invoices, way }))
    expect(await ask([])).toEqual(['payment.none-chosen'])
    expect(await ask([first!.invoice], 'cash')).toEqual(['payment.way-unknown'])
    expect(await ask(Array.from({ length: 201 }, (_, n) => `N-${n}`))).toEqual(['payment.too-many-chosen'])
    await tell(paid(await order(desk, [first!.invoice]), 45_000))
    expect(await ask([first!.invoice, second!.invoice])).toEqual(['payment.nothing-to-pay'])
  })

  it('a representative whose powers are over sees and pays nothing', async () => {
    const { bin, desk } = await anEmployer()
    const [kase] = await invoicesOn(bin, 1)
    const ended: PersonActor = { ...desk, roles: [] }
    expect(await codesOf(billing.readPayerInvoice(world.as(ended), kase!.invoice))).toEqual(['not-found'])
    expect(await codesOf(billing.orderJointPayment(world.as(ended), { invoices: 'all', way: 'qr' }))).toEqual(['not-found'])
  })
})
