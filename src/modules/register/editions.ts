import type { Day, Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from './policy.ts'

/** An edition as a line of the list: when it was published, and how many entries of each kind it holds. */
export interface EditionListed {
  no: number
  publishedAt: Moment
  publishedOn: Day
  counts: { kind: professions.EditionChangeKind; count: number }[]
}
export interface EditionOfRegister extends EditionListed {
  changes: professions.EditionSeen['changes']
  /** How many cases are running under versions that this edition replaced or struck; they are finished under them. A number and nothing more. */
  runningCases: number
}

/** A page of the editions of the register of professions, the newest first. */
export async function listEditionsOfRegister(ctx: Ctx, { page, pageSize }: { page: number; pageSize: number }): Promise<{ editions: EditionListed[]; total: number }> {
  return professions.listEditions(ctx.db, { page, pageSize })
}

/** One edition as the difference to what stood before; refuses with 404 a number that was not published. */
export async function readEditionOfRegister(ctx: Ctx, no: number): Promise<EditionOfRegister> {
  return read(ctx, 'register.read', async (t) => {
    assertMay(t, policy, 'register.read', undefined as never)
    const edition = await professions.getEdition(t.sql, no)
    const replaced = await professions.listReplacedVersions(t.sql, no)
    const runningCases = replaced.length === 0 ? 0 : await withSystemSight(t, () => casework.countRunningOfVersions(t.sql, replaced))
    return { ...edition, counts: professions.countChanges(edition.changes), runningCases }
  })
}
