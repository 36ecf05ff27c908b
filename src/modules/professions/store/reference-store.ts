import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Localized } from '#kernel/localized.ts'

export interface Region {
  kato: string
  orderNo: number
  iso: string
  kind: 'oblast' | 'city'
  nameKk: string
  nameRu: string
  nameEn: string
}
export interface Field {
  code: string
  nameKk: string
  nameRu: string
  nameEn: string
  provenance: string
}
export interface SectorBody {
  code: string
  name: Partial<Localized>
  provenance: string
}

export async function selectRegions(sql: Sql): Promise<Region[]> {
  return sql.many('select kato, order_no, iso, kind, name_kk, name_ru, name_en from region order by order_no')
}
export async function selectFields(sql: Sql): Promise<Field[]> {
  return sql.many('select code, name_kk, name_ru, name_en, provenance from field order by order_no')
}
export async function selectSectorBodies(sql: Sql): Promise<SectorBody[]> {
  const rows = await sql.many<{ code: string; nameKk: string | null; nameRu: string; nameEn: string | null; provenance: string }>(
    'select code, name_kk, name_ru, name_en, provenance from sector_body order by code')
  return rows.map((row) => ({
    code: row.code, provenance: row.provenance,
    name: { ...(row.nameKk ? { kk: row.nameKk } : {}), ru: row.nameRu, ...(row.nameEn ? { en: row.nameEn } : {}) },
  }))
}
/** The body whose desk an organisation is. */
export async function selectSectorBodyOf(sql: Sql, organisationId: string): Promise<SectorBody | undefined> {
  const row = await sql.maybe<{ code: string; nameKk: string | null; nameRu: string; nameEn: string | null; provenance: string }>(
    'select code, name_kk, name_ru, name_en, provenance from sector_body where organisation_id = $1', [organisationId])
  return row && { code: row.code, provenance: row.provenance, name: { ...(row.nameKk ? { kk: row.nameKk } : {}), ru: row.nameRu, ...(row.nameEn ? { en: row.nameEn } : {}) } }
}
/** The organisation that is the desk of a body, where it has one. */
export async function selectOrganisationOfBody(sql: Sql, code: string): Promise<Uuid | undefined> {
  return (await sql.maybe<{ organisationId: Uuid | null }>('select organisation_id from sector_body where code = $1', [code]))?.organisationId ?? undefined
}
/** Which organisation is the desk of which body. */
export async function selectDesksOfBodies(sql: Sql): Promise<{ code: string; organisationId: Uuid }[]> {
  return sql.many('select code, organisation_id from sector_body where organisation_id is not null')
}
export async function setOrganisationOfBody(sql: Sql, code: string, organisationId: string): Promise<number> {
  return sql.run('update sector_body set organisation_id = $2 where code = $1 and organisation_id is null', [code, organisationId])
}
export async function insertSectorBody(sql: Sql, code: string, name: { kk: string | null; ru: string; en: string | null }, provenance: string): Promise<void> {
  await sql.run('insert into sector_body (code, name_kk, name_ru, name_en, provenance) values ($1, $2, $3, $4, $5) on conflict do nothing', [code, name.kk, name.ru, name.en, provenance])
}
export async function insertRegion(sql: Sql, r: Region): Promise<void> {
  await sql.run('insert into region (kato, order_no, iso, kind, name_kk, name_ru, name_en) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
    [r.kato, r.orderNo, r.iso, r.kind, r.nameKk, r.nameRu, r.nameEn])
}
export async function insertField(sql: Sql, f: Field & { orderNo: number }): Promise<void> {
  await sql.run('insert into field (code, order_no, name_kk, name_ru, name_en, provenance) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [f.code, f.orderNo, f.nameKk, f.nameRu, f.nameEn, f.provenance])
}
