import type { NormEdition } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { missingNorms, nameOf, unitsLearnt } from './domain/proposal.ts'
import { policy } from './policy.ts'
import { insertFirstEdition, lockEditions, selectEditions } from './store/norm-store.ts'

/**
 * Norms that a newer platform knows and stored editions do not: they join the edition in force, from today, and every one still to come, from its own day, in editions of
 * their own, as they come with the platform. What the ministry has set stays as it is; cases keep their editions. Answers how many editions were written.
 */
export async function supplementEdition(ctx: Ctx, own: NormEdition): Promise<number> {
  const written = await tx(ctx, 'norms.supplement', async (t) => {
    assertMay(t, policy, 'norms.supplement', undefined as never)
    await lockEditions(t.sql)
    const rows = await selectEditions(t.sql)
    const names = rows.map((row) => row.edition)
    // The newest first; of one day only the last edition counts, and of the past only the one in force.
    const open = rows.filter((row, place) => row.validFrom !== rows[place - 1]?.validFrom && (row.validFrom > t.today || rows.slice(0, place).every((later) => later.validFrom > t.today))).reverse()
    let count = 0
    for (const row of open) {
      const before = await t.law.norms(t.sql, row.edition)
      const missing = missingNorms(before, own)
      const learnt = unitsLearnt(before, own)
      if (missing.length === 0 && learnt.length === 0) continue
      const validFrom = row.validFrom > t.today ? row.validFrom : t.today
      const edition = { edition: nameOf(validFrom, names), validFrom, norms: [...before.norms.map((norm) => learnt.find((each) => each.key === norm.key) ?? norm), ...missing] }
      names.push(edition.edition)
      await insertFirstEdition(t.sql, edition, { text: JSON.stringify(edition), ground: 'norms that a newer platform brings along', at: t.now })
      await record(t, 'register:norms', 'norms-supplemented', { edition: edition.edition, keys: [...missing, ...learnt].map((norm) => norm.key) })
      count++
    }
    return count
  })
  ctx.law.forget()
  return written
}
