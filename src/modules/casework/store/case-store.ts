import type { CaseKind as NumberedKind } from '#kernel/case-number.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Mover, Step } from '../domain/road.ts'

/** The kinds that are a person's: accreditations and proposals have their own tables. */
export type CaseKind = Extract<NumberedKind, 'recognition' | 'appeal' | 'complaint'>

/** One row of `case_file`. `step` is a Step for recognition; appeals and complaints have steps of their own. */
export interface CaseFile {
  id: Uuid
  number: string
  kind: CaseKind
  parentCaseId: Uuid | null
  centreId: Uuid
  personId: Uuid
  accountId: Uuid | null
  professionCode: string | null
  professionVersionId: Uuid | null
  level: number | null
  step: Step | string
  whoseMove: Mover
  nextDueOn: Day | null
  assignedTo: Uuid | null
  version: number
  normEdition: string
  calendarVersion: string
  openedAt: Moment
  openedOn: Day
  movedAt: Moment
  closedAt: Moment | null
}

export interface Deadline {
  id: Uuid
  caseId: Uuid
  rule: string
  startedOn: Day
  dueOn: Day | null
  normEdition: string
  calendarVersion: string
  metAt: Moment | null
  lapsedAt: Moment | null
  cancelledAt: Moment | null
  /** Since when it stands still; null while it runs. */
  pausedOn: Day | null
}

const COLUMNS = `id, number, kind, parent_case_id, centre_id, person_id, account_id, profession_code, profession_version_id, level, step, whose_move,
  next_due_on, assigned_to, version, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at`

export async function selectCase(sql: Sql, id: string): Promise<CaseFile | undefined> {
  return sql.maybe<CaseFile>(`select ${COLUMNS} from case_file where id = $1`, [id])
}
/** Cases by their ids, in no order. */
export async function selectCases(sql: Sql, ids: readonly string[]): Promise<CaseFile[]> {
  return sql.many<CaseFile>(`select ${COLUMNS} from case_file where id = any ($1::uuid[])`, [ids])
}
export async function selectCaseByNumber(sql: Sql, number: string): Promise<CaseFile | undefined> {
  return sql.maybe<CaseFile>(`select ${COLUMNS} from case_file where number = $1`, [number])
}
export async function lockCaseRow(sql: Sql, id: string): Promise<CaseFile | undefined> {
  return sql.maybe<CaseFile>(`select ${COLUMNS} from case_file where id = $1 for update`, [id])
}
export async function lockCaseRowByNumber(sql: Sql, number: string): Promise<CaseFile | undefined> {
  return sql.maybe<CaseFile>(`select ${COLUMNS} from case_file where number = $1 for update`, [number])
}

export async function insertCase(sql: Sql, kase: CaseFile): Promise<void> {
  await sql.run(
    `insert into case_file (id, number, kind, parent_case_id, centre_id, person_id, account_id, profession_code, profession_version_id, level, step, whose_move,
       next_due_on, assigned_to, version, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [kase.id, kase.number, kase.kind, kase.parentCaseId, kase.centreId, kase.personId, kase.accountId, kase.professionCode, kase.professionVersionId, kase.level,
      kase.step, kase.whoseMove, kase.nextDueOn, kase.assignedTo, kase.version, kase.normEdition, kase.calendarVersion, kase.openedAt, kase.openedOn, kase.movedAt, kase.closedAt])
}

export async function updateCaseState(sql: Sql, id: string, state: { step: string; whoseMove: Mover; nextDueOn: Day | null; movedAt: Moment; closedAt: Moment | null }): Promise<void> {
  await sql.run('update case_file set step = $2, whose_move = $3, next_due_on = $4, moved_at = $5, closed_at = $6, version = version + 1 where id = $1',
    [id, state.step, state.whoseMove, state.nextDueOn, state.movedAt, state.closedAt])
}

/** The case of a claimed person becomes that of the verified one. */
export async function updateCasePerson(sql: Sql, id: string, personId: string): Promise<void> {
  await sql.run('update case_file set person_id = $2, version = version + 1 where id = $1', [id, personId])
}

/** The next sequence number of a centre, year and kind; the row lock makes it gapless within committed cases. */
export async function takeSequence(sql: Sql, centreId: string, year: number, kind: CaseKind): Promise<number> {
  const row = await sql.one<{ last: number }>(
    `insert into case_sequence (centre_id, year, kind, last) values ($1, $2, $3, 1)
     on conflict (centre_id, year, kind) do update set last = case_sequence.last + 1 returning last`, [centreId, year, kind])
  return row.last
}

export async function insertDeadline(sql: Sql, deadline: Pick<Deadline, 'id' | 'caseId' | 'rule' | 'startedOn' | 'dueOn' | 'normEdition' | 'calendarVersion'>): Promise<void> {
  await sql.run('insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version) values ($1, $2, $3, $4, $5, $6, $7)',
    [deadline.id, deadline.caseId, deadline.rule, deadline.startedOn, deadline.dueOn, deadline.normEdition, deadline.calendarVersion])
}

export async function endDeadlines(sql: Sql, caseId: string, rule: string | null, column: 'met' | 'cancelled', at: Moment): Promise<void> {
  const set = column === 'met' ? 'met_at' : 'cancelled_at'
  await sql.run(`update deadline set ${set} = $3 where case_id = $1 and ($2::text is null or rule = $2) and met_at is null and cancelled_at is null`, [caseId, rule, at])
}

export async function deadlinesOf(sql: Sql, caseId: string): Promise<Deadline[]> {
  return sql.many<Deadline>(
    'select id, case_id, rule, started_on, due_on, norm_edition, calendar_version, met_at, lapsed_at, cancelled_at, paused_on from deadline where case_id = $1 order by started_on, id', [caseId])
}

export async function selectNumbers(sql: Sql, ids: readonly string[]): Promise<{ id: string; number: string }[]> {
  return sql.many('select id, number from case_file where id = any($1::uuid[])', [ids])
}
export async function updateAssigned(sql: Sql, id: string, to: string | null): Promise<void> {
  await sql.run('update case_file set assigned_to = $2, version = version + 1 where id = $1', [id, to])
}

/** A case that points at another: its appeal, its complaint. */
export interface RelatedCase {
  number: string
  kind: string
  step: string
  openedOn: Day
  closed: boolean
}
export async function selectChildren(sql: Sql, parentCaseId: string): Promise<RelatedCase[]> {
  return sql.many<RelatedCase>('select number, kind, step, opened_on, closed_at is not null as closed from case_file where parent_case_id = $1 order by opened_at', [parentCaseId])
}
/** Those of the cases that were not withdrawn. */
export async function selectNotWithdrawn(sql: Sql, ids: readonly string[]): Promise<Uuid[]> {
  return (await sql.many<{ id: Uuid }>("select id from case_file where id = any($1::uuid[]) and step <> 'withdrawn'", [ids])).map((row) => row.id)
}
/** One person's applications for one profession wait for each other until the end of the transaction: what was looked for and not found cannot appear meanwhile. */
export async function lockOpening(sql: Sql, q: { personId: string; professionCode: string }): Promise<void> {
  await sql.one("select pg_advisory_xact_lock(hashtextextended('open case:' || $1 || ':' || $2, 0))::text as locked", [q.personId, q.professionCode])
}
/** The open cases of a person for a profession, at whatever centre and of whatever level; the oldest first. */
export async function selectOpenOfProfession(sql: Sql, q: { personId: string; professionCode: string }): Promise<{ number: string; level: number }[]> {
  return sql.many<{ number: string; level: number }>(
    "select number, level from case_file where person_id = $1 and profession_code = $2 and kind = 'recognition' and closed_at is null order by opened_at, id", [q.personId, q.professionCode])
}
/** The open case of a person for a qualification, at whatever centre; there is at most one. */
export async function selectOpenNumber(sql: Sql, q: { personId: string; professionCode: string; level: number }): Promise<string | undefined> {
  const row = await sql.maybe<{ number: string }>(
    "select number from case_file where person_id = $1 and profession_code = $2 and level = $3 and kind = 'recognition' and closed_at is null", [q.personId, q.professionCode, q.level])
  return row?.number
}
