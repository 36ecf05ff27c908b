import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ProfessionFacts } from '../domain/profession.ts'
import type { EditionChangeKind } from '../editions/domain/edition-changes.ts'

/** One version of an entry of the register of professions. */
export interface Profession extends ProfessionFacts {
  versionId: Uuid
  versionNo: number
  validFrom: Day
  validUntil: Day | null
  bodyName: Partial<Localized>
  /** The edition of the register in which this version was published, if in one. */
  editionNo: number | null
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
  editionNo: number | null
  struckEditionNo: number | null
}

const SELECT = `select v.code, v.id, v.version_no, v.valid_from, v.valid_until, v.name_kk, v.name_ru, v.name_en, v.track, v.basis, v.basis_title_kk, v.basis_title_ru,
  v.field_code, v.levels, v.education_required, v.experience_required, v.education_text_kk, v.education_text_ru, v.experience_text_kk, v.experience_text_ru,
  v.validity_months, v.age_min, v.body_code, b.name_kk as body_kk, b.name_ru as body_ru, b.name_en as body_en, v.act_kk, v.act_ru, v.form, v.synonyms,
  v.provenance, v.attributes_provenance, v.edition_no, v.struck_edition_no
  from profession_version v left join sector_body b on b.code = v.body_code`

/** The version in force on the day: the last day of a version is the one before its end. */
const IN_FORCE = 'v.valid_from <= $1 and (v.valid_until is null or v.valid_until > $1)'

export async function selectProfession(sql: Sql, code: string, on: Day): Promise<Profession | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} where ${IN_FORCE} and v.code = $2`, [on, code])
  return row && professionOf(row)
}
export async function selectProfessionVersion(sql: Sql, versionId: string): Promise<Profession | undefined> {
  const row = await sql.maybe<Row>(`${SELECT} where v.id = $1`, [versionId])
  return row && professionOf(row)
}
export async function selectCurrentProfessions(sql: Sql, on: Day): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where ${IN_FORCE} order by v.code`, [on])).map(professionOf)
}
export async function selectVersionsOf(sql: Sql, code: string): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where v.code = $1 order by v.version_no desc`, [code])).map(professionOf)
}
/** Every version of these entries, the oldest first. */
export async function selectVersionsOfCodes(sql: Sql, codes: readonly string[]): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where v.code = any ($1::text[]) order by v.code, v.version_no`, [codes])).map(professionOf)
}
/** Every version of every profession that a body has ever had, the oldest first. */
export async function selectVersionsOfBody(sql: Sql, bodyCode: string): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where v.code in (select code from profession_version where body_code = $1) order by v.code, v.version_no`, [bodyCode])).map(professionOf)
}
/** The newest versions of all entries, in force or still to come; a struck entry has none. */
export async function selectOpenVersions(sql: Sql): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where v.valid_until is null order by v.code`)).map(professionOf)
}
/** The versions that came or went in these editions, each with the version before it. */
export async function selectVersionsOfEditions(sql: Sql, editions: readonly number[]): Promise<{ version: Profession; before: Profession | undefined; struckEditionNo: number | null }[]> {
  const rows = await sql.many<Row>(
    `${SELECT} where v.edition_no = any ($1) or v.struck_edition_no = any ($1)`, [editions])
  const befores = await sql.many<Row>(
    `${SELECT} where (v.code, v.version_no + 1) in (select n.code, n.version_no from profession_version n where n.edition_no = any ($1))`, [editions])
  const known = new Map(befores.map((row) => [`${row.code}/${row.versionNo + 1}`, professionOf(row)]))
  return rows.map((row) => ({ version: professionOf(row), before: known.get(`${row.code}/${row.versionNo}`), struckEditionNo: row.struckEditionNo }))
}
/** How many entries of each kind the editions hold; counted in the database, for an edition of an import holds thousands. */
export async function countChangesOfEditions(sql: Sql, editions: readonly number[]): Promise<{ editionNo: number; kind: EditionChangeKind; count: number }[]> {
  return sql.many(
    `select edition_no, kind, count(*)::integer as count from (
       select v.edition_no, case when b.id is null or b.valid_until < v.valid_from then 'added' when b.track = v.track then 'changed' else 'moved-to-' || v.track end as kind
       from profession_version v left join profession_version b on b.code = v.code and b.version_no = v.version_no - 1 where v.edition_no = any ($1)
       union all select v.struck_edition_no, 'struck' from profession_version v where v.struck_edition_no = any ($1)) each_entry
     group by edition_no, kind`, [editions])
}
/** The versions that an edition replaced or struck, with all versions of these entries before them. */
export async function selectReplacedVersions(sql: Sql, editionNo: number): Promise<Uuid[]> {
  const rows = await sql.many<{ id: Uuid }>(
    `select b.id from profession_version v join profession_version b on b.code = v.code and b.version_no < v.version_no where v.edition_no = $1
     union select b.id from profession_version v join profession_version b on b.code = v.code and b.version_no <= v.version_no where v.struck_edition_no = $1`, [editionNo])
  return rows.map((row) => row.id)
}
/** Changes whenever a version is entered, changed or ended: what is kept in the process is compared with it. */
export async function selectRegisterStamp(sql: Sql): Promise<{ database: string; stamp: string }> {
  return sql.one("select current_database() as database, concat_ws('/', count(*), sum(no)) as stamp from register_change")
}
/** The first day after this one on which a version begins or ends; null when none is known. */
export async function selectNextRegisterDay(sql: Sql, on: Day): Promise<Day | null> {
  return (await sql.one<{ day: Day | null }>(
    `select least(min(valid_from) filter (where valid_from > $1), min(valid_until) filter (where valid_until > $1)) as day from profession_version`, [on])).day
}
/** Every version that ever was, in the order of code and number, from the one after a given place. */
export async function selectVersionsAfter(sql: Sql, after: { code: string; versionNo: number }, limit: number): Promise<Profession[]> {
  return (await sql.many<Row>(`${SELECT} where (v.code, v.version_no) > ($1, $2) order by v.code, v.version_no limit $3`, [after.code, after.versionNo, limit])).map(professionOf)
}

/** Puts codes into the register that are not there yet. */
/** Codes of every profession that is or ever was recognised voluntarily. */
export async function selectVoluntaryEver(sql: Sql): Promise<Set<string>> {
  return new Set((await sql.many<{ code: string }>("select distinct code from profession_version where track = 'voluntary'")).map((row) => row.code))
}
export async function insertProfessions(sql: Sql, codes: readonly string[], at: Moment): Promise<void> {
  await sql.run('insert into profession (code, created_at) select code, $2 from unnest($1::text[]) as c (code) order by code on conflict do nothing', [codes, at])
}
/** Locks entries in the order of their codes, so that two versions at once come one after the other; answers the last version of each, open or ended. */
export async function lockLastVersions(sql: Sql, codes: readonly string[]): Promise<Map<string, { versionNo: number; validFrom: Day; validUntil: Day | null }>> {
  await sql.run('select code from profession where code = any($1) order by code for update', [codes])
  const rows = await sql.many<{ code: string; versionNo: number; validFrom: Day; validUntil: Day | null }>(
    'select distinct on (code) code, version_no, valid_from, valid_until from profession_version where code = any($1) order by code, version_no desc', [codes])
  return new Map(rows.map(({ code, ...last }) => [code, last]))
}
/** Ends the open versions; with an edition the entries are struck there and nothing follows. */
export async function endOpenVersions(sql: Sql, codes: readonly string[], on: Day, struckEditionNo: number | null = null): Promise<number> {
  return sql.run('update profession_version set valid_until = $2, struck_edition_no = $3 where code = any($1) and valid_until is null', [codes, on, struckEditionNo])
}

export interface NewVersion {
  id: Uuid
  versionNo: number
  facts: ProfessionFacts
  searchKey: string
}
/** Enters versions that are in force from one day and published in one edition, all in one statement. */
export async function insertVersions(sql: Sql, versions: readonly NewVersion[], { validFrom, editionNo }: { validFrom: Day; editionNo: number | null }): Promise<void> {
  const rows = versions.map(({ id, versionNo, facts, searchKey }) => ({
    id, code: facts.code, version_no: versionNo, name_kk: facts.name.kk ?? null, name_ru: facts.name.ru ?? facts.name.kk, name_en: facts.name.en ?? null, track: facts.track, basis: facts.basis,
    basis_title_kk: facts.basisTitle.kk ?? null, basis_title_ru: facts.basisTitle.ru ?? null, field_code: facts.fieldCode, levels: facts.levels,
    education_required: facts.educationRequired, experience_required: facts.experienceRequired, education_text_kk: facts.educationText.kk ?? null, education_text_ru: facts.educationText.ru ?? null,
    experience_text_kk: facts.experienceText.kk ?? null, experience_text_ru: facts.experienceText.ru ?? null, validity_months: facts.validityMonths, age_min: facts.ageMin, body_code: facts.bodyCode,
    act_kk: facts.act.kk ?? null, act_ru: facts.act.ru ?? null, form: facts.form, synonyms: facts.synonyms.join(';'), search_key: searchKey, provenance: facts.provenance, attributes_provenance: facts.attributesProvenance,
  }))
  await sql.run(
    `insert into profession_version (id, code, version_no, valid_from, edition_no, name_kk, name_ru, name_en, track, basis, basis_title_kk, basis_title_ru, field_code, levels,
       education_required, experience_required, education_text_kk, education_text_ru, experience_text_kk, experience_text_ru, validity_months, age_min, body_code,
       act_kk, act_ru, form, synonyms, search_key, provenance, attributes_provenance)
     select id, code, version_no, $2::date, $3::integer, name_kk, name_ru, name_en, track, basis, basis_title_kk, basis_title_ru, field_code, levels,
       education_required, experience_required, education_text_kk, education_text_ru, experience_text_kk, experience_text_ru, validity_months, age_min, body_code,
       act_kk, act_ru, form, synonyms, search_key, provenance, attributes_provenance
     from jsonb_populate_recordset(null::profession_version, $1::jsonb)`, [JSON.stringify(rows), validFrom, editionNo])
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
    provenance: row.provenance, attributesProvenance: row.attributesProvenance, editionNo: row.editionNo,
  }
}

function texts<Key extends string>(given: Record<Key, string | null>): { [key in Key]?: string } {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text)) as { [key in Key]?: string }
}
