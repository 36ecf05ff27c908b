import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { providerOf } from '../provider/simulator.ts'
import { standingOf, type InvoiceStanding, type RefundStanding } from '../reads.ts'
import { MOST_INVOICES_READ } from '../domain/joint-order.ts'
import { refundState } from '../domain/refund.ts'
import { selectInvoicesOfPayer, selectPayersInvoicesByNumber, type Invoice } from '../store/invoice-store.ts'
import { selectRefundsOfCase } from '../store/refund-store.ts'

export interface PayerInvoices {
  /** Every invoice on the BIN of the organisation, the newest first. */
  invoices: InvoiceStanding[]
  hasProvider: boolean
}
export interface PayerInvoice {
  invoice: InvoiceStanding
  refunds: RefundStanding[]
  hasProvider: boolean
}

/** The organisation that the actor represents as an employer; whoever represents none is told that nothing is here. */
export async function payerOf(t: Tx): Promise<{ organisationId: Uuid; bin: string | null }> {
  const held = t.actor.kind === 'person' ? t.actor.roles.find((each) => each.role === 'employer-representative') : undefined
  if (!held) throw new Denial('not-found')
  return { organisationId: held.organisationId, bin: (await people.getOrganisation(t.sql, held.organisationId)).bin }
}

/** An invoice of this payer; one of anybody else does not exist for him. */
async function invoiceOf(t: Tx, payer: { bin: string | null }, number: string): Promise<Invoice> {
  const [invoice] = payer.bin === null ? [] : await withSystemSight(t, () => selectPayersInvoicesByNumber(t.sql, payer.bin!, [number]))
  if (!invoice) throw new Denial('not-found')
  return invoice
}

/** All invoices on the BIN of the actor's employer with where each stands: its money, and nothing of the road. */
export async function listPayerInvoices(ctx: Ctx): Promise<PayerInvoices> {
  return read(ctx, 'payer.read-invoices', async (t) => {
    const payer = await payerOf(t)
    assertMay(t, policy, 'payer.read-invoices', payer)
    const invoices = payer.bin === null ? [] : await withSystemSight(t, async () => {
      const standing: InvoiceStanding[] = []
      for (const invoice of await selectInvoicesOfPayer(t.sql, payer.bin!, MOST_INVOICES_READ)) standing.push(await standingOf(t, invoice))
      return standing
    })
    return { invoices, hasProvider: providerOf(ctx) !== undefined }
  })
}

/** One invoice on the BIN of the actor's employer, with what moved under it and what goes back. */
export async function readPayerInvoice(ctx: Ctx, number: string): Promise<PayerInvoice> {
  return read(ctx, 'payer.read-invoices', async (t) => {
    const payer = await payerOf(t)
    assertMay(t, policy, 'payer.read-invoices', payer)
    const invoice = await invoiceOf(t, payer, number)
    return withSystemSight(t, async () => ({
      invoice: await standingOf(t, invoice), hasProvider: providerOf(ctx) !== undefined,
      refunds: (await selectRefundsOfCase(t.sql, invoice.caseId)).filter((refund) => refund.contractId === invoice.contractId).map((refund) => ({ ...refund, state: refundState(refund) })),
    }))
  })
}

/** The invoice as a PDF, pressed at once when the worker has not come to it yet. */
export async function openPayerInvoice(ctx: Ctx, number: string): Promise<{ number: string; bytes: Uint8Array }> {
  const find = () => read(ctx, 'payer.read-invoices', async (t) => {
    const payer = await payerOf(t)
    assertMay(t, policy, 'payer.read-invoices', payer)
    const { paperId } = await invoiceOf(t, payer, number)
    const paper = paperId ? await withSystemSight(t, () => findPaper(t.sql, paperId)) : undefined
    if (!paper) throw new Denial('not-found')
    return paper
  })
  let paper = await find()
  if (!paper.fileKey) {
    await ctx.pressPaper(paper.id)
    paper = await find()
  }
  if (!paper.fileKey) throw new Denial('paper.not-ready')
  return { number, bytes: await ctx.files.get(paper.fileKey) }
}
