import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface OrganisationListed {
  id: Uuid
  kind: string
  bin: string | null
  nameKk: string
  nameRu: string
  nameEn: string
  demonstration: boolean
}
export async function selectOrganisations(sql: Sql): Promise<OrganisationListed[]> {
  return sql.many<OrganisationListed>('select id, kind, bin, name_kk, name_ru, name_en, demonstration from organisation order by kind, name_kk, id')
}
/** Organisations of one kind, by their names. */
export async function selectOrganisationsOfKind(sql: Sql, kind: string): Promise<OrganisationListed[]> {
  return sql.many<OrganisationListed>('select id, kind, bin, name_kk, name_ru, name_en, demonstration from organisation where kind = $1 order by name_kk, id', [kind])
}

export interface OrganisationRow extends OrganisationListed {
  createdAt: Moment
}
export async function insertOrganisation(sql: Sql, row: OrganisationRow): Promise<void> {
  await sql.run('insert into organisation (id, kind, bin, name_kk, name_ru, name_en, demonstration, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [row.id, row.kind, row.bin, row.nameKk, row.nameRu, row.nameEn, row.demonstration, row.createdAt])
}
export async function isBinTaken(sql: Sql, bin: string): Promise<boolean> {
  return (await sql.maybe('select 1 from organisation where bin = $1', [bin])) !== undefined
}
export async function selectOrganisation(sql: Sql, id: string): Promise<OrganisationListed | undefined> {
  return sql.maybe<OrganisationListed>('select id, kind, bin, name_kk, name_ru, name_en, demonstration from organisation where id = $1', [id])
}
export async function selectOrganisationOfBin(sql: Sql, bin: string): Promise<{ id: Uuid } | undefined> {
  return sql.maybe<{ id: Uuid }>('select id from organisation where bin = $1', [bin])
}
export async function setOrganisationKind(sql: Sql, id: string, kind: string): Promise<void> {
  await sql.run('update organisation set kind = $2 where id = $1', [id, kind])
}
export async function updateNames(sql: Sql, id: string, names: { nameKk: string; nameRu: string; nameEn: string }): Promise<void> {
  await sql.run('update organisation set name_kk = $2, name_ru = $3, name_en = $4 where id = $1', [id, names.nameKk, names.nameRu, names.nameEn])
}
