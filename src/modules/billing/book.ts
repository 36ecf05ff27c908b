import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { addTo, NOTHING, type AccountKind, type ContractSums, type Movement } from './domain/ledger.ts'
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

/** Writes one movement into the book of a centre. False: this event stands in it already, and nothing was written. */
export async function post(t: Tx, of: Posting, moved: Movement): Promise<boolean> {
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
