import { assertNone, deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import type { Table } from '#platform/tables/table.ts'
import * as casework from '#modules/casework/index.ts'
import { post } from './book.ts'
import { movement } from './domain/ledger.ts'
import { refundState } from './domain/refund.ts'
import { numbersIn, readStatement, type StatementFault, type StatementLine } from './domain/statement.ts'
import { payRefund } from './give-back.ts'
import { writeOfPayment } from './letters.ts'
import { policy } from './policy.ts'
import { selectInvoicesByNumber, type Invoice } from './store/invoice-store.ts'
import { selectRefundByNumber } from './store/refund-store.ts'
import * as store from './store/statement-store.ts'
import type { Statement, Unmatched } from './store/statement-store.ts'

/** What a line of the statement would do. */
export type LineFate = 'known' | 'invoice' | 'refund' | 'unmatched' | 'passed-over'
export interface ExaminedStatement extends Statement {
  fates: { line: StatementLine; fate: LineFate; number: string | undefined }[]
}

/** Examines a statement that a clerk brought and keeps it, so that it can be entered without being sent again. Nothing is entered by this. */
export async function examineStatement(ctx: Ctx, { centreId, filename, table }: { centreId: Uuid; filename: string; table: Table }): Promise<Uuid> {
  return tx(ctx, 'statement.examine', async (t) => {
    assertMay(t, policy, 'statement.bring', { centreId })
    const { lines, faults } = readStatement(table.rows, table.header, t.today)
    if (lines.length === 0 && faults.length === 0) deny('statement.empty', { field: 'file' })
    const id = t.newId()
    await store.insertStatement(t.sql, { id, centreId, filename: filename.slice(0, 200), lines, faults: faults.slice(0, 1_000), examinedBy: accountOf(t.actor)!, examinedAt: t.now })
    return id
  })
}

/** A statement with what each of its lines would do now. */
export async function readStatementOf(ctx: Ctx, centreId: Uuid, id: string): Promise<ExaminedStatement> {
  return read(ctx, 'statement.bring', async (t) => {
    assertMay(t, policy, 'statement.bring', { centreId })
    const statement = await store.selectStatement(t.sql, id, centreId)
    if (!statement) throw new Denial('not-found')
    const known = new Set(statement.enteredAt ? [] : await store.selectKnownReferences(t.sql, centreId, statement.lines.map((line) => line.reference)))
    const fates: ExaminedStatement['fates'] = []
    for (const line of statement.lines) fates.push({ line, ...(known.has(line.reference) ? { fate: 'known' as const, number: undefined } : await fateOf(t, centreId, line)) })
    return { ...statement, fates }
  })
}
export async function listStatements(ctx: Ctx, centreId: Uuid): Promise<{ statements: Statement[]; unmatched: Unmatched[] }> {
  return read(ctx, 'statement.bring', async (t) => {
    assertMay(t, policy, 'statement.bring', { centreId })
    return { statements: await store.selectStatements(t.sql, centreId, 10), unmatched: await store.selectUnmatched(t.sql, centreId) }
  })
}

const namedIn = (line: StatementLine): string[] => numbersIn(line.purpose)
async function invoiceOf(t: Tx, centreId: string, line: StatementLine): Promise<Invoice | undefined> {
  const found = await selectInvoicesByNumber(t.sql, centreId, namedIn(line))
  // Two invoices in one purpose are for a person to tell apart.
  return found.length === 1 ? found[0] : undefined
}
async function refundOf(t: Tx, centreId: string, line: StatementLine) {
  for (const number of namedIn(line)) {
    const refund = await selectRefundByNumber(t.sql, centreId, number)
    if (refund && refundState(refund) === 'sent' && refund.amount === -line.amount && line.onDay >= refund.dueFrom) return refund
  }
  return undefined
}
/** A clerk does not enter money of his own case: another does. */
const isOwn = async (t: Tx, caseId: Uuid): Promise<boolean> => (await withSystemSight(t, () => casework.getCase(t, caseId))).accountId === accountOf(t.actor)
async function fateOf(t: Tx, centreId: string, line: StatementLine): Promise<{ fate: LineFate; number: string | undefined }> {
  if (line.amount < 0) {
    const refund = await refundOf(t, centreId, line)
    return refund && !(await isOwn(t, refund.caseId)) ? { fate: 'refund', number: refund.number } : { fate: 'passed-over', number: undefined }
  }
  const invoice = await invoiceOf(t, centreId, line)
  return invoice && !(await isOwn(t, invoice.caseId)) ? { fate: 'invoice', number: invoice.number } : { fate: 'unmatched', number: undefined }
}

/** Enters an examined statement, all of it: a second press, and a reference entered before, change nothing. */
export async function enterStatement(ctx: Ctx, input: { centreId: Uuid; id: string }): Promise<void> {
  await tx(ctx, 'statement.enter', async (t) => {
    assertMay(t, policy, 'statement.bring', { centreId: input.centreId })
    const statement = await store.lockStatement(t.sql, input.id, input.centreId)
    if (!statement) throw new Denial('not-found')
    if (statement.enteredAt) return
    if (statement.faults.length > 0) assertNone('statement.has-faults', [{ code: 'statement.has-faults', data: { count: statement.faults.length } }])
    const counts: Record<LineFate, number> = { known: 0, invoice: 0, refund: 0, unmatched: 0, 'passed-over': 0 }
    for (const line of statement.lines) counts[await enterLine(t, statement, line)]++
    await store.markEntered(t.sql, statement.id, accountOf(t.actor)!, t.now)
    await record(t, `centre:${input.centreId}`, 'statement-entered', { statementId: statement.id, lines: statement.lines.length, matched: counts.invoice, unmatched: counts.unmatched, refunds: counts.refund })
  })
}

async function enterLine(t: Tx, statement: Statement, line: StatementLine): Promise<LineFate> {
  const id = t.newId()
  if ((await store.insertLine(t.sql, { id, statementId: statement.id, centreId: statement.centreId, reference: line.reference, onDay: line.onDay, amount: line.amount, purpose: line.purpose })) === 0) return 'known'
  if (line.amount < 0) {
    const refund = await refundOf(t, statement.centreId, line)
    if (!refund) return 'passed-over'
    const kase = await withSystemSight(t, () => casework.lockCase(t, refund.caseId))
    if (kase.accountId === accountOf(t.actor) || !(await payRefund(t, refund, { on: line.onDay, reference: line.reference }))) return 'passed-over'
    return 'refund'
  }
  const invoice = await invoiceOf(t, statement.centreId, line)
  const place = { centreId: statement.centreId, source: `bank:${id}`, on: line.onDay }
  // Nor of a case that went elsewhere: another finds its owner.
  const kase = invoice && (await lockedOwn(t, invoice))
  if (!invoice || !kase) {
    await post(t, { ...place, subjectId: null, caseId: null }, movement.unmatched('bank', line.amount))
    return 'unmatched'
  }
  await post(t, { ...place, subjectId: invoice.contractId, caseId: kase.id }, movement.paid('bank', line.amount))
  await casework.record(t, kase.id, 'payment-received', { invoice: invoice.number, amount: line.amount })
  await writeOfPayment(t, { caseId: kase.id, contractId: invoice.contractId, amount: line.amount })
  return 'invoice'
}
async function lockedOwn(t: Tx, invoice: Invoice): Promise<casework.CaseFile | undefined> {
  const kase = await casework.lockCase(t, invoice.caseId).catch((error: unknown) => {
    if (error instanceof Denial) return undefined
    throw error
  })
  return kase && kase.accountId !== accountOf(t.actor) ? kase : undefined
}

/** A clerk says whose the money is that came without a number: once. */
export async function assignUnmatched(ctx: Ctx, input: { centreId: Uuid; source: string; invoice: string }): Promise<void> {
  await tx(ctx, 'unmatched.assign', async (t) => {
    assertMay(t, policy, 'statement.bring', { centreId: input.centreId })
    const line = (await store.selectUnmatched(t.sql, input.centreId)).find((each) => each.source === input.source)
    if (!line) deny('unmatched.assigned-already')
    const invoice = (await selectInvoicesByNumber(t.sql, input.centreId, numbersIn(input.invoice)))[0]
    if (!invoice) deny('unmatched.invoice-unknown', { field: 'invoice' })
    const kase = await casework.lockCase(t, invoice.caseId)
    assertMay(t, policy, 'unmatched.assign', { centreId: invoice.centreId, accountId: kase.accountId })
    const isFirst = await post(t, { centreId: input.centreId, subjectId: invoice.contractId, caseId: kase.id, source: `match:${line.source}` }, movement.matched(line.amount))
    if (!isFirst) deny('unmatched.assigned-already')
    await casework.record(t, kase.id, 'payment-received', { invoice: invoice.number, amount: line.amount })
    await writeOfPayment(t, { caseId: kase.id, contractId: invoice.contractId, amount: line.amount })
  })
}
export type { StatementFault }
