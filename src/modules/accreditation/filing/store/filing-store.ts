import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'
import type { LegalTitle, PaperKind, PaperLanguage } from '../domain/filing.ts'

/** One row of `accreditation_filing`. */
export interface Filing {
  premisesTitle: LegalTitle | null
  premises: string
  equipment: string
  resources: string
  paperReceivedOn: Day | null
  givenBackAt: Moment | null
  returnGrounds: string
}
export async function insertFiling(sql: Sql, caseId: string, paperReceivedOn: Day | null): Promise<void> {
  await sql.run('insert into accreditation_filing (case_id, paper_received_on) values ($1, $2)', [caseId, paperReceivedOn])
}
export async function selectFiling(sql: Sql, caseId: string): Promise<Filing | undefined> {
  return sql.maybe<Filing>('select premises_title, premises, equipment, resources, paper_received_on, given_back_at, return_grounds from accreditation_filing where case_id = $1', [caseId])
}
export async function updatePremises(sql: Sql, caseId: string, row: Pick<Filing, 'premisesTitle' | 'premises' | 'equipment' | 'resources'>): Promise<void> {
  await sql.run('update accreditation_filing set premises_title = $2, premises = $3, equipment = $4, resources = $5 where case_id = $1', [caseId, row.premisesTitle, row.premises, row.equipment, row.resources])
}
export async function markGivenBack(sql: Sql, caseId: string, at: Moment): Promise<void> {
  await sql.run('update accreditation_filing set given_back_at = $2 where case_id = $1', [caseId, at])
}
export async function keepReturnGrounds(sql: Sql, caseId: string, grounds: string): Promise<void> {
  await sql.run('update accreditation_filing set return_grounds = $2 where case_id = $1', [caseId, grounds])
}
/** A change within a step: whoever saw the case before it is told. */
export async function touchCase(sql: Sql, caseId: string): Promise<void> {
  await sql.run('update accreditation_case set version = version + 1 where id = $1', [caseId])
}

export interface Line {
  professionCode: string
  level: number
  /** The programme as it was handed in last; null before. */
  programmeVersionId: Uuid | null
  programmeDigest: string | null
}
type LineKey = Pick<Line, 'professionCode' | 'level'>
export async function selectLines(sql: Sql, caseId: string): Promise<Line[]> {
  return sql.many<Line>('select profession_code, level, programme_version_id, programme_digest from accreditation_line where case_id = $1 order by profession_code, level', [caseId])
}
export async function insertLine(sql: Sql, caseId: string, line: LineKey): Promise<number> {
  return sql.run('insert into accreditation_line (case_id, profession_code, level) values ($1, $2, $3) on conflict do nothing', [caseId, line.professionCode, line.level])
}
export async function deleteLine(sql: Sql, caseId: string, line: LineKey): Promise<number> {
  return sql.run('delete from accreditation_line where case_id = $1 and profession_code = $2 and level = $3', [caseId, line.professionCode, line.level])
}
/** The version of the programme that lies with the application from this hand-in on. */
export async function keepProgramme(sql: Sql, caseId: string, line: LineKey & { versionId: string; digest: string }): Promise<void> {
  await sql.run('update accreditation_line set programme_version_id = $4, programme_digest = $5 where case_id = $1 and profession_code = $2 and level = $3', [caseId, line.professionCode, line.level, line.versionId, line.digest])
}

export interface StaffMember {
  id: Uuid
  professionCode: string
  name: string
  qualification: string
  addedAt: Moment
}
export async function selectStaff(sql: Sql, caseId: string): Promise<StaffMember[]> {
  return sql.many<StaffMember>('select id, profession_code, name, qualification, added_at from accreditation_staff where case_id = $1 and removed_at is null order by added_at, id', [caseId])
}
export async function insertStaff(sql: Sql, caseId: string, row: StaffMember): Promise<void> {
  await sql.run('insert into accreditation_staff (id, case_id, profession_code, name, qualification, added_at) values ($1, $2, $3, $4, $5, $6)',
    [row.id, caseId, row.professionCode, row.name, row.qualification, row.addedAt])
}
export async function removeStaff(sql: Sql, caseId: string, id: string, at: Moment): Promise<number> {
  return sql.run('update accreditation_staff set removed_at = $3 where case_id = $1 and id = $2 and removed_at is null', [caseId, id, at])
}

/** A paper of the applicant in the file store. */
export interface Paper extends FileRow {
  id: Uuid
  caseId: Uuid
  /** One of the application, or the scan of a sheet signed when something was handed over. */
  kind: PaperKind | 'delivery-scan'
  language: PaperLanguage | null
  professionCode: string | null
  level: number | null
}
const PAPER = `id, case_id, kind, language, profession_code, level, ${FILE_COLUMNS}`
export async function selectPapers(sql: Sql, caseId: string, kinds: readonly string[]): Promise<Paper[]> {
  return sql.many<Paper>(`select ${PAPER} from accreditation_paper where case_id = $1 and removed_at is null and kind = any($2)
     order by array_position(array['application', 'registration', 'premises', 'staff', 'programme', 'other'], kind), profession_code nulls first, level, language, uploaded_at, id`, [caseId, kinds])
}
/** Also one that was replaced: it stays with the case. */
export async function selectPaper(sql: Sql, id: string): Promise<Paper | undefined> {
  return sql.maybe<Paper>(`select ${PAPER} from accreditation_paper where id = $1`, [id])
}
export async function insertPaper(sql: Sql, row: Paper): Promise<void> {
  await sql.run(
    `insert into accreditation_paper (${PAPER}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [row.id, row.caseId, row.kind, row.language, row.professionCode, row.level, ...fileValues(row)])
}
export async function removePaper(sql: Sql, caseId: string, id: string, at: Moment): Promise<number> {
  return sql.run('update accreditation_paper set removed_at = $3 where case_id = $1 and id = $2 and removed_at is null', [caseId, id, at])
}
export async function removePapersOfLine(sql: Sql, caseId: string, line: LineKey, at: Moment): Promise<void> {
  await sql.run("update accreditation_paper set removed_at = $4 where case_id = $1 and kind = 'programme' and profession_code = $2 and level = $3 and removed_at is null", [caseId, line.professionCode, line.level, at])
}
