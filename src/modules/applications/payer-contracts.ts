import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as employers from '#modules/employers/index.ts'
import { paidUnder } from './end-contract.ts'
import { policy } from './policy.ts'
import { selectContractsOfPayer } from './store/payer-store.ts'

/** A contract as the one who pays by it sees it: whose it is, its price, what was paid; nothing of the road. */
export interface PayerContract {
  contractId: string
  caseNumber: string
  surname: string
  givenName: string
  patronymic: string | null
  price: number
  paid: number
  /** Number of the invoice on the organisation's BIN, to be written in the purpose of the payment; null until the contract is accepted. */
  invoice: string | null
  state: 'waiting' | 'accepted' | 'closed'
}

/** The contracts for which the actor's employer pays, the newest first. */
export async function listPayerContracts(ctx: Ctx): Promise<PayerContract[]> {
  return read(ctx, 'contract.read-as-payer', async (t) => {
    const employer = await employers.ownEmployer(t)
    assertMay(t, policy, 'contract.read-as-payer', employer)
    return withSystemSight(t, async () => {
      const rows = await selectContractsOfPayer(t.sql, employer.organisationId)
      const people = await employers.listWorkersOfCases(t, rows.map((row) => row.caseId))
      const numbers = await casework.numbersOf(t, rows.map((row) => row.caseId))
      const contracts: PayerContract[] = []
      for (const row of rows) {
        const worker = people.get(row.caseId)
        if (!worker) continue
        contracts.push({ contractId: row.id, caseNumber: numbers.get(row.caseId) ?? '', ...worker, price: row.price, paid: await paidUnder(t, row), invoice: (await billing.findInvoiceOfContract(t.sql, row.id))?.number ?? null, state: row.closedAt ? 'closed' as const : row.acceptedAt ? 'accepted' as const : 'waiting' as const })
      }
      return contracts
    })
  })
}
