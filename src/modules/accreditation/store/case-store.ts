import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Kind, Mover, Stage, Step } from '../domain/road.ts'

/** One row of `accreditation_case`. Its number is null while it is a draft. */
export interface AccreditationCase {
  id: Uuid
  number: string | null
  kind: Kind
  organisationId: Uuid
  regionKato: string
  channel: 'online' | 'paper'
  certificateId: Uuid | null
  step: Step
  whoseMove: Mover
  corrections: number
  version: number
  normEdition: string
  calendarVersion: string
  nextDueOn: Day | null
  createdBy: Uuid
  createdAt: Moment
  receivedOn: Day | null
  submittedAt: Moment | null
  movedAt: Moment
  closedAt: Moment | null
}

const COLUMNS = `id, number, kind, organisation_id, region_kato, channel, certificate_id, step, whose_move, corrections, version, norm_edition, calendar_version, next_due_on, created_by, created_at,
  received_on, submitted_at, moved_at, closed_at`

export async function selectCase(sql: Sql, id: string): Promise<AccreditationCase | undefined> {
  return sql.maybe<AccreditationCase>(`select ${COLUMNS} from accreditation_case where id = $1`, [id])
}
export async function lockCaseRow(sql: Sql, id: string): Promise<AccreditationCase | undefined> {
  return sql.maybe<AccreditationCase>(`select ${COLUMNS} from accreditation_case where id = $1 for update`, [id])
}
export async function selectCasesOfOrganisation(sql: Sql, organisationId: string): Promise<AccreditationCase[]> {
  return sql.many<AccreditationCase>(`select ${COLUMNS} from accreditation_case where organisation_id = $1 order by created_at desc, id`, [organisationId])
}
export async function insertCase(sql: Sql, row: AccreditationCase): Promise<void> {
  await sql.run(
    `insert into accreditation_case (id, number, kind, organisation_id, region_kato, channel, certificate_id, step, whose_move, corrections, version, norm_edition, calendar_version, next_due_on,
       created_by, created_at, received_on, submitted_at, moved_at, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [row.id, row.number, row.kind, row.organisationId, row.regionKato, row.channel, row.certificateId, row.step, row.whoseMove, row.corrections, row.version, row.normEdition, row.calendarVersion,
      row.nextDueOn, row.createdBy, row.createdAt, row.receivedOn, row.submittedAt, row.movedAt, row.closedAt])
}
export async function updateCaseState(sql: Sql, row: Pick<AccreditationCase, 'id' | 'number' | 'step' | 'whoseMove' | 'corrections' | 'nextDueOn' | 'receivedOn' | 'submittedAt' | 'movedAt' | 'closedAt' | 'normEdition' | 'calendarVersion'>): Promise<void> {
  await sql.run(
    `update accreditation_case set number = $2, step = $3, whose_move = $4, corrections = $5, next_due_on = $6, received_on = $7, submitted_at = $8, moved_at = $9, closed_at = $10, norm_edition = $11,
       calendar_version = $12, version = version + 1 where id = $1`,
    [row.id, row.number, row.step, row.whoseMove, row.corrections, row.nextDueOn, row.receivedOn, row.submittedAt, row.movedAt, row.closedAt, row.normEdition, row.calendarVersion])
}
/** The next number of a region and year; the row lock keeps two from taking the same. */
export async function takeSequence(sql: Sql, regionKato: string, year: number): Promise<number> {
  const row = await sql.one<{ last: number }>(
    `insert into accreditation_sequence (region_kato, year, last) values ($1, $2, 1)
     on conflict (region_kato, year) do update set last = accreditation_sequence.last + 1 returning last`, [regionKato, year])
  return row.last
}

/** A clock of one stage. `dueOn` is null where the norms set no term. */
export interface StageClock {
  id: Uuid
  caseId: Uuid
  stage: Stage
  startedOn: Day
  dueOn: Day | null
  endedAt: Moment | null
  endedHow: 'done' | 'given-back' | 'broken-off' | null
  lapsedAt: Moment | null
}
export async function insertClock(sql: Sql, clock: Pick<StageClock, 'id' | 'caseId' | 'stage' | 'startedOn' | 'dueOn'>): Promise<void> {
  await sql.run('insert into accreditation_clock (id, case_id, stage, started_on, due_on) values ($1, $2, $3, $4, $5)', [clock.id, clock.caseId, clock.stage, clock.startedOn, clock.dueOn])
}
export async function endClocks(sql: Sql, caseId: string, how: NonNullable<StageClock['endedHow']>, at: Moment): Promise<void> {
  await sql.run('update accreditation_clock set ended_at = $3, ended_how = $2 where case_id = $1 and ended_at is null', [caseId, how, at])
}
export async function selectClocks(sql: Sql, caseId: string): Promise<StageClock[]> {
  return sql.many<StageClock>('select id, case_id, stage, started_on, due_on, ended_at, ended_how, lapsed_at from accreditation_clock where case_id = $1 order by started_on, id', [caseId])
}

/** Who reviews, surveys and decides a case by assignment, and the chamber of its region. */
export interface PeopleOfCase {
  chamberId: Uuid | null
  experts: Uuid[]
  surveyors: Uuid[]
  commission: Uuid[]
  chair: Uuid | null
}
export async function selectPeopleOfCase(sql: Sql, caseId: string, regionKato: string): Promise<PeopleOfCase> {
  return sql.one<PeopleOfCase>(
    `select (select organisation_id from regional_chamber where region_kato = $2) as chamber_id,
       array(select account_id::text from accreditation_expert where case_id = $1 and stepped_back_at is null order by 1) as experts,
       array(select account_id::text from survey_surveyor where case_id = $1 and relieved_at is null order by 1) as surveyors,
       array(select account_id::text from accreditation_commissioner where case_id = $1 order by 1) as commission,
       (select account_id from accreditation_commissioner where case_id = $1 and chair) as chair`, [caseId, regionKato])
}
