import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ProgrammeContent } from '../domain/programme-content.ts'

export interface VersionRow {
  id: Uuid
  programmeId: Uuid
  centreId: Uuid
  professionCode: string
  level: number
  versionNo: number
  content: ProgrammeContent
  revision: number
  authorId: Uuid
  createdAt: Moment
  submittedAt: Moment | null
  approvedBy: Uuid | null
  approvedAt: Moment | null
  returnedAt: Moment | null
  returnNote: string | null
  retiredAt: Moment | null
  /** The application it was written for; null for a programme of the centre itself. */
  applicationId: Uuid | null
  /** Whose staff writes the programme of an application: the applicant's own, or the chamber's that enters it. */
  keptBy: Uuid | null
  handedInAt: Moment | null
}

const VERSION = `v.id, v.programme_id, p.centre_id, p.profession_code, p.level, v.version_no, v.content, v.revision, v.author_id, v.created_at, v.submitted_at,
  v.approved_by, v.approved_at, v.returned_at, v.return_note, v.retired_at, p.application_id, p.kept_by, v.handed_in_at`
const FROM = 'from programme_version v join programme p on p.id = v.programme_id'

export async function selectVersion(sql: Sql, id: string): Promise<VersionRow | undefined> {
  return sql.maybe<VersionRow>(`select ${VERSION} ${FROM} where v.id = $1`, [id])
}
export async function lockVersion(sql: Sql, id: string): Promise<VersionRow | undefined> {
  return sql.maybe<VersionRow>(`select ${VERSION} ${FROM} where v.id = $1 for update of v`, [id])
}
export async function selectApproved(sql: Sql, key: { centreId: string; professionCode: string; level: number }): Promise<VersionRow | undefined> {
  return sql.maybe<VersionRow>(
    `select ${VERSION} ${FROM} where p.centre_id = $1 and p.profession_code = $2 and p.level = $3 and v.approved_at is not null and v.retired_at is null
     order by v.version_no desc limit 1`, [key.centreId, key.professionCode, key.level])
}
/** The qualifications for which a centre has an approved programme; of all centres. */
export async function selectApprovedKeys(sql: Sql): Promise<{ centreId: Uuid; professionCode: string; level: number }[]> {
  return sql.many(
    `select p.centre_id, p.profession_code, p.level from programme p
     where exists (select 1 from programme_version v where v.programme_id = p.id and v.approved_at is not null and v.retired_at is null)`)
}
export async function selectVersions(sql: Sql, programmeId: string): Promise<VersionRow[]> {
  return sql.many<VersionRow>(`select ${VERSION} ${FROM} where v.programme_id = $1 order by v.version_no desc`, [programmeId])
}
export async function selectVersionsOfCentre(sql: Sql, centreId: string): Promise<(VersionRow & { items: number })[]> {
  return sql.many(
    `select ${VERSION}, (select count(*) from item i where i.programme_version_id = v.id and i.retired_at is null) as items ${FROM}
     where p.centre_id = $1 and p.application_id is null order by p.profession_code, p.level, v.version_no desc`, [centreId])
}
/** The versions of one programme, the newest first. */
export async function selectCountedVersions(sql: Sql, programmeId: string): Promise<(VersionRow & { items: number })[]> {
  return sql.many(
    `select ${VERSION}, (select count(*) from item i where i.programme_version_id = v.id and i.retired_at is null) as items ${FROM}
     where v.programme_id = $1 order by v.version_no desc`, [programmeId])
}
/** How many cases hold a contract or an attempt under each version; a reader sees the cases he may see. */
export async function selectUse(sql: Sql, versionIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.many<{ versionId: string; cases: number }>(
    `select version_id, count(distinct case_id) as cases from (
       select programme_version_id as version_id, case_id from contract where programme_version_id = any ($1)
       union select programme_version_id, case_id from attempt where programme_version_id = any ($1)) used group by version_id`, [versionIds])
  return new Map(rows.map((row) => [row.versionId, row.cases]))
}

/** A programme by which a centre examines: its newest approved version that is not retired. */
export interface InUseRow {
  versionId: Uuid
  centreId: Uuid
  professionCode: string
  level: number
  versionNo: number
  approvedAt: Moment
}
/** The programmes in use of all centres, or of one, or for some professions only. */
export async function selectInUse(sql: Sql, among: { centreId?: string; professionCodes?: readonly string[] }): Promise<InUseRow[]> {
  return sql.many<InUseRow>(
    `select distinct on (p.profession_code, p.level, p.centre_id) v.id as version_id, p.centre_id, p.profession_code, p.level, v.version_no, v.approved_at ${FROM}
     where v.approved_at is not null and v.retired_at is null and ($1::uuid is null or p.centre_id = $1) and ($2::text[] is null or p.profession_code = any ($2))
     order by p.profession_code, p.level, p.centre_id, v.version_no desc`, [among.centreId ?? null, among.professionCodes ?? null])
}

/** The programme of this qualification at the centre, locked; made when there is none. */
export async function lockProgramme(sql: Sql, fresh: { id: Uuid; centreId: Uuid; professionCode: string; level: number; createdAt: Moment }): Promise<Uuid> {
  await sql.run(
    `insert into programme (id, centre_id, profession_code, level, created_at) values ($1, $2, $3, $4, $5)
     on conflict (centre_id, profession_code, level) where application_id is null do nothing`, [fresh.id, fresh.centreId, fresh.professionCode, fresh.level, fresh.createdAt])
  const row = await sql.one<{ id: Uuid }>('select id from programme where centre_id = $1 and profession_code = $2 and level = $3 and application_id is null for update',
    [fresh.centreId, fresh.professionCode, fresh.level])
  return row.id
}
export async function insertVersion(sql: Sql, row: { id: Uuid; programmeId: Uuid; versionNo: number; content: ProgrammeContent; authorId: Uuid; createdAt: Moment }): Promise<void> {
  await sql.run('insert into programme_version (id, programme_id, version_no, content, author_id, created_at) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.programmeId, row.versionNo, JSON.stringify(row.content), row.authorId, row.createdAt])
}
export async function updateContent(sql: Sql, id: string, content: ProgrammeContent): Promise<void> {
  await sql.run('update programme_version set content = $2, revision = revision + 1 where id = $1', [id, JSON.stringify(content)])
}
export async function touchVersion(sql: Sql, id: string): Promise<void> {
  await sql.run('update programme_version set revision = revision + 1 where id = $1', [id])
}
export async function markSubmitted(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update programme_version set submitted_at = $2, returned_at = null, return_note = null, revision = revision + 1 where id = $1', [id, at])
}
export async function markReturned(sql: Sql, id: string, at: Moment, note: string): Promise<void> {
  await sql.run('update programme_version set submitted_at = null, returned_at = $2, return_note = $3, revision = revision + 1 where id = $1', [id, at, note])
}
export async function markApproved(sql: Sql, id: string, at: Moment, by: Uuid): Promise<void> {
  await sql.run('update programme_version set approved_at = $2, approved_by = $3, revision = revision + 1 where id = $1', [id, at, by])
}
export async function markRetired(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update programme_version set retired_at = $2, revision = revision + 1 where id = $1', [id, at])
}
export async function markHandedIn(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update programme_version set handed_in_at = $2, submitted_at = null, revision = revision + 1 where id = $1', [id, at])
}
