import { getNorm, type Norm } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { RETENTION_NORMS } from './domain/retention.ts'
import { policy } from './policy.ts'
import { countDeletions, selectDeletions, selectLastSweep, type Deletion, type Sweep } from './store/retention-store.ts'

export interface DeletionsView {
  /** The norms in force today, and what the last sweep went by. */
  norms: Norm[]
  last: Sweep | undefined
  rows: Deletion[]
  total: number
}

/** What was deleted under which norm, the newest first. */
export async function readDeletions(ctx: Ctx, page: number, pageSize: number): Promise<DeletionsView> {
  return read(ctx, 'retention.read', async (t) => {
    assertMay(t, policy, 'retention.read', undefined as never)
    const edition = await t.law.normsInForce(t.sql, t.today)
    return {
      norms: [...RETENTION_NORMS, 'retention.fileAtLeastWhileDocumentValid'].filter((key) => edition.norms.some((norm) => norm.key === key)).map((key) => getNorm(edition, key)),
      last: await selectLastSweep(t.sql), rows: await selectDeletions(t.sql, pageSize, (page - 1) * pageSize), total: await countDeletions(t.sql),
    }
  })
}
