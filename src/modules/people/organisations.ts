import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'

export interface NewOrganisation {
  id?: Uuid
  kind: 'centre' | 'national-chamber' | 'regional-chamber' | 'ministry' | 'national-body' | 'audit' | 'platform' | 'partner' | 'employer'
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
  await t.sql.run('insert into organisation (id, kind, bin, name_kk, name_ru, name_en, demonstration, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, input.kind, input.bin, input.nameKk, input.nameRu, input.nameEn, input.demonstration, t.now])
  await record(t, `organisation:${id}`, 'organisation-created', { kind: input.kind })
  return id
}
