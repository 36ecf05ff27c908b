import { assertNone } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { chainOf, versionBlockers } from './bases.ts'
import { namedBy } from './decide-basis.ts'
import type { BasisKind, RequirementsContent, StandardContent } from './domain/standard.ts'
import { policy } from './policy.ts'
import * as store from './store/basis-store.ts'

export interface KnownBasis extends store.HeadChange {
  code: string
  kind: BasisKind
  bodyCode: string
  provenance: store.BasisProvenance
  /** Null where only the title and the order are known. */
  content: StandardContent | RequirementsContent | null
}

/** Enters the first version of a document that comes with the platform: a title and an order that are known, or a text invented for the demonstration. */
export async function enterBasis(t: Tx, known: KnownBasis): Promise<void> {
  assertMay(t, policy, 'basis.enter', undefined as never)
  if ((await store.insertBasis(t.sql, known.code, known.kind, t.now)) === 0) return
  const id = t.newId()
  await store.insertVersion(t.sql, { ...known, id, versionNo: 1, authorId: null, createdAt: t.now, approvedAt: t.now })
  if (known.content) {
    const version = (await store.selectVersion(t.sql, id))!
    assertNone('standards.not-whole', versionBlockers(version))
    await store.insertProfessions(t.sql, id, namedBy(version))
  }
  await record(t, chainOf(id), 'basis-entered', { code: known.code, provenance: known.provenance })
}
