import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import type { Sql } from '#platform/db/database.ts'
import type { FormQuestion } from '../domain/grading.ts'

// Raw and set-based, since every keystroke of a whole room passes here: one statement for up to two hundred people, a few when in doubt.

export interface AnsweringRun {
  id: Uuid
  attemptId: Uuid
  centreId: Uuid
  caseAccountId: Uuid | null
  normEdition: string
  seatCodeHash: Uint8Array | null
  /** Of a theory on line: the computer at which it is written; null in the centre. */
  device: Uuid | null
  form: FormQuestion[]
  startedAt: Moment | null
  endsAt: Moment | null
  endKind: string | null
  haltedAt: Moment | null
  lastSeq: number | null
  lastHash: Uint8Array | null
  warnings: number
}

/**
 * Locks the runs in the order of their ids, so that two batches never wait for each other; then looks, since a statement that had to
 * wait would still see the log as it was before.
 */
export async function lockAnsweringRuns(sql: Sql, ids: readonly string[]): Promise<Omit<AnsweringRun, 'form'>[]> {
  await sql.run('select 1 from theory_run where id = any($1) order by id for no key update', [ids])
  return sql.many<Omit<AnsweringRun, 'form'>>(
    `select r.id, r.attempt_id, c.centre_id, c.account_id as case_account_id, c.norm_edition, r.seat_code_hash, r.device, r.started_at, r.ends_at, r.end_kind, r.halted_at,
       e.seq as last_seq, e.hash as last_hash, r.unread_warnings as warnings
     from theory_run r join case_file c on c.id = r.case_id
     left join lateral (select seq, hash from answer_event where run_id = r.id order by seq desc limit 1) e on true
     where r.id = any($1)`, [ids])
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

/** The time of the last sign of life of exam pages, one short row per run beside the hot tables; a sign within the same seconds is not written again. */
export async function upsertSigns(sql: Sql, runIds: readonly string[], at: Moment): Promise<void> {
  await sql.run(
    `insert into seat_sign (run_id, at) select id, $2 from unnest($1::uuid[]) as s (id)
     on conflict (run_id) do update set at = excluded.at where seat_sign.at < excluded.at - interval '4 seconds'`, [runIds, at])
}

/** Appends to the log; what a candidate answers now is read off it. */
export async function insertAnswerEvents(sql: Sql, events: readonly NewAnswerEvent[]): Promise<void> {
  await sql.run(
    `insert into answer_event (run_id, seq, item_no, chosen, received_at, hash)
     select run_id, seq, item_no, array(select jsonb_array_elements_text(chosen)), received_at, hash
     from unnest($1::uuid[], $2::int[], $3::int[], $4::jsonb[], $5::timestamptz[], $6::bytea[]) as s (run_id, seq, item_no, chosen, received_at, hash)`,
    [events.map((each) => each.runId), events.map((each) => each.seq), events.map((each) => each.itemNo), events.map((each) => JSON.stringify(each.chosen)), events.map((each) => each.receivedAt), events.map((each) => Buffer.from(each.hash))])
}

/** The next event of a run, with what it rests on: whose the run is, which event it follows, when it ends and what the candidate was told of warnings. */
export interface FollowingEvent extends NewAnswerEvent {
  /** The hash of the event before; null for the first. */
  previous: Uint8Array | null
  accountId: string | null
  seatCodeHash: Uint8Array | null
  /** The computer that sends it, where it says so. */
  device: string | null
  endsAt: Moment
  warnings: number
  /** The sign-in that must stand as it is believed; absent where it was looked up before. */
  signIn?: BelievedSignIn | undefined
}

/** Columns of what is sent, each with its type; the order is that of the parameters. */
type Sent<Event> = readonly (readonly [name: string, type: string, value: (event: Event) => unknown])[]
const RUN: Sent<FollowingEvent> = [
  ['run_id', 'uuid', (each) => each.runId], ['seq', 'int', (each) => each.seq], ['item_no', 'int', (each) => each.itemNo], ['chosen', 'text', (each) => arrayText(each.chosen)],
  ['received_at', 'timestamptz', (each) => each.receivedAt], ['hash', 'bytea', (each) => each.hash], ['previous', 'bytea', (each) => each.previous], ['account_id', 'uuid', (each) => each.accountId],
  ['seat_code_hash', 'bytea', (each) => each.seatCodeHash], ['device', 'uuid', (each) => each.device], ['ends_at', 'timestamptz', (each) => each.endsAt], ['warnings', 'int', (each) => each.warnings],
]
const SIGN_IN: Sent<FollowingEvent> = [
  ['token', 'bytea', (each) => each.signIn!.tokenHash], ['session_id', 'uuid', (each) => each.signIn!.sessionId], ['at', 'timestamptz', (each) => each.signIn!.at],
  ['seen_since', 'timestamptz', (each) => each.signIn!.seenSince], ['rotated_since', 'timestamptz', (each) => each.signIn!.rotatedSince],
]

/** The statement with one event in itself, which is planned without a list, and with many as lists. */
function appending(sent: Sent<FollowingEvent>, confirm: string): { sent: Sent<FollowingEvent>; one: string; many: string } {
  const from = (source: string): string =>
    `insert into answer_event (run_id, seq, item_no, chosen, received_at, hash)
     select s.run_id, s.seq, s.item_no, s.chosen::text[], s.received_at, s.hash
     from (${source}) s (${sent.map(([name]) => name).join(', ')}) join theory_run r on r.id = s.run_id ${confirm}
     where r.end_kind is null and r.halted_at is null and date_trunc('milliseconds', r.ends_at) = s.ends_at and r.unread_warnings = s.warnings
       and r.account_id is not distinct from s.account_id and r.seat_code_hash is not distinct from s.seat_code_hash
       and (r.device is null or r.device = s.device)
       and (select e.hash from answer_event e where e.run_id = s.run_id and e.seq = s.seq - 1) is not distinct from s.previous
     for share of r skip locked
     returning run_id`
  return {
    sent,
    one: from(`values (${sent.map(([, type], place) => `$${place + 1}::${type}`).join(', ')})`),
    many: from(`select * from unnest(${sent.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ')})`),
  }
}
const APPEND = appending(RUN, '')
const APPEND_CONFIRMED = appending([...RUN, ...SIGN_IN], 'cross join lateral living_sign_in(s.token, s.session_id, s.account_id, s.at, s.seen_since, s.rotated_since) l')

/**
 * Appends one event to each run that is as it was believed to be: writing, not standing still, with the same end and no warning more, of the same person or seat, at the
 * computer where it is written, under a living sign-in, and with a log that ends with the event before. Answers the runs that were; what it leaves out was not so, or is just
 * being handed in or written by somebody else: it waits for nobody. The lock keeps an end from coming between the look and the commit; the key of the log refuses the whole
 * statement when another process has just written the same number.
 */
export async function appendEvents(sql: Sql, events: readonly FollowingEvent[]): Promise<ReadonlySet<string>> {
  const written = new Set<string>()
  for (const [statement, some] of [[APPEND_CONFIRMED, events.filter((each) => each.signIn)], [APPEND, events.filter((each) => !each.signIn)]] as const) {
    const rows = some.length === 0 ? [] : await sql.many<{ runId: string }>(
      ...(some.length === 1 ? [statement.one, statement.sent.map(([, , value]) => value(some[0]!))] as const : [statement.many, statement.sent.map(([, , value]) => some.map(value))] as const))
    for (const { runId } of rows) written.add(runId)
  }
  return written
}

/** A list of texts as PostgreSQL writes it, since an array of lists of different lengths cannot be sent. */
function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}
