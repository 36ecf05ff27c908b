import type { Bin } from '#kernel/bin.ts'
import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { accountOfSubject } from './book.ts'
import { outstanding } from './domain/ledger.ts'
import { messages } from './messages/index.ts'
import { putOnPaper } from './paper-letters/letter-on-paper.ts'
import { selectInvoiceOfContract, type Invoice } from './store/invoice-store.ts'

type MoneyLetter = keyof (typeof messages)['kk']['letters']
interface MoneySaid {
  invoice?: string
  refund?: string
  /** Whole tenge. */
  amount: number
  rest?: number
  on?: Day | null
}

/**
 * Writes about money to whoever pays: the candidate into his account, or the representatives of the employer on whose BIN the invoice is. It says numbers and sums, and neither name
 * nor IIN of the candidate. Somebody without an account, and an employer without a desk, gets it on paper at the centre.
 */
async function writeToPayer(t: Tx, caseId: string, payer: { bin: string | null; name: string | null }, kind: MoneyLetter, said: MoneySaid): Promise<void> {
  await withSystemSight(t, async () => {
    const kase = await casework.getCase(t, caseId)
    const employer = payer.bin === null ? undefined : await people.findOrganisationOfBin(t.sql, payer.bin)
    const readers = payer.bin === null ? [kase.accountId] : employer ? (await people.listHolders(t.sql, employer.id, t.today, 'employer-representative')).map((each) => each.accountId) : []
    const values = (lang: Language) => ({
      invoice: said.invoice ?? '', refund: said.refund ?? '', amount: formatTenge(said.amount, lang), rest: formatTenge(Math.max(0, said.rest ?? 0), lang), on: said.on ? formatDay(said.on, lang) : '',
    })
    if (!readers.some((accountId) => accountId !== null)) return putOnPaper(t, kase, { kind, about: said.invoice ?? said.refund ?? '', employer: payer.bin === null ? undefined : (payer.name ?? payer.bin), values })
    const path = payer.bin === null ? `/cases/${kase.number}/payment` : '/employer/payments'
    for (const accountId of new Set(readers)) {
      if (accountId === null) continue
      await people.sendLetter(t, { accountId }, {
        kind: `money-${kind}`, ...(payer.bin === null ? { caseId } : {}),
        write(lang: Language) {
          const words = messages[lang].letters[kind]
          return { subject: fill(words.subject, values(lang)), body: fill(words.body, { ...values(lang), link: `${t.publicUrl}/${lang}${path}` }) }
        },
      })
    }
  })
}

const payerOf = (invoice: Pick<Invoice, 'payerBin' | 'payerName'> | undefined) => ({ bin: invoice?.payerBin ?? null, name: invoice?.payerName ?? null })

/** An invoice was issued: how much, and by which day where the norm sets one. */
export async function writeOfInvoice(t: Tx, invoice: { number: string; caseId: string; amount: number; dueOn: Day | null; bin: Bin | undefined; payerName: string | undefined }): Promise<void> {
  await writeToPayer(t, invoice.caseId, { bin: invoice.bin?.reveal() ?? null, name: invoice.payerName ?? null }, invoice.dueOn ? 'invoice-issued-due' : 'invoice-issued', { invoice: invoice.number, amount: invoice.amount, on: invoice.dueOn })
}
/** Money came under a contract, or a receipt was taken back: what is left to pay. */
export async function writeOfPayment(t: Tx, of: { caseId: string; contractId: string; amount: number }, kind: 'payment-received' | 'payment-reversed' = 'payment-received'): Promise<void> {
  const invoice = await withSystemSight(t, () => selectInvoiceOfContract(t.sql, of.contractId))
  if (!invoice) return
  const { sums } = await accountOfSubject(t, of.contractId)
  await writeToPayer(t, of.caseId, payerOf(invoice), kind, { invoice: invoice.number, amount: of.amount, rest: outstanding(sums) })
}
/** Money goes back, or went. */
export async function writeOfRefund(t: Tx, refund: { number: string; caseId: string; contractId: string; amount: number }, kind: 'refund-owed' | 'refund-paid', on?: Day): Promise<void> {
  const invoice = await withSystemSight(t, () => selectInvoiceOfContract(t.sql, refund.contractId))
  await writeToPayer(t, refund.caseId, payerOf(invoice), kind, { refund: refund.number, amount: refund.amount, on: on ?? null })
}
