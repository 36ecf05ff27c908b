import { normBoolean } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { faultyItems } from '../neighbours.ts'

/** The questions of a version that count as answered rightly for this case: the faulty ones, where the norm of the case credits them [D]. */
export async function creditedItems(t: Tx, kase: CaseFile, programmeVersionId: string): Promise<Set<string>> {
  if (!normBoolean(await casework.normsOf(t, kase), 'theory.faultyItemCreditedToAll')) return new Set()
  return new Set(await faultyItems(t.sql, programmeVersionId))
}
