import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { FormQuestion } from '../domain/grading.ts'

// Raw and set-based, since every keystroke of a whole room passes here: four statements for up to two hundred people.

export interface AnsweringRun {
  id: Uuid
  attemptId: Uuid
  centreId: Uuid
  caseAccountId: Uuid | null
  normEdition: string
  seatCodeHash: Uint8Array | null
  form: FormQuestion[]
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  lastSeq: number | null
  lastHash: Uint8Array | null
  warnings: number
}

/** Locks the runs in the order of their ids, so that two batches never wait for each other. */
export async function lockAnsweringRuns(sql: Sql, ids: readonly string[]): Promise<Omit<AnsweringRun, 'form'>[]> {
  return sql.many<Omit<AnsweringRun, 'form'>>(
    `select r.id, r.attempt_id, c.centre_id, c.account_id as case_account_id, c.norm_edition, r.seat_code_hash, r.started_at, r.ends_at, r.end_kind,
       e.seq as last_seq, e.hash as last_hash,
       (select count(*) from violation v where v.attempt_id = r.attempt_id and v.acknowledged_at is null) as warnings
     from theory_run r join case_file c on c.id = r.case_id
     left join lateral (select seq, hash from answer_event where run_id = r.id order by seq desc limit 1) e on true
     where r.id = any($1) order by r.id for no key update of r`, [ids])
}

/** The forms of runs; a form is drawn once and never changes. */
export async function selectForms(sql: Sql, ids: readonly string[]): Promise<{ id: string; form: AnsweringRun['form'] }[]> {
  return sql.many('select id, form from theory_run where id = any($1)', [ids])
}

export interface NewAnswerEvent {
  runId: string
  seq: number
  itemNo: number
  chosen: readonly string[]
  receivedAt: Moment
  hash: Uint8Array
}

export async function selectEvents(sql: Sql, wanted: readonly { runId: string; seq: number }[]): Promise<{ runId: string; seq: number; itemNo: number; chosen: string[] }[]> {
  return sql.many(
    `select e.run_id, e.seq, e.item_no, e.chosen from answer_event e join unnest($1::uuid[], $2::int[]) as w (run_id, seq) on e.run_id = w.run_id and e.seq = w.seq`,
    [wanted.map((each) => each.runId), wanted.map((each) => each.seq)])
}

/** Appends to the log and brings the current view up to it in one statement; the guard keeps a newer answer from an older one. */
export async function insertAnswerEvents(sql: Sql, events: readonly NewAnswerEvent[]): Promise<void> {
  const columns = [
    events.map((each) => each.runId), events.map((each) => each.seq), events.map((each) => each.itemNo),
    events.map((each) => JSON.stringify(each.chosen)), events.map((each) => each.receivedAt), events.map((each) => Buffer.from(each.hash)),
  ]
  await sql.run(
    `with sent as (
       select run_id, seq, item_no, array(select jsonb_array_elements_text(chosen)) as chosen, received_at, hash
       from unnest($1::uuid[], $2::int[], $3::int[], $4::jsonb[], $5::timestamptz[], $6::bytea[]) as s (run_id, seq, item_no, chosen, received_at, hash)
     ), logged as (
       insert into answer_event (run_id, seq, item_no, chosen, received_at, hash) select run_id, seq, item_no, chosen, received_at, hash from sent
     )
     insert into answer (run_id, item_no, chosen, seq)
     select distinct on (run_id, item_no) run_id, item_no, chosen, seq from sent order by run_id, item_no, seq desc
     on conflict (run_id, item_no) do update set chosen = excluded.chosen, seq = excluded.seq where excluded.seq > answer.seq`, columns)
}
