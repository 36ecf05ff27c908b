import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { insertOrganisation } from './store/organisation-store.ts'

export interface NewOrganisation {
  id?: Uuid
  kind: 'centre' | 'national-chamber' | 'regional-chamber' | 'ministry' | 'national-body' | 'audit' | 'platform' | 'partner' | 'employer' | 'applicant' | 'sector-body' | 'association'
  bin: string | null
  nameKk: string
  nameRu: string
  nameEn: string
  demonstration: boolean
}

/** Enters an organisation; the caller's transaction may add what makes it a centre. */
export async function createOrganisation(t: Tx, input: NewOrganisation): Promise<Uuid> {
  assertMay(t, policy, 'organisation.create', undefined as never)
  const id = input.id ?? t.newId()
  await insertOrganisation(t.sql, { ...input, id, createdAt: t.now })
  await record(t, `organisation:${id}`, 'organisation-created', { kind: input.kind })
  return id
}
