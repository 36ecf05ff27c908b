import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { accountOfSubject } from './book.ts'
import { invoiceState, type InvoiceState } from './domain/invoice.ts'
import { outstanding, type ContractSums } from './domain/ledger.ts'
import { refundState, type RefundState } from './domain/refund.ts'
import { policy } from './policy.ts'
import { providerOf } from './provider/simulator.ts'
import { selectInvoicesOfCase, type Invoice } from './store/invoice-store.ts'
import type { EntryLine } from './store/ledger-store.ts'
import { countRefundsOfCentre, selectRefund, selectRefundsOfCase, selectRefundsOfCentre, type Refund } from './store/refund-store.ts'

/** An invoice with where it stands. */
export interface InvoiceStanding extends Invoice {
  state: InvoiceState
  sums: ContractSums
  /** Whole tenge still to be paid; below zero: paid too much. */
  rest: number
  entries: EntryLine[]
}
export interface RefundStanding extends Refund {
  state: RefundState
}

/** The money of a case: its invoices, what moved under each, what goes back. */
export interface CaseMoney {
  kase: Pick<casework.CaseFile, 'id' | 'number' | 'version' | 'centreId' | 'step'>
  invoices: InvoiceStanding[]
  refunds: RefundStanding[]
  /** Whether somebody pays here by card or QR. */
  hasProvider: boolean
  mayPay: boolean
  mayEnter: boolean
  today: Day
}

export async function standingOf(t: Tx, invoice: Invoice): Promise<InvoiceStanding> {
  const { entries, sums } = await accountOfSubject(t, invoice.contractId)
  return { ...invoice, state: invoiceState(sums, invoice.dueOn, t.today), sums, rest: outstanding(sums), entries }
}

/** For those who may see the case. */
export async function readCaseMoney(ctx: Ctx, number: string): Promise<CaseMoney> {
  return read(ctx, 'invoice.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'invoice.read', kase)
    const invoices: InvoiceStanding[] = []
    for (const invoice of await selectInvoicesOfCase(t.sql, kase.id)) invoices.push(await standingOf(t, invoice))
    return {
      kase, invoices, refunds: (await selectRefundsOfCase(t.sql, kase.id)).map((refund) => ({ ...refund, state: refundState(refund) })), hasProvider: providerOf(ctx) !== undefined,
      mayPay: may(t.actor, policy, 'invoice.pay', kase), mayEnter: may(t.actor, policy, 'refund.enter', kase), today: t.today,
    }
  })
}

/** Refunds of a centre, the unpaid first, with who prepared and sent. */
export async function listRefunds(ctx: Ctx, centreId: Uuid, page: number, size: number): Promise<{ rows: (RefundStanding & { caseNumber: string; isMine: boolean })[]; total: number; names: ReadonlyMap<string, string> }> {
  return read(ctx, 'refund.list', async (t) => {
    assertMay(t, policy, 'refund.list', { centreId })
    const rows = await selectRefundsOfCentre(t.sql, centreId, size, (page - 1) * size)
    const numbers = await withSystemSight(t, () => casework.numbersOf(t, rows.map((row) => row.caseId)))
    const names = await people.namesOf(t, rows.flatMap((row) => [row.preparedBy, row.sentBy]))
    return {
      rows: rows.map((row) => ({ ...row, state: refundState(row), caseNumber: numbers.get(row.caseId) ?? '', isMine: row.preparedBy === accountOf(t.actor) })), total: await countRefundsOfCentre(t.sql, centreId), names,
    }
  })
}

/** One refund of a centre, for the page on which it is prepared, sent and marked as paid. */
export async function readRefund(ctx: Ctx, centreId: Uuid, id: string) {
  return read(ctx, 'refund.list', async (t) => {
    assertMay(t, policy, 'refund.list', { centreId })
    const refund = await selectRefund(t.sql, id)
    if (!refund || refund.centreId !== centreId) throw new Denial('not-found')
    const number = (await withSystemSight(t, () => casework.numbersOf(t, [refund.caseId]))).get(refund.caseId) ?? ''
    const names = await people.namesOf(t, [refund.madeBy, refund.preparedBy, refund.sentBy])
    return { ...refund, state: refundState(refund), caseNumber: number, isMine: refund.preparedBy === accountOf(t.actor), names, hasProvider: providerOf(ctx) !== undefined }
  })
}
