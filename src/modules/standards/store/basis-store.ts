import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { BasisFor, BasisKind, RequirementsContent, StandardContent } from '../domain/standard.ts'

export const PROVENANCES = ['order-title', 'demonstration', 'platform'] as const
/** Where a document comes from: its title and order are known only, it is invented for the demonstration, or it was written on the platform. */
export type BasisProvenance = (typeof PROVENANCES)[number]

export interface VersionHead {
  id: Uuid
  code: string
  kind: BasisKind
  versionNo: number
  bodyCode: string
  title: { kk: string; ru: string; en: string }
  act: { kk: string; ru: string }
  edition: string
  /** Where the act is published. */
  page: string
  validFrom: Day | null
  validUntil: Day | null
  provenance: BasisProvenance
  /** False where only the title and the order are known. */
  textHeld: boolean
  revision: number
  authorId: Uuid | null
  createdAt: Moment
  submittedAt: Moment | null
  returnedAt: Moment | null
  returnNote: string | null
  approvedBy: Uuid | null
  approvedAt: Moment | null
  /** A draft that its body gave up; kept, shown to nobody. */
  droppedAt: Moment | null
}
/** One version of a basis of assessment with all of its text. */
export interface BasisVersion extends VersionHead {
  content: StandardContent | RequirementsContent | null
}

interface Row extends Omit<BasisVersion, 'title' | 'act'> {
  titleKk: string
  titleRu: string
  titleEn: string
  actKk: string
  actRu: string
}
const HEAD = `v.id, v.code, b.kind, v.version_no, v.body_code, v.title_kk, v.title_ru, v.title_en, v.act_kk, v.act_ru, v.edition, v.page, v.valid_from, v.valid_until, v.provenance,
  v.content is not null as text_held, v.revision, v.author_id, v.created_at, v.submitted_at, v.returned_at, v.return_note, v.approved_by, v.approved_at, v.dropped_at`
const FROM = 'from basis_version v join basis b on b.code = v.code'

export async function selectVersion(sql: Sql, id: string): Promise<BasisVersion | undefined> {
  return shaped(await sql.maybe<Row>(`select ${HEAD}, v.content ${FROM} where v.id = $1`, [id]))
}
export async function lockVersion(sql: Sql, id: string): Promise<BasisVersion | undefined> {
  return shaped(await sql.maybe<Row>(`select ${HEAD}, v.content ${FROM} where v.id = $1 for update of v`, [id]))
}
/** Every version of a document, the newest first. */
export async function selectVersionsOf(sql: Sql, code: string): Promise<BasisVersion[]> {
  return (await sql.many<Row>(`select ${HEAD}, v.content ${FROM} where v.code = $1 order by v.version_no desc`, [code])).map(unpacked)
}
/** The versions that desks work with: of one body or of all, the unfinished ones first. */
export async function selectDesk(sql: Sql, bodyCodes: readonly string[] | undefined): Promise<VersionHead[]> {
  return (await sql.many<Row>(
    `select ${HEAD} ${FROM} where v.dropped_at is null and ($1::text[] is null or v.body_code = any ($1)) order by v.approved_at is not null, v.submitted_at is null, v.code, v.version_no desc`, [bodyCodes ?? null])).map(unpacked)
}

export interface BasisSearch {
  q: string
  kind: BasisKind | undefined
  bodyCode: string | undefined
  limit: number
  offset: number
}
/** The documents as the public sees them on a day: the version in force, else the one to come. */
export async function selectPublic(sql: Sql, today: Day, search: BasisSearch): Promise<{ items: VersionHead[]; total: number }> {
  const { q, kind, bodyCode, limit, offset } = search
  const rows = await sql.many<Row & { total: number }>(
    `select shown.*, count(*) over () as total from (
       select distinct on (v.code) ${HEAD} ${FROM} where v.approved_at is not null and (v.valid_until is null or v.valid_until > $1)
       order by v.code, v.valid_from > $1 nulls first, v.version_no desc) shown
     where ($2 = '' or lower(code || ' ' || title_kk || ' ' || title_ru || ' ' || title_en) like '%' || $2 || '%') and ($3::text is null or kind = $3) and ($4::text is null or body_code = $4)
     order by not text_held, code limit $5 offset $6`, [today, q.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`), kind ?? null, bodyCode ?? null, limit, offset])
  // Behind the last page there is no row to say how many there are.
  if (rows.length === 0 && offset > 0) return { items: [], total: (await selectPublic(sql, today, { ...search, limit: 1, offset: 0 })).total }
  return { items: rows.map(({ total: _, ...row }) => unpacked(row as Row)), total: rows[0]?.total ?? 0 }
}
/** Documents whose title is known to be this one, by the day's version. */
export async function selectByTitle(sql: Sql, titleRu: string): Promise<VersionHead[]> {
  return (await sql.many<Row>(`select ${HEAD} ${FROM} where v.title_ru = $1 and v.approved_at is not null and v.valid_until is null order by v.code`, [titleRu])).map(unpacked)
}

/** When a version was approved or entered last. */
export async function selectLastApproved(sql: Sql): Promise<Moment | undefined> {
  return (await sql.one<{ at: Moment | null }>('select max(approved_at) as at from basis_version')).at ?? undefined
}

/** An approved version with the professions it is the basis for. */
export interface BasisRow {
  versionId: Uuid
  code: string
  kind: BasisKind
  versionNo: number
  title: { kk: string; ru: string; en: string }
  bodyCode: string
  provenance: BasisProvenance
  validFrom: Day
  validUntil: Day | null
  professions: (BasisFor & { cardCode: string | null })[]
}
/** Every approved version whose first day is known; with codes given, of the documents that ever named one of these professions. */
export async function selectBases(sql: Sql, professionCodes: readonly string[] | undefined): Promise<BasisRow[]> {
  const rows = await sql.many<Omit<BasisRow, 'title'> & Pick<Row, 'titleKk' | 'titleRu' | 'titleEn'>>(
    `select v.id as version_id, v.code, b.kind, v.version_no, v.title_kk, v.title_ru, v.title_en, v.body_code, v.provenance, v.valid_from, v.valid_until,
       coalesce((select jsonb_agg(jsonb_build_object('professionCode', p.profession_code, 'level', p.level, 'cardCode', p.card_code) order by p.profession_code, p.level)
         from basis_profession p where p.version_id = v.id), '[]') as professions
     ${FROM} where v.approved_at is not null and v.valid_from is not null
       and ($1::text[] is null or v.code in (select w.code from basis_profession q join basis_version w on w.id = q.version_id where q.profession_code = any ($1)))
     order by v.code, v.version_no`, [professionCodes ?? null])
  return rows.map(({ titleKk, titleRu, titleEn, ...row }) => ({ ...row, title: { kk: titleKk, ru: titleRu, en: titleEn } }))
}

export async function insertBasis(sql: Sql, code: string, kind: BasisKind, at: Moment): Promise<number> {
  return sql.run('insert into basis (code, kind, created_at) values ($1, $2, $3) on conflict do nothing', [code, kind, at])
}
/** The next free number of a kind of document; documents of the demonstration have numbers of their own. */
export async function selectNextNumber(sql: Sql, prefix: string): Promise<number> {
  return (await sql.one<{ next: number }>("select coalesce(max(substr(code, $2)::int), 0) + 1 as next from basis where code ~ ('^' || $1 || '[0-9]{1,6}$')", [prefix, prefix.length + 1])).next
}
export type NewVersion = Omit<BasisVersion, 'kind' | 'textHeld' | 'revision' | 'submittedAt' | 'returnedAt' | 'returnNote' | 'approvedBy' | 'validUntil' | 'droppedAt'>
export async function insertVersion(sql: Sql, row: NewVersion): Promise<void> {
  await sql.run(
    `insert into basis_version (id, code, version_no, body_code, title_kk, title_ru, title_en, act_kk, act_ru, edition, page, valid_from, content, provenance, author_id, created_at, approved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [row.id, row.code, row.versionNo, row.bodyCode, row.title.kk, row.title.ru, row.title.en, row.act.kk, row.act.ru, row.edition, row.page, row.validFrom,
      row.content === null ? null : JSON.stringify(row.content), row.provenance, row.authorId, row.createdAt, row.approvedAt])
}
export type HeadChange = Pick<BasisVersion, 'title' | 'act' | 'edition' | 'page' | 'validFrom'>
export async function updateHead(sql: Sql, id: string, { title, act, edition, page, validFrom }: HeadChange): Promise<void> {
  await sql.run(`update basis_version set title_kk = $2, title_ru = $3, title_en = $4, act_kk = $5, act_ru = $6, edition = $7, page = $8, valid_from = $9, revision = revision + 1 where id = $1`,
    [id, title.kk, title.ru, title.en, act.kk, act.ru, edition, page, validFrom])
}
export async function updateContent(sql: Sql, id: string, content: StandardContent | RequirementsContent): Promise<void> {
  await sql.run('update basis_version set content = $2, revision = revision + 1 where id = $1', [id, JSON.stringify(content)])
}
export async function markSubmitted(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update basis_version set submitted_at = $2, returned_at = null, return_note = null, revision = revision + 1 where id = $1', [id, at])
}
export async function markReturned(sql: Sql, id: string, at: Moment, note: string): Promise<void> {
  await sql.run('update basis_version set submitted_at = null, returned_at = $2, return_note = $3, revision = revision + 1 where id = $1', [id, at, note])
}
export async function markApproved(sql: Sql, id: string, at: Moment, by: Uuid): Promise<void> {
  await sql.run('update basis_version set approved_at = $2, approved_by = $3, revision = revision + 1 where id = $1', [id, at, by])
}
export async function markDropped(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update basis_version set dropped_at = $2, revision = revision + 1 where id = $1', [id, at])
}
/** The last approved version of a document, locked. */
export async function lockLast(sql: Sql, code: string): Promise<{ id: Uuid; versionNo: number; validFrom: Day | null } | undefined> {
  return sql.maybe('select id, version_no, valid_from from basis_version where code = $1 and approved_at is not null and valid_until is null for update', [code])
}
export async function endVersion(sql: Sql, id: string, on: Day): Promise<void> {
  await sql.run('update basis_version set valid_until = $2 where id = $1', [id, on])
}
export async function insertProfessions(sql: Sql, versionId: string, rows: readonly (BasisFor & { cardCode: string | null })[]): Promise<void> {
  for (const row of rows) await sql.run('insert into basis_profession (version_id, profession_code, level, card_code) values ($1, $2, $3, $4)', [versionId, row.professionCode, row.level, row.cardCode])
}

function shaped(row: Row | undefined): BasisVersion | undefined {
  return row && unpacked(row)
}
function unpacked({ titleKk, titleRu, titleEn, actKk, actRu, ...row }: Row): BasisVersion {
  return { ...row, title: { kk: titleKk, ru: titleRu, en: titleEn }, act: { kk: actKk, ru: actRu } }
}
