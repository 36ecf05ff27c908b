import type { Client } from 'pg'

/** Tables that are filled straight by SQL; what their rows would point at is not made. */
const FILLED = ['case_file', 'deadline', 'decision', 'recognition_document', 'appeal', 'journal_entry']
/** Entries of the timeline of one case. */
export const ENTRIES_A_CASE = 5

/** A number that looks drawn by lot and is the same at every making: 0 … `size` − 1. */
const lot = (salt: number, size: number): string => `(hashint4(n + ${salt * 100_000_000}) & 2147483647) % ${size}`

/** Once, before the first rows: references would be looked up for every row, and to rows that are not there. */
export async function withoutReferences(owner: Client): Promise<void> {
  await owner.query("select set_config('tanu.scope', 'system', false)")
  await owner.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'")
  const { rows } = await owner.query<{ table: string; name: string }>("select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)", [FILLED])
  for (const { table, name } of rows) await owner.query(`alter table ${table} drop constraint ${name}`)
}

/**
 * Cases `from` … `to` with their terms, decisions, documents and entries. Indexes that no constraint needs are made anew afterwards, and the constraints
 * that are nothing but an index too: a million rows go into a bare table some ten times faster.
 */
export async function makeRows(owner: Client, from: number, to: number): Promise<void> {
  const big = to - from > 50_000
  // The server must not count while the tables stand without their indexes.
  await owner.query("select pg_advisory_lock(hashtext('statistics_progress'))")
  const again = big ? await withoutIndexes(owner) : []
  for (const statement of statements(from, to)) await owner.query(statement)
  for (const statement of again) await owner.query(statement)
  for (const table of FILLED) await owner.query(`analyze ${table}`)
  // Rows that came in by no act: the count has to begin anew.
  await owner.query('truncate statistics_summary, statistics_day, statistics_progress')
  await owner.query("select pg_advisory_unlock(hashtext('statistics_progress'))")
}

/** Takes the indexes away and answers how they are made again. */
async function withoutIndexes(owner: Client): Promise<string[]> {
  const constraints = await owner.query<{ table: string; name: string; said: string }>(
    "select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as said from pg_constraint where contype in ('p', 'u') and conrelid::regclass::text = any($1)", [FILLED])
  const indexes = await owner.query<{ name: string; said: string }>(
    "select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as said from pg_index i where indrelid::regclass::text = any($1) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)", [FILLED])
  // References of other tables need the keys; they go with them and do not come back.
  for (const { table, name } of constraints.rows) await owner.query(`alter table ${table} drop constraint ${name} cascade`)
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`)
  return [...constraints.rows.map(({ table, name, said }) => `alter table ${table} add constraint ${name} ${said}`), ...indexes.rows.map(({ said }) => said)]
}

/** Days lie between January 2021 and November 2026; every fiftieth failure is appealed against and mended. */
function statements(from: number, to: number): string[] {
  return [
    `create temporary table made as select n, gen_random_uuid() as id, (array(select id from centre order by serial))[1 + ${lot(1, 16)}] as centre_id, 'K-' || lpad((1 + ${lot(2, 85)})::text, 4, '0') as code, date '2021-01-04' + ${lot(3, 2100)} as on_day
       from generate_series(${from}, ${to}) n`,
    `insert into case_file (id, number, kind, centre_id, person_id, profession_code, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at)
       select id, 'S-' || n, 'recognition', centre_id, id, code, 4, 'closed', 'nobody', e.edition, v.version, on_day, on_day, on_day + 40, on_day + 40
       from made, (select edition from norm_edition limit 1) e, (select version from calendar_version limit 1) v`,
    `insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version, met_at)
       select gen_random_uuid(), id, (array['T1', 'T2', 'T4', 'T5'])[k], on_day + k * 4, on_day + k * 4 + 5, e.edition, 'x', (on_day + k * 4 + case when n % 50 = k then 8 else 3 end)::timestamptz
       from made, generate_series(1, 4) k, (select edition from norm_edition limit 1) e`,
    `insert into decision (id, case_id, attempt_id, number, outcome, ground, panel_id, decided_at, decided_on, protocol_paper_id)
       select gen_random_uuid(), id, id, 'S-' || n, case when n % 20 = 0 then 'fail' else 'pass' end, case when n % 20 = 0 then 'THEORY_NOT_PASSED' end, id, on_day + 24, on_day + 24, id from made
       union all select gen_random_uuid(), id, id, 'S-' || n || '-2', 'pass', null, id, on_day + 34, on_day + 34, id from made where n % 1000 = 0`,
    `insert into recognition_document (id, number, case_id, decision_id, centre_id, certificate_id, person_id, profession_code, level, holder_surname, holder_given_name, public_name, issued_at, issued_on, valid_until, annulled_on, issued_by, paper_id, holder_key, funding)
       select gen_random_uuid(), 'S-' || n, id, id, centre_id, id, id, code, 4, 'A', 'B', 'B A.', issued, issued, case when n % 3 = 0 then issued + 1096 end, case when n % 997 = 0 then issued + 30 end, id, id,
         decode(md5((${lot(4, 900_000)})::text) || md5('k'), 'hex'), (array['own', 'employer', 'voucher'])[1 + n % 3]
       from (select *, on_day + 20 + ${lot(5, 25)} as issued from made where n % 20 <> 0) made`,
    `with lodged as (insert into case_file (id, number, kind, parent_case_id, centre_id, person_id, profession_code, level, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at, closed_at)
       select gen_random_uuid(), 'A-' || n, 'appeal', id, centre_id, id, code, 4, 'closed', 'nobody', e.edition, v.version, on_day + 27, on_day + 27, on_day + 40, on_day + 40
       from made, (select edition from norm_edition limit 1) e, (select version from calendar_version limit 1) v where n % 200 = 0 returning id, number, opened_at)
     insert into appeal (case_id, decision_id, ground, lodged_at, outcome, decided_at) select id, gen_random_uuid(), 'x', opened_at, case when right(number, 3) = '000' then 'upheld-pass' else 'rejected' end, opened_at + interval '5 days' from lodged`,
    `insert into journal_entry (id, chain, seq, kind, payload, actor_kind, at, on_day, previous_hash, hash)
       select gen_random_uuid(), 'case:' || id, k, 'step', '{"from": "a", "to": "b"}', 'system', on_day + k * 5 + (n % 86400) * interval '1 second', on_day + k * 5, '\\x00', '\\x00' from made, generate_series(1, ${ENTRIES_A_CASE}) k`,
    'drop table made',
  ]
}
