import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { FrameworkFacts, MappingFacts, Scheme } from '../domain/classification.ts'

export interface Mapping extends MappingFacts {
  id: Uuid
  /** Came with the data of the platform: no official entered it. */
  byPlatform: boolean
  enteredAt: Moment
}
export interface SectoralFramework extends FrameworkFacts {
  id: Uuid
  enteredAt: Moment
}
interface MappingRow {
  id: Uuid
  professionCode: string
  scheme: Scheme
  schemeCode: string
  titleKk: string
  titleRu: string
  titleEn: string
  source: string
  byPlatform: boolean
  enteredAt: Moment
}

/** What stands, of one profession or of all. */
export async function selectMappings(sql: Sql, professionCode: string | undefined): Promise<Mapping[]> {
  const rows = await sql.many<MappingRow>(
    `select id, profession_code, scheme, scheme_code, title_kk, title_ru, title_en, source, entered_by is null as by_platform, entered_at from classification_mapping
     where ended_at is null and ($1::text is null or profession_code = $1) order by profession_code, array_position(array['nkz', 'isco08', 'esco'], scheme), scheme_code`, [professionCode ?? null])
  return rows.map(({ titleKk, titleRu, titleEn, ...row }) => ({ ...row, title: { kk: titleKk, ru: titleRu, en: titleEn } }))
}
export async function insertMapping(sql: Sql, id: Uuid, facts: MappingFacts, by: Uuid | null, at: Moment): Promise<void> {
  await sql.run('insert into classification_mapping (id, profession_code, scheme, scheme_code, title_kk, title_ru, title_en, source, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [id, facts.professionCode, facts.scheme, facts.schemeCode, facts.title.kk, facts.title.ru, facts.title.en, facts.source, by, at])
}
export async function endMapping(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update classification_mapping set ended_at = $2 where id = $1 and ended_at is null', [id, at])
}

export async function selectFrameworks(sql: Sql): Promise<SectoralFramework[]> {
  const rows = await sql.many<Omit<SectoralFramework, 'title' | 'act'> & { titleKk: string; titleRu: string; actKk: string; actRu: string }>(
    'select id, code, body_code, title_kk, title_ru, act_kk, act_ru, source, entered_at from sectoral_framework where ended_at is null order by code')
  return rows.map(({ titleKk, titleRu, actKk, actRu, ...row }) => ({ ...row, title: { kk: titleKk, ru: titleRu }, act: { kk: actKk, ru: actRu } }))
}
export async function insertFramework(sql: Sql, id: Uuid, facts: FrameworkFacts, by: Uuid | null, at: Moment): Promise<void> {
  await sql.run('insert into sectoral_framework (id, code, body_code, title_kk, title_ru, act_kk, act_ru, source, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [id, facts.code, facts.bodyCode, facts.title.kk, facts.title.ru, facts.act.kk, facts.act.ru, facts.source, by, at])
}
export async function endFramework(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update sectoral_framework set ended_at = $2 where id = $1 and ended_at is null', [id, at])
}
