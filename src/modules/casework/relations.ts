import type { Tx } from '#platform/acts/ctx.ts'
import { selectChildren, selectNumbers, type RelatedCase } from './store/case-store.ts'

export interface Relations {
  related: RelatedCase[]
  parentNumber: string | undefined
}

/** The appeals and complaints that point at a case, and the case that this one points at. */
export async function relationsOf(t: Tx, kase: { id: string; parentCaseId: string | null }): Promise<Relations> {
  const related = await selectChildren(t.sql, kase.id)
  const [parent] = kase.parentCaseId ? await selectNumbers(t.sql, [kase.parentCaseId]) : []
  return { related, parentNumber: parent?.number }
}
