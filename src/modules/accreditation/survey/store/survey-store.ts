import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'
import type { EntryKind, LoggedEntry } from '../domain/entries.ts'

/** One row of `survey`: the day of the visit and the word of the applicant. */
export interface Survey {
  caseId: Uuid
  heldOn: Day
  assignedBy: Uuid
  assignedAt: Moment
  closedAt: Moment | null
  answer: 'signed' | 'refused' | null
  answerReason: string
  answeredBy: Uuid | null
  answeredBySurveyor: boolean
  /** Signed on the printed act; who entered it is `answeredBy`. */
  answeredOnPaper: boolean
  answeredAt: Moment | null
  actPaperId: Uuid | null
  finishedAt: Moment | null
}
export interface Surveyor {
  accountId: Uuid
  signedAt: Moment | null
  relievedAt: Moment | null
}
const SURVEY = 'case_id, held_on, assigned_by, assigned_at, closed_at, answer, answer_reason, answered_by, answered_by_surveyor, answered_on_paper, answered_at, act_paper_id, finished_at'

export async function selectSurvey(sql: Sql, caseId: string): Promise<Survey | undefined> {
  return sql.maybe<Survey>(`select ${SURVEY} from survey where case_id = $1`, [caseId])
}
/** Everybody ever assigned, those who still are first. */
export async function selectSurveyors(sql: Sql, caseId: string): Promise<Surveyor[]> {
  return sql.many<Surveyor>('select account_id, signed_at, relieved_at from survey_surveyor where case_id = $1 order by relieved_at is not null, account_id', [caseId])
}
export async function upsertSurvey(sql: Sql, row: { caseId: string; heldOn: Day; assignedBy: string; at: Moment }): Promise<void> {
  await sql.run(
    `insert into survey (case_id, held_on, assigned_by, assigned_at) values ($1, $2, $3, $4)
     on conflict (case_id) do update set held_on = excluded.held_on, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at`, [row.caseId, row.heldOn, row.assignedBy, row.at])
}
export async function replaceSurveyors(sql: Sql, caseId: string, accountIds: readonly string[], at: Moment): Promise<void> {
  await sql.run('update survey_surveyor set relieved_at = $3 where case_id = $1 and relieved_at is null and not (account_id = any($2::uuid[]))', [caseId, accountIds, at])
  await sql.run(
    'insert into survey_surveyor (case_id, account_id) select $1, unnest($2::uuid[]) on conflict (case_id, account_id) do update set relieved_at = null', [caseId, accountIds])
}
export async function setClosed(sql: Sql, caseId: string, at: Moment | null): Promise<void> {
  await sql.run('update survey set closed_at = $2 where case_id = $1', [caseId, at])
}
export async function setSignature(sql: Sql, caseId: string, accountId: string, at: Moment): Promise<void> {
  await sql.run('update survey_surveyor set signed_at = $3 where case_id = $1 and account_id = $2', [caseId, accountId, at])
}
export async function clearSignatures(sql: Sql, caseId: string): Promise<void> {
  await sql.run('update survey_surveyor set signed_at = null where case_id = $1', [caseId])
}
export async function setAnswer(sql: Sql, row: { caseId: string; answer: 'signed' | 'refused'; reason: string; by: string; bySurveyor: boolean; onPaper: boolean; at: Moment; paperId: string }): Promise<void> {
  await sql.run('update survey set answer = $2, answer_reason = $3, answered_by = $4, answered_by_surveyor = $5, answered_at = $6, act_paper_id = $7, answered_on_paper = $8 where case_id = $1',
    [row.caseId, row.answer, row.reason, row.by, row.bySurveyor, row.at, row.paperId, row.onPaper])
}
export async function setFinished(sql: Sql, caseId: string, at: Moment): Promise<void> {
  await sql.run('update survey set finished_at = $2 where case_id = $1', [caseId, at])
}

export async function selectLog(sql: Sql, caseId: string): Promise<LoggedEntry[]> {
  return sql.many<LoggedEntry>('select no, account_id, device, seq, kind, body, refused, paper_id from survey_entry where case_id = $1 order by no', [caseId])
}
export interface NewEntry {
  caseId: string
  no: number
  accountId: string
  device: string
  seq: number
  kind: EntryKind
  body: unknown
  paperId: string | null
  refused: string | null
  writtenAt: Moment
  receivedAt: Moment
}
export async function insertEntry(sql: Sql, row: NewEntry): Promise<void> {
  await sql.run(
    `insert into survey_entry (case_id, no, account_id, device, seq, kind, body, paper_id, refused, written_at, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [row.caseId, row.no, row.accountId, row.device, row.seq, row.kind, JSON.stringify(row.body), row.paperId, row.refused, row.writtenAt, row.receivedAt])
}

export interface PhotoFile extends Pick<FileRow, 'name' | 'mediaType' | 'fileKey'> {
  id: Uuid
  caseId: Uuid
}
export async function insertPhoto(sql: Sql, row: PhotoFile & FileRow): Promise<void> {
  await sql.run(`insert into accreditation_paper (id, case_id, kind, ${FILE_COLUMNS}) values ($1, $2, 'survey-photo', $3, $4, $5, $6, $7, $8, $9, $10)`, [row.id, row.caseId, ...fileValues(row)])
}
/** A photo that no entry of the log took. */
export async function dropPhoto(sql: Sql, id: string): Promise<void> {
  await sql.run('delete from accreditation_paper where id = $1 and not exists (select 1 from survey_entry where paper_id = $1)', [id])
}
export async function selectPhoto(sql: Sql, caseId: string, id: string): Promise<PhotoFile | undefined> {
  return sql.maybe<PhotoFile>("select id, case_id, name, media_type, file_key from accreditation_paper where id = $2 and case_id = $1 and kind = 'survey-photo' and removed_at is null", [caseId, id])
}

export async function selectLines(sql: Sql, caseId: string): Promise<{ professionCode: string; level: number }[]> {
  return sql.many('select profession_code, level from accreditation_line where case_id = $1 order by profession_code, level', [caseId])
}

export interface SurveyListed {
  caseId: Uuid
  number: string
  version: number
  organisationId: Uuid
  heldOn: Day | null
  nextDueOn: Day | null
  surveyors: Uuid[]
  signed: number
  closedAt: Moment | null
  answer: 'signed' | 'refused' | null
  finishedAt: Moment | null
}
/** Cases at the survey, and those of one surveyor or applicant whatever step they are at now; the earliest day first. */
export async function selectSurveys(sql: Sql, of: { accountId: string | null; organisationIds: readonly string[] | null }): Promise<SurveyListed[]> {
  return sql.many<SurveyListed>(
    `select c.id as case_id, c.number, c.version, c.organisation_id, s.held_on, c.next_due_on, s.closed_at, s.answer, s.finished_at,
       coalesce(array_agg(p.account_id order by p.account_id) filter (where p.relieved_at is null and p.account_id is not null), '{}') as surveyors,
       count(p.signed_at)::int as signed
     from accreditation_case c left join survey s on s.case_id = c.id left join survey_surveyor p on p.case_id = c.id
     where (c.step = 'survey' or s.case_id is not null)
       and ($1::uuid is null or exists (select 1 from survey_surveyor own where own.case_id = c.id and own.account_id = $1 and own.relieved_at is null))
       and ($2::uuid[] is null or c.organisation_id = any($2))
     group by c.id, s.case_id order by s.finished_at is not null, s.held_on nulls first, c.number`, [of.accountId, of.organisationIds])
}
