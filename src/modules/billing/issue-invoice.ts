import type { Bin } from '#kernel/bin.ts'
import type { Uuid } from '#kernel/id.ts'
import { lastCalendarDay, normNumberOr } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { bothDay } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { PaperCentre, PaperPerson, PaperQualification } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import { post } from './book.ts'
import { invoiceDueOn, invoiceNumber } from './domain/invoice.ts'
import { movement } from './domain/ledger.ts'
import { writeOfInvoice } from './letters.ts'
import { messages } from './messages/index.ts'
import { countInvoices, insertInvoice } from './store/invoice-store.ts'

/** Who pays under a contract. By a voucher the budget does, by the act of works performed: there is no invoice then. */
export type Payer = { kind: 'candidate' } | { kind: 'employer'; bin: Bin; name: string } | { kind: 'budget' }

export interface ContractToInvoice {
  contractId: Uuid
  /** Whole tenge to be paid: the price less what was carried with the case. */
  amount: number
  payer: Payer
  paper: { centre: PaperCentre; candidate: PaperPerson; qualification: PaperQualification; signatory: string; contractNumber: string }
}

/**
 * Issues the invoice of a contract, in the transaction in which it is accepted; the case must be locked. Undefined: nothing is to be paid
 * by anybody but the budget. A contract has one invoice.
 */
export async function invoiceFor(t: Tx, kase: casework.CaseFile, of: ContractToInvoice): Promise<{ id: Uuid; number: string } | undefined> {
  if (of.payer.kind === 'budget' || of.amount <= 0) return undefined
  const norms = await casework.normsOf(t, kase)
  const id = t.newId()
  const number = invoiceNumber(kase.number, 1 + (await countInvoices(t.sql, kase.id)))
  const counted = invoiceDueOn(t.today, normNumberOr(norms, 'payment.dueWithinDays', undefined))
  const dueOn = counted && lastCalendarDay(norms, counted, t.calendar)
  const words = (lang: 'kk' | 'ru') => messages[lang].paper
  const employer = of.payer.kind === 'employer' ? of.payer : undefined
  const payerName = (lang: 'kk' | 'ru') => (employer ? `${employer.name}, ${words(lang).bin} ${employer.bin.reveal()}` : `${of.paper.candidate.name}, ${words(lang).iin} ${of.paper.candidate.iin}`)
  const paperId = await createPaper(t, 'invoice', {
    demo: t.demo, number, issuedOn: { kk: formatDay(t.today, 'kk'), ru: formatDay(t.today, 'ru') }, centre: of.paper.centre,
    payer: { kk: payerName('kk'), ru: payerName('ru') }, candidate: of.paper.candidate.name, contractNumber: of.paper.contractNumber, qualification: of.paper.qualification,
    amount: formatTenge(of.amount, 'ru'), dueOn: dueOn ? bothDay(dueOn) : null, signatory: of.paper.signatory,
  }, { caseId: kase.id, centreId: kase.centreId })
  await insertInvoice(t.sql, {
    id, number, centreId: kase.centreId, caseId: kase.id, contractId: of.contractId, payer: employer ? 'employer' : 'candidate', payerBin: employer?.bin.reveal() ?? null, payerName: employer?.name ?? null,
    amount: of.amount, issuedOn: t.today, dueOn, paperId, issuedAt: t.now,
  })
  await post(t, { centreId: kase.centreId, subjectId: of.contractId, caseId: kase.id, source: `invoice:${id}` }, movement.invoiced(of.amount))
  await casework.record(t, kase.id, 'invoice-issued', { invoiceId: id, invoice: number, amount: of.amount })
  await writeOfInvoice(t, { number, caseId: kase.id, amount: of.amount, dueOn, bin: employer?.bin, payerName: employer?.name })
  return { id, number }
}
