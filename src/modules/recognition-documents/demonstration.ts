import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { policy } from '#modules/people/index.ts'
import { statusOn, type DocumentStatus } from './domain/document.ts'
import { selectDocumentsOfCases, type DocumentRow } from './store/document-store.ts'

export type DemonstrationDocument = Pick<DocumentRow, 'number' | 'caseId' | 'publicName'> & { status: DocumentStatus }

/** The documents of these cases with their status today, the newest first; in a demonstration only, so that a visitor knows what to check. */
export async function demonstrationDocuments(ctx: Ctx, caseIds: readonly string[]): Promise<DemonstrationDocument[]> {
  return read(ctx, 'demo.sign-in', async (t) => {
    assertMay(t, policy, 'demo.sign-in', { demo: t.demo })
    const rows = await withSystemSight(t, () => selectDocumentsOfCases(t.sql, caseIds))
    return rows.map((row) => ({ number: row.number, caseId: row.caseId, publicName: row.publicName, status: statusOn(row, t.today) }))
  })
}
