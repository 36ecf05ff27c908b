import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ProfessionFacts } from '../domain/profession.ts'

/** One version of an entry of the register of professions. */
export interface Profession extends ProfessionFacts {
  versionId: Uuid
  versionNo: number
  validFrom: Day
  validUntil: Day | null
  bodyName: Partial<Localized>
}

interface Row {
  code: string
  id: Uuid
  versionNo: number
  validFrom: Day
  validUntil: Day | null
  nameKk: string | null
  nameRu: string | null
  nameEn: string | null
  track: Profession['track']
  basis: Profession['basis']
  basisTitleKk: string | null
  basisTitleRu: string | null
  fieldCode: string | null
  levels: number[]
  educationRequired: boolean
  experienceRequired: boolean
  educationTextKk: string | null
  educationTextRu: string | null
  experienceTextKk: string | null
  experienceTextRu: string | null
  validityMonths: number | null
  ageMin: number | null
  bodyCode: string | null
  bodyKk: string | null
  bodyRu: string | null
  bodyEn: string | null
  actKk: string | null
  actRu: string | null
  form: Profession['form']
  synonyms: string
  provenance: Profession['provenance']
  attributesProvenance: Profession['attributesProvenance']
}

const SELECT = `select v.code, v.id, v.version_no, v.valid_from, v.valid_until, v.name_kk, v.name_ru, v.name_en, v.track, v.basis, v.basis_title_kk, v.basis_title_ru,
  v.field_code, v.levels, v.education_required, v.experience_required, v.education_text_kk, v.education_text_ru, v.experience_text_kk, v.experience_text_ru,
  v.validity_months, v.age_min, v.body_code, b.name_kk as body_kk, b.name_ru as body_ru, b.name_en as body_en, v.act_kk, v.act_ru, v.form, v.synonyms,
  v.provenance, v.attributes_provenance
  from profession_version v left join sector_body b on b.code = v.body_code`

export async function selectProfession(sql: Sql, code: string): Promise<Profession | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} where v.code = $1 and v.valid_until is null`, [code])
  return row && professionOf(row)
}
export async function selectProfessionVersion(sql: Sql, versionId: string): Promise<Profession | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} where v.id = $1`, [versionId])
  return row && professionOf(row)
}
export async function selectCurrentProfessions(sql: Sql): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where v.valid_until is null order by v.code`)).map(professionOf)
}
export async function selectVersionsOf(sql: Sql, code: string): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where v.code = $1 order by v.version_no desc`, [code])).map(professionOf)
}
/** Every version that ever was, in the order of code and number, from the one after a given place. */
export async function selectVersionsAfter(sql: Sql, after: { code: string; versionNo: number }, limit: number): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where (v.code, v.version_no) > ($1, $2) order by v.code, v.version_no limit $3`, [after.code, after.versionNo, limit])).map(professionOf)
}
/** Changes whenever a version is entered or ended: what is kept in the process is compared with it. */
export async function selectRegisterStamp(sql: Sql): Promise<{ database: string; stamp: string }> {
  return sql.one("select current_database() as database, count(*) || '/' || count(valid_until) || '/' || coalesce(max(id::text), '') as stamp from profession_version")
}

export async function insertProfession(sql: Sql, code: string, at: Moment): Promise<void> {
  await sql.run('insert into profession (code, created_at) values ($1, $2) on conflict do nothing', [code, at])
}
export async function endCurrentVersion(sql: Sql, code: string, on: Day): Promise<number> {
  const row = await sql.maybe<{ versionNo: number }>('update profession_version set valid_until = $2 where code = $1 and valid_until is null returning version_no', [code, on])
  return row?.versionNo ?? 0
}
export async function insertVersion(sql: Sql, id: Uuid, versionNo: number, validFrom: Day, facts: ProfessionFacts, searchKey: string): Promise<void> {
  await sql.run(
    `insert into profession_version (id, code, version_no, valid_from, name_kk, name_ru, name_en, track, basis, basis_title_kk, basis_title_ru, field_code, levels,
       education_required, experience_required, education_text_kk, education_text_ru, experience_text_kk, experience_text_ru, validity_months, age_min, body_code,
       act_kk, act_ru, form, synonyms, search_key, provenance, attributes_provenance)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)`,
    [id, facts.code, versionNo, validFrom, facts.name.kk ?? null, facts.name.ru ?? facts.name.kk, facts.name.en ?? null, facts.track, facts.basis,
      facts.basisTitle.kk ?? null, facts.basisTitle.ru ?? null, facts.fieldCode, facts.levels, facts.educationRequired, facts.experienceRequired,
      facts.educationText.kk ?? null, facts.educationText.ru ?? null, facts.experienceText.kk ?? null, facts.experienceText.ru ?? null, facts.validityMonths,
      facts.ageMin, facts.bodyCode, facts.act.kk ?? null, facts.act.ru ?? null, facts.form, facts.synonyms.join(';'), searchKey, facts.provenance, facts.attributesProvenance])
}

function professionOf(row: Row): Profession {
  return {
    code: row.code, versionId: row.id, versionNo: row.versionNo, validFrom: row.validFrom, validUntil: row.validUntil,
    name: texts({ kk: row.nameKk, ru: row.nameRu, en: row.nameEn }), track: row.track, basis: row.basis,
    basisTitle: texts({ kk: row.basisTitleKk, ru: row.basisTitleRu }), fieldCode: row.fieldCode, levels: row.levels,
    educationRequired: row.educationRequired, experienceRequired: row.experienceRequired,
    educationText: texts({ kk: row.educationTextKk, ru: row.educationTextRu }), experienceText: texts({ kk: row.experienceTextKk, ru: row.experienceTextRu }),
    validityMonths: row.validityMonths, ageMin: row.ageMin, bodyCode: row.bodyCode, bodyName: texts({ kk: row.bodyKk, ru: row.bodyRu, en: row.bodyEn }),
    act: texts({ kk: row.actKk, ru: row.actRu }), form: row.form, synonyms: row.synonyms === '' ? [] : row.synonyms.split(';'),
    provenance: row.provenance, attributesProvenance: row.attributesProvenance,
  }
}

function texts<Key extends string>(given: Record<Key, string | null>): { [key in Key]?: string } {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text)) as { [key in Key]?: string }
}
