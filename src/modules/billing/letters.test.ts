import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemonstrationBin } from '#kernel/bin.ts'
import { tx } from '#platform/acts/tx.ts'
import * as applications from '#modules/applications/index.ts'
import * as people from '#modules/people/index.ts'
import { anInvoicedCase, type InvoicedCase } from '../../../test/support/invoiced-case.ts'
import { withApplication } from '../../../test/support/lost-scope.ts'
import { makePaperCase } from '../../../test/support/decided-case.ts'
import { PNG } from '../../../test/support/files.ts'
import { codeOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as billing from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const lettersOf = async (actor: InvoicedCase['candidate']) => (await people.listOwnLetters(world.as(actor), 1, 50)).letters.filter((letter) => letter.kind.startsWith('money-')).map(({ kind, body }) => ({ kind, body })).reverse()
const pay = async (kase: InvoicedCase) => billing.simulatePayment(world.context({ kind: 'anonymous' }, 'kk'), { reference: await kase.order(), what: 'pay' })

describe('letters about money', () => {
  it('tell the candidate of the invoice, of every payment with what is left, and of what goes back: one letter each', async () => {
    const kase = await anInvoicedCase(world)
    await withApplication(world, kase)
    world.at('2026-03-02 10:01')
    await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 20_000, paidOn: '2026-03-02', receipt: 'K-1' })
    world.at('2026-03-02 10:02')
    await pay(kase)
    world.at('2026-03-02 10:03')
    await applications.withdrawApplication(world.as(kase.candidate), { number: kase.number, version: await kase.version(), note: '' })
    const refund = (await kase.money()).refunds[0]!
    await billing.prepareRefund(world.as(kase.clerk), { id: refund.id, way: 'bank' })
    await billing.sendRefund(world.as(await world.aStaffMember(kase.centre.id, ['centre-operator'])), { id: refund.id })
    world.at('2026-03-02 10:04')
    await billing.markRefundPaid(world.as(kase.clerk), { id: refund.id, on: '2026-03-02', reference: 'R-1' })
    const letters = await lettersOf(kase.candidate)
    expect(letters.map((letter) => letter.kind)).toEqual(['money-invoice-issued', 'money-payment-received', 'money-payment-received', 'money-refund-owed', 'money-refund-paid'])
    expect(letters[0]!.body).toContain(kase.invoice)
    expect(letters[1]!.body).toMatch(/20.000.*Төленбегені: 25.000/)
    expect(letters[2]!.body).toMatch(/25.000.*Төленбегені: 0/)
    expect(letters[4]!.body).toContain('2026 ж. 2 наурыз')
    // Numbers and sums: whoever reads over a shoulder learns no name and no IIN.
    for (const { body } of letters) expect(body).not.toMatch(/Сейітқали|Нұрлан|\d{12}/)
  })

  it('a receipt that was taken back is told with what is to be paid again; a notice heard twice is told once', async () => {
    const kase = await anInvoicedCase(world)
    world.at('2026-03-02 10:01')
    const paymentId = await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 5_000, paidOn: '2026-03-02', receipt: 'K-2' })
    world.at('2026-03-02 10:02')
    await applications.reversePayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), paymentId })
    const letters = await lettersOf(kase.candidate)
    expect(letters.map((letter) => letter.kind)).toEqual(['money-invoice-issued', 'money-payment-received', 'money-payment-reversed'])
    expect(letters[2]!.body).toMatch(/Төленбегені: 45.000/)
    await pay(kase)
    expect((await lettersOf(kase.candidate)).filter((letter) => letter.kind === 'money-payment-received')).toHaveLength(2)
  })

  it('where an employer pays they go to its representatives, without the worker’s name, and not to the worker', async () => {
    const bin = makeDemonstrationBin(7_101)
    const organisationId = await tx(world.system(), 'organisation.create', (t) => people.createOrganisation(t, { kind: 'employer', bin: bin.reveal(), nameKk: 'Зауыт', nameRu: 'Завод', nameEn: 'Plant', demonstration: true }))
    const desk = await world.aStaffMember(organisationId, ['employer-representative'])
    const kase = await anInvoicedCase(world, { employer: { bin, name: 'Зауыт' } })
    expect(await lettersOf(kase.candidate)).toEqual([])
    const [letter] = await lettersOf(desk)
    expect(letter).toMatchObject({ kind: 'money-invoice-issued' })
    expect(letter!.body).toContain('/employer/payments')
    expect(letter!.body).not.toContain('Сейітқали')
  })
})

describe('letters on paper', () => {
  const FIRST = { page: 1, size: 50 }
  const listed = async (kase: InvoicedCase) => (await billing.listPaperLetters(world.as(kase.clerk), kase.centre.id, FIRST)).letters

  it('go to whoever has no account: each waits in the list of his centre, with its PDF, until it is handed over under signature', async () => {
    const kase = await anInvoicedCase(world)
    await makePaperCase(world, kase)
    world.at('2026-03-02 10:01')
    await applications.recordPayment(world.as(kase.clerk), { number: kase.number, version: await kase.version(), amount: 20_000, paidOn: '2026-03-02', receipt: 'K-9' })
    const [letter, ...more] = await listed(kase)
    expect([more, letter!.kind, letter!.about, letter!.caseNumber, letter!.handedOn]).toEqual([[], 'payment-received', kase.invoice, kase.number, null])
    expect(await world.db.one('select kind, data ->> $2 as text from paper where id = $1', [letter!.paperId, 'addressee'])).toMatchObject({ kind: 'money-letter', text: letter!.addressee })
    expect([await billing.countPaperLettersWaiting(world.as(kase.clerk), kase.centre.id), await billing.countPaperLettersWaiting(world.as(kase.assessor), kase.centre.id)]).toEqual([1, 0])
    expect(await world.db.many('select 1 from paper_letter')).toEqual([])
    expect(await kase.kinds()).toContain('money-letter-made')

    const scan = { name: 'қол.png', bytes: PNG }
    const give = (actor: InvoicedCase['candidate'], handedOn: string, shown: typeof scan | undefined = scan) => codeOf(billing.handOverLetter(world.as(actor), { id: letter!.id, handedOn, scan: shown }))
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-operator'])
    world.at('2026-03-04 09:00')
    expect([await give(stranger, '2026-03-03'), await give(kase.assessor, '2026-03-03'), await give(kase.clerk, '2026-03-01'), await give(kase.clerk, '2026-03-05'), await give(kase.clerk, ''), await codeOf(billing.handOverLetter(world.as(kase.clerk), { id: letter!.id, handedOn: '2026-03-03', scan: undefined }))])
      .toEqual(['not-found', 'not-found', 'paper-letter.day-wrong', 'paper-letter.day-wrong', 'paper-letter.day-wrong', 'paper-letter.scan-missing'])
    expect([await give(kase.clerk, '2026-03-03'), await give(kase.clerk, '2026-03-03')]).toEqual(['done', 'paper-letter.handed-over-already'])
    expect((await listed(kase)).map((each) => each.handedOn)).toEqual(['2026-03-03'])
    expect(await billing.listPaperLetters(world.as(kase.clerk), kase.centre.id, { page: 9, size: 1 })).toMatchObject({ letters: [{}], total: 1, waiting: 0, page: 1 })
    expect(await billing.countPaperLettersWaiting(world.as(kase.clerk), kase.centre.id)).toBe(0)
    expect(await kase.kinds()).toContain('money-letter-delivered')
    expect(await codeOf(billing.listPaperLetters(world.as(stranger), kase.centre.id, FIRST))).toBe('not-found')
  })

  it('go to an employer without a desk, in its own name', async () => {
    const bin = makeDemonstrationBin(7_102)
    const kase = await anInvoicedCase(world, { employer: { bin, name: 'Шағын шеберхана' } })
    const [letter] = await listed(kase)
    expect([letter!.kind, letter!.addressee]).toEqual(['invoice-issued', 'Шағын шеберхана'])
    expect(await lettersOf(kase.candidate)).toEqual([])
  })

  it('are not written to who has an account', async () => {
    const kase = await anInvoicedCase(world)
    expect(await listed(kase)).toEqual([])
  })
})
