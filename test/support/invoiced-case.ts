import type { Bin } from '#kernel/bin.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import { anExamCase, type ExamCase, type ExamCaseOptions } from './exam-case.ts'
import type { TestWorld } from './world.ts'

export interface InvoicedCase extends ExamCase {
  invoice: string
  contractId: string
  money(): Promise<billing.CaseMoney>
  /** Orders the payment of what is left and answers its reference at the provider. */
  order(way?: string): Promise<string>
}

/** A case with a signed contract of 45 000 ₸ and its invoice, as an acceptance leaves it. */
export async function anInvoicedCase(world: TestWorld, options: ExamCaseOptions & { employer?: { bin: Bin; name: string } } = {}): Promise<InvoicedCase> {
  const exam = await anExamCase(world, options)
  const text = { kk: 'x', ru: 'x' }
  const made = await tx(world.system(), 'case.read', async (t) => {
    const kase = await casework.lockCase(t, exam.caseId)
    assertMay(t, casework.policy, 'case.read', kase)
    const contract = await t.sql.one<{ id: never }>('select id from contract where case_id = $1', [exam.caseId])
    const invoice = await billing.invoiceFor(t, kase, {
      contractId: contract.id, amount: 45_000, payer: options.employer ? { kind: 'employer', ...options.employer } : { kind: 'candidate' },
      paper: {
        centre: { name: text, bin: '', certificate: text }, candidate: { name: 'x', iin: 'x' }, qualification: { profession: text, professionCode: '', level: text, scope: text, basis: text }, signatory: 'x', contractNumber: kase.number,
      },
    })
    return { invoice: invoice!.number, contractId: contract.id as string }
  })
  const self: InvoicedCase = {
    ...exam, ...made,
    money: () => billing.readCaseMoney(world.as(exam.clerk), exam.number),
    async order(way = 'qr') {
      const { path } = await billing.orderPayment(world.as(exam.candidate), { number: exam.number, invoice: made.invoice, way })
      return path.split('/').at(-1)!
    },
  }
  return self
}
