import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import { newOrganisationBlockers } from './domain/organisation.ts'
import { insertOrganisation, selectOrganisation, selectOrganisationOfBin, updateNames } from './store/organisation-store.ts'

export interface NewOrganisation {
  id?: Uuid
  kind: 'centre' | 'national-chamber' | 'regional-chamber' | 'ministry' | 'national-body' | 'audit' | 'platform' | 'partner' | 'employer' | 'applicant' | 'sector-body' | 'association' | 'career-centre' | 'voucher-payer'
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

/** An organisation by its id, with its name in three languages and its BIN. */
export async function getOrganisation(sql: Sql, id: string): Promise<{ id: Uuid; name: Localized; bin: string | null }> {
  const row = await selectOrganisation(sql, id)
  if (!row) throw new Denial('not-found')
  return { id: row.id as Uuid, name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }, bin: row.bin }
}

/** The organisation with a BIN; one that applied on paper and is not known yet is entered as an applicant, in the caller's transaction. */
export async function findOrEnterApplicant(t: Tx, input: { bin: string; nameKk: string; nameRu: string }): Promise<Uuid> {
  assertMay(t, policy, 'organisation.enter-applicant', undefined as never)
  const bin = input.bin.replace(/\s/g, '')
  const known = await selectOrganisationOfBin(t.sql, bin)
  if (known) return known.id
  const row = { bin, nameKk: input.nameKk, nameRu: input.nameRu, nameEn: input.nameRu }
  assertNone('organisation.not-admissible', newOrganisationBlockers(row, { demo: t.demo }))
  const id = t.newId()
  await insertOrganisation(t.sql, { ...row, id, kind: 'applicant', demonstration: t.demo, createdAt: t.now })
  await record(t, `organisation:${id}`, 'organisation-created', { kind: 'applicant' })
  return id
}

/** Another name of an organisation, in the caller's transaction; answers nothing new where it bears it already. */
export async function renameOrganisation(t: Tx, input: { organisationId: Uuid; nameKk: string; nameRu: string; nameEn: string }): Promise<void> {
  assertMay(t, policy, 'organisation.rename', undefined as never)
  const before = await getOrganisation(t.sql, input.organisationId)
  if (before.name.kk === input.nameKk && before.name.ru === input.nameRu && before.name.en === input.nameEn) return
  await updateNames(t.sql, input.organisationId, input)
  await record(t, `organisation:${input.organisationId}`, 'organisation-renamed', { before: before.name, nameKk: input.nameKk, nameRu: input.nameRu, nameEn: input.nameEn })
}
