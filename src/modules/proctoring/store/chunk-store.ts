import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Track } from '../domain/kinds.ts'

/** Who sealed the bytes of a piece, and so under which key of the watch they lie. */
export type SealedBy = 'server' | 'browser'
export interface Chunk {
  track: Track
  number: number
  sha256: Uint8Array
  size: number
  mediaType: string
  begins: boolean
  ms: number
  fromAt: Moment
  receivedAt: Moment
  fileKey: string
  sealedBy: SealedBy
  /** When it was found that it does not open. */
  brokenAt: Moment | null
}
const CHUNK = 'track, number, sha256, size, media_type, begins, ms, from_at, received_at, file_key, sealed_by, broken_at'

/** The number each track waits for. */
export async function selectNext(sql: Sql, sessionId: string, track: Track): Promise<number> {
  return (await sql.one<{ next: number }>('select coalesce(max(number) + 1, 0) as next from proctoring_chunk where session_id = $1 and track = $2', [sessionId, track])).next
}
export async function selectKeptChunk(sql: Sql, sessionId: string, track: Track, number: number): Promise<Pick<Chunk, 'sha256' | 'fileKey'> | undefined> {
  return sql.maybe('select sha256, file_key from proctoring_chunk where session_id = $1 and track = $2 and number = $3', [sessionId, track, number])
}
/** Writes the chunk only as the next of its track: whoever comes second with the same number finds 0 rows. */
export async function insertNextChunk(sql: Sql, row: Omit<Chunk, 'brokenAt'> & { sessionId: string; caseId: string; clientFrom: number }): Promise<number> {
  return sql.run(
    `insert into proctoring_chunk (session_id, track, number, case_id, sha256, size, media_type, begins, client_from, ms, from_at, received_at, file_key, sealed_by)
     select $1, $2, $3::int, $4, $5, $6::int, $7, $8, $9, $10::int, $11, $12, $13, $14
      where (select coalesce(max(number) + 1, 0) from proctoring_chunk where session_id = $1 and track = $2) = $3::int on conflict do nothing`,
    [row.sessionId, row.track, row.number, row.caseId, row.sha256, row.size, row.mediaType, row.begins, row.clientFrom, row.ms, row.fromAt, row.receivedAt, row.fileKey, row.sealedBy])
}
export async function selectChunks(sql: Sql, sessionId: string, track: Track): Promise<Chunk[]> {
  return sql.many<Chunk>(`select ${CHUNK} from proctoring_chunk where session_id = $1 and track = $2 order by number`, [sessionId, track])
}
/** Each track from its first piece to its last, and what is missing between for longer than so many seconds; the statement compares the pieces, so that a recording of hours is a handful of rows. */
export async function selectTrackStretches(sql: Sql, sessionId: string, gapSeconds: number): Promise<{ track: Track; fromAt: Moment; toAt: Moment; isGap: boolean }[]> {
  return sql.many(
    `with piece as (select track, number, from_at, from_at + greatest(ms, 0) * interval '1 millisecond' as to_at from proctoring_chunk where session_id = $1),
       next as (select track, from_at, to_at, max(to_at) over (partition by track order by from_at, number rows between unbounded preceding and 1 preceding) as until from piece)
     select track, min(from_at) as from_at, max(to_at) as to_at, false as is_gap from piece group by track
     union all select track, until, from_at, true from next where from_at > until + $2::int * interval '1 second' order by track, is_gap, from_at`, [sessionId, gapSeconds])
}
export async function hasBrowserPieces(sql: Sql, sessionId: string): Promise<boolean> {
  return (await sql.one<{ has: boolean }>("select exists (select 1 from proctoring_chunk where session_id = $1 and sealed_by = 'browser') as has", [sessionId])).has
}
/** Remembers since when a piece is known not to open; `first` when it is the first of its watch. */
export async function updateBroken(sql: Sql, piece: { sessionId: string; track: Track; number: number; at: Moment }): Promise<'first' | 'another' | 'known'> {
  const before = await sql.one<{ broken: number }>('select count(*)::int as broken from proctoring_chunk where session_id = $1 and broken_at is not null', [piece.sessionId])
  const written = await sql.run('update proctoring_chunk set broken_at = $4 where session_id = $1 and track = $2 and number = $3 and broken_at is null', [piece.sessionId, piece.track, piece.number, piece.at])
  return written === 0 ? 'known' : before.broken === 0 ? 'first' : 'another'
}
export interface RecordingSize {
  sessionId: Uuid
  track: Track
  chunks: number
  bytes: number
  /** Pieces of which it is known that they do not open. */
  broken: number
  fromAt: Moment
  toAt: Moment
}
export async function selectRecordingSizes(sql: Sql, sessionIds: readonly string[]): Promise<RecordingSize[]> {
  return sql.many<RecordingSize>(
    `select session_id, track, count(*)::int as chunks, sum(size)::float8 as bytes, count(broken_at)::int as broken, min(from_at) as from_at, max(from_at + ms * interval '1 millisecond') as to_at
     from proctoring_chunk where session_id = any($1::uuid[]) group by session_id, track`, [sessionIds])
}

/** A watch whose recordings may be deleted when their term is over, and what proves later which they were. */
export interface KeptRecording {
  id: Uuid
  caseId: Uuid
  endedAt: Moment
  proof: string
}
/** Recordings not erased, of watches consented to before the moment; by id, so that the next page begins after the last. */
export async function selectKeptRecordings(sql: Sql, before: Moment, page: { after: string | null; limit: number }): Promise<KeptRecording[]> {
  return sql.many<KeptRecording>(
    `select s.id, s.case_id, coalesce((select max(received_at) from proctoring_chunk c where c.session_id = s.id), s.consented_at) as ended_at,
       s.id::text || ':' || coalesce((select encode(sha256(string_agg(c.sha256, ''::bytea order by c.track, c.number)), 'hex') from proctoring_chunk c where c.session_id = s.id), '-') as proof
     from proctoring_session s where s.erased_on is null and s.consented_at < $1 and ($2::uuid is null or s.id > $2) order by s.id limit $3`, [before, page.after, page.limit])
}
/** The key goes, so that nothing can be read from now on; keys of the files are blanked, so that the sweep takes the bytes. */
export async function eraseRecordings(sql: Sql, sessionIds: readonly string[], on: string): Promise<void> {
  await sql.run('update proctoring_session set wrapped_key = null, erased_on = $2 where id = any($1::uuid[]) and erased_on is null', [sessionIds, on])
  await sql.run("update proctoring_chunk set file_key = '' where session_id = any($1::uuid[])", [sessionIds])
  await sql.run("update proctoring_picture set file_key = '' where session_id = any($1::uuid[])", [sessionIds])
}
