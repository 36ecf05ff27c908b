import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { HistoricFacts } from '../domain/historic-table.ts'

export interface HistoricRow extends Omit<HistoricFacts, 'line' | 'iin'> {
  id: Uuid
  place: number
  iinCipher: Uint8Array
  holderKey: Uint8Array
  publicName: string
  rowHash: Uint8Array
}

export interface HistoricBatch {
  id: Uuid
  origin: 'import' | 'demonstration'
  rows: number
  digest: Uint8Array
  enteredBy: Uuid | null
  enteredAt: Moment
  enteredOn: Day
}

export async function insertBatch(sql: Sql, batch: HistoricBatch): Promise<void> {
  await sql.run('insert into historic_batch (id, origin, rows, digest, entered_by, entered_at, entered_on) values ($1, $2, $3, $4, $5, $6, $7)',
    [batch.id, batch.origin, batch.rows, Buffer.from(batch.digest), batch.enteredBy, batch.enteredAt, batch.enteredOn])
}

/** Enters any number of documents of one batch in one statement. */
export async function insertHistoric(sql: Sql, batchId: Uuid, rows: readonly HistoricRow[]): Promise<void> {
  const column = <K extends keyof HistoricRow>(name: K) => rows.map((row) => row[name])
  const bytes = (name: 'iinCipher' | 'holderKey' | 'rowHash') => rows.map((row) => Buffer.from(row[name]))
  await sql.run(
    `insert into historic_document (batch_id, id, place, number, number_key, iin_cipher, holder_key, surname, given_name, patronymic, public_name, profession_code, level, centre_id, issued_on, valid_until,
       annulled_on, annulment_ground, funding, row_hash)
     select $1, n.* from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int[], $14::uuid[], $15::date[],
       $16::date[], $17::date[], $18::text[], $19::text[], $20::bytea[]) as n`,
    [batchId, column('id'), column('place'), column('number'), column('numberKey'), bytes('iinCipher'), bytes('holderKey'), column('surname'), column('givenName'), column('patronymic'), column('publicName'),
      column('professionCode'), column('level'), column('centreId'), column('issuedOn'), column('validUntil'), column('annulledOn'), column('annulmentGround'), column('funding'), bytes('rowHash')])
}

/** Which of these numbers are in the register already, and what their rows say by their hash. */
export async function selectHashesByKey(sql: Sql, keys: readonly string[]): Promise<{ numberKey: string; rowHash: Uint8Array }[]> {
  return sql.many('select number_key, row_hash from historic_document where number_key = any($1::text[])', [keys])
}

export interface PublicHistoric {
  number: string
  publicName: string
  professionCode: string
  level: number
  centreId: Uuid
  issuedOn: Day
  validUntil: Day | null
  annulledOn: Day | null
  enteredOn: Day
  origin: HistoricBatch['origin']
  iinCipher: Uint8Array
}
export async function selectHistoricByKey(sql: Sql, key: string): Promise<PublicHistoric | undefined> {
  return sql.maybe<PublicHistoric>(
    `select d.number, d.public_name, d.profession_code, d.level, d.centre_id, d.issued_on, d.valid_until, d.annulled_on, b.entered_on, b.origin, d.iin_cipher
     from historic_document d join historic_batch b on b.id = d.batch_id where d.number_key = $1`, [key])
}

/** Documents from before Tanu of these holders, the newest first. */
export async function selectHistoricOfHolders(sql: Sql, holderKeys: readonly Uint8Array[]): Promise<{ id: Uuid; number: string; holderKey: Uint8Array; professionCode: string; level: number; centreId: Uuid; issuedOn: Day; validUntil: Day | null; annulledOn: Day | null }[]> {
  return sql.many('select id, number, holder_key, profession_code, level, centre_id, issued_on, valid_until, annulled_on from historic_document where holder_key = any ($1::bytea[]) order by issued_on desc, id desc', [holderKeys.map((key) => Buffer.from(key))])
}

/** The hashes of a batch in the order of its file, with what the batch said of them. */
export async function selectBatchHashes(sql: Sql, batchId: string): Promise<Uint8Array[]> {
  return (await sql.many<{ rowHash: Uint8Array }>('select row_hash from historic_document where batch_id = $1 order by place', [batchId])).map((row) => row.rowHash)
}
export async function selectBatches(sql: Sql): Promise<HistoricBatch[]> {
  return sql.many<HistoricBatch>('select id, origin, rows, digest, entered_by, entered_at, entered_on from historic_batch order by entered_at, id')
}
