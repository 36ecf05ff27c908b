import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { addTo, NOTHING, type AccountKind, type ContractSums, type EntryKind, type Movement } from './domain/ledger.ts'
import { keepNotificationTerm } from './notification-term.ts'
import { insertEntry, keepAccount, selectEntries, type EntryLine } from './store/ledger-store.ts'

export interface Posting {
  centreId: string
  /** The contract or act of works whose debt moves; null where the movement touches none. */
  subjectId: string | null
  caseId: string | null
  /** Names the event; an event is written once. */
  source: string
  /** The day on which it happened, where that is not today. */
  on?: Day
}

/** Writes one movement into the book of a centre, and what follows from it for the terms of its case. False: this event stands in it already, and nothing was written. */
export async function post(t: Tx, of: Posting, moved: Movement): Promise<boolean> {
  const isFirst = await enter(t, of, moved)
  const { caseId, subjectId } = of
  if (isFirst && caseId !== null && subjectId !== null && MOVES_DEBT.includes(moved.kind)) await keepNotificationTerm(t, { caseId, contractId: subjectId, sums: (await accountOfSubject(t, subjectId)).sums, on: of.on ?? t.today })
  return isFirst
}

/** What changes how much is still to be paid under a contract in force; what is owed back for one that ended does not. */
const MOVES_DEBT: readonly EntryKind[] = ['invoiced', 'paid', 'matched', 'payment-reversed']

async function enter(t: Tx, of: Posting, moved: Movement): Promise<boolean> {
  return withSystemSight(t, async () => {
    const account = (kind: AccountKind): Promise<Uuid> =>
      keepAccount(t.sql, { id: t.newId(), centreId: of.centreId, kind, subjectId: kind === 'receivable' || kind === 'refundable' ? of.subjectId : null, at: t.now })
    const debitAccount = await account(moved.debit)
    const creditAccount = await account(moved.credit)
    return (await insertEntry(t.sql, {
      id: t.newId(), centreId: of.centreId, kind: moved.kind, debitAccount, creditAccount, amount: moved.amount, occurredOn: of.on ?? t.today, recordedAt: t.now,
      recordedBy: accountOf(t.actor) ?? null, caseId: of.caseId, source: of.source,
    })) === 1
  })
}

/** Everything that moved on the account of a contract or act, and its sums. The caller has asked whether it may be seen. */
export async function accountOfSubject(t: Tx, subjectId: string): Promise<{ entries: EntryLine[]; sums: ContractSums }> {
  const entries = await withSystemSight(t, () => selectEntries(t.sql, subjectId))
  return { entries, sums: entries.reduce<ContractSums>(addTo, NOTHING) }
}

/** Whole tenge that came under a contract by every way, less what was taken back and what was paid too much and given back. */
export async function receivedUnder(t: Tx, contractId: string): Promise<number> {
  const { sums } = await accountOfSubject(t, contractId)
  return sums.received - sums.returnedExcess
}
