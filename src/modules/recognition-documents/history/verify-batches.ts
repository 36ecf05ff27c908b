import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import { policy } from '../policy.ts'
import { HISTORY_CHAIN } from './import-history.ts'
import { selectBatches, selectBatchHashes } from './store/historic-store.ts'

/** Batches of historic documents whose rows are no longer those of the journal: by the hash over the hashes of their rows. */
export async function verifyBatches(ctx: Ctx): Promise<{ batches: number; broken: string[] }> {
  return read(ctx, 'historic-document.enter', async (t) => {
    assertMay(t, policy, 'historic-document.enter', undefined as never)
    return withSystemSight(t, async () => {
      const told = new Map((await entriesOf(t.sql, HISTORY_CHAIN)).map(({ payload }) => [String(payload['batchId']), payload]))
      const broken: string[] = []
      const batches = await selectBatches(t.sql)
      for (const batch of batches) {
        const hashes = await selectBatchHashes(t.sql, batch.id)
        const digest = createHash('sha256')
        for (const hash of hashes) digest.update(hash)
        const said = told.get(batch.id)
        if (said?.['digest'] !== digest.digest('hex') || said?.['rows'] !== hashes.length) broken.push(batch.id)
      }
      return { batches: batches.length, broken }
    })
  })
}
