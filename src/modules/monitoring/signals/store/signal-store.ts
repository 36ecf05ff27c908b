import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Figures, SignalKind, SignalOutcome } from '../domain/signal.ts'

export interface SignalRow {
  id: Uuid
  centreId: Uuid
  kind: SignalKind
  subject: string
  figures: Figures
  coversFrom: Day
  coversUntil: Day
  caseIds: Uuid[]
  weight: number
  firstSeenAt: Moment
  asOf: Moment
  judgedBy: Uuid | null
  judgedAt: Moment | null
  outcome: SignalOutcome | null
  words: string
  checkId: Uuid | null
}
const COLUMNS = 'id, centre_id, kind, subject, figures, covers_from, covers_until, case_ids, weight, first_seen_at, as_of, judged_by, judged_at, outcome, words, check_id'

export async function selectSignals(sql: Sql): Promise<SignalRow[]> {
  return sql.many<SignalRow>(`select ${COLUMNS} from monitoring_signal order by judged_at is not null, judged_at desc, first_seen_at desc, id`)
}
export async function selectSignal(sql: Sql, id: string): Promise<SignalRow | undefined> {
  return sql.maybe<SignalRow>(`select ${COLUMNS} from monitoring_signal where id = $1`, [id])
}
export async function lockSignal(sql: Sql, id: string): Promise<SignalRow | undefined> {
  return sql.maybe<SignalRow>(`select ${COLUMNS} from monitoring_signal where id = $1 for update`, [id])
}
/** On how many cases or marks the last judged signal of each subject rested. */
export async function selectJudgedWeights(sql: Sql): Promise<{ centreId: Uuid; kind: SignalKind; subject: string; weight: number }[]> {
  return sql.many('select centre_id, kind, subject, max(weight) as weight from monitoring_signal where judged_at is not null group by centre_id, kind, subject')
}
/** A subject has one open signal: a later computation brings its figures up to date. */
export async function keepSignal(sql: Sql, row: Omit<SignalRow, 'judgedBy' | 'judgedAt' | 'outcome' | 'words' | 'checkId'>): Promise<void> {
  await sql.run(
    `insert into monitoring_signal (id, centre_id, kind, subject, figures, covers_from, covers_until, case_ids, weight, first_seen_at, as_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (centre_id, kind, subject) where judged_at is null do update set figures = excluded.figures, covers_from = excluded.covers_from, covers_until = excluded.covers_until,
       case_ids = excluded.case_ids, weight = excluded.weight, as_of = excluded.as_of`,
    [row.id, row.centreId, row.kind, row.subject, JSON.stringify(row.figures), row.coversFrom, row.coversUntil, row.caseIds, row.weight, row.firstSeenAt, row.asOf])
}
export async function updateJudged(sql: Sql, row: { id: string; by: string; at: Moment; outcome: SignalOutcome; words: string; checkId: Uuid | null }): Promise<void> {
  await sql.run('update monitoring_signal set judged_by = $2, judged_at = $3, outcome = $4, words = $5, check_id = $6 where id = $1', [row.id, row.by, row.at, row.outcome, row.words, row.checkId])
}

export interface Computation {
  asOf: Moment
  onDay: Day
  coversFrom: Day
  coversUntil: Day
  normEdition: string
  theoryRuns: number
  practiceRuns: number
  marks: number
  clocks: number
  pairs: number
  cases: number
  papers: number
  vouchers: number
  devices: number
  found: number
}
const COMPUTATION = 'as_of, on_day, covers_from, covers_until, norm_edition, theory_runs, practice_runs, marks, clocks, pairs, cases, papers, vouchers, devices, found'
export async function insertComputation(sql: Sql, row: Computation): Promise<void> {
  await sql.run(`insert into signal_computation (${COMPUTATION}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (as_of) do nothing`,
    [row.asOf, row.onDay, row.coversFrom, row.coversUntil, row.normEdition, row.theoryRuns, row.practiceRuns, row.marks, row.clocks, row.pairs, row.cases, row.papers, row.vouchers, row.devices, row.found])
}
export async function selectLastComputation(sql: Sql): Promise<Computation | undefined> {
  return sql.maybe<Computation>(`select ${COMPUTATION} from signal_computation order by as_of desc limit 1`)
}
