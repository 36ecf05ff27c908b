import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { selectPaperFiles } from '#platform/pdf/paper-outbox.ts'
import { policy } from './policy.ts'
import { selectHeldFiles } from './store/attachment-store.ts'

const DAY_MS = 86_400_000
const PAGE = 500

/**
 * Deletes bytes that nothing points at: halves that a crash left, files of drafts thrown away, files put whose row was never written.
 * Only what has lain for a day in real time is looked at, so no act under way loses its file. Answers how many; safe to run twice.
 */
export async function sweepFiles(ctx: Ctx, olderThanMs = DAY_MS): Promise<number> {
  let deleted = await ctx.files.deleteHalfWritten(olderThanMs)
  let page: string[] = []
  const flush = async (): Promise<void> => {
    const held = await read(ctx, 'attachment.sweep', async (t) => {
      assertMay(t, policy, 'attachment.sweep', undefined as never)
      return new Set([...(await selectHeldFiles(t.sql, page)), ...(await selectPaperFiles(t.sql, page))])
    })
    for (const key of page) {
      if (held.has(key)) continue
      await ctx.files.delete(key)
      deleted++
    }
    page = []
  }
  for await (const key of ctx.files.list(olderThanMs)) {
    page.push(key)
    if (page.length >= PAGE) await flush()
  }
  if (page.length > 0) await flush()
  return deleted
}
