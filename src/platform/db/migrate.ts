import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts'

/** The folder that holds package.json, found upwards, so that it is right in the source tree and in the built server alike. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'migrations'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the project folder was not found')
    folder = parent
  }
  return folder
}

/** The database was made by a newer version of Tanu: refused rather than guessed at. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/** A table, another object, a function. */
const ALREADY_THERE = new Set(['42P07', '42710', '42723'])

/** Applies every migration that is missing, as the owner; then gives the application role exactly what it needs. */
export async function migrate(ownerUrl: string, { appRole }: { appRole?: string } = {}): Promise<string[]> {
  const folder = join(projectRoot(), 'migrations')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC' })
  client.on('error', () => {})
  await client.connect()
  const applied: string[] = []
  try {
    // Two first starts on one database: the second waits, and finds everything made.
    await client.query("select pg_advisory_lock(hashtext('tanu migrations'))")
    await client.query('create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null)')
    const known = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
    const done = new Map(known.rows.map((row) => [row.name, row.sha256]))
    for (const name of done.keys()) if (!files.includes(name)) throw new NewerDatabaseError(name)
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = done.get(name)
      if (before === sha256) continue
      if (before) {
        throw new StartRefusal('database-foreign', `The database was made by another edition of Tanu (the migration ${name} it was made with is not ours): start the one that made it, or use an empty database.`)
      }
      await client.query('begin')
      try {
        const claimed = await client.query('insert into schema_migration (name, sha256, applied_at) values ($1, $2, clock_timestamp()) on conflict do nothing', [name, sha256])
        if (claimed.rowCount === 1) {
          await client.query(text)
          applied.push(name)
        }
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        if (error instanceof pg.DatabaseError && ALREADY_THERE.has(error.code ?? '')) {
          throw new StartRefusal('database-foreign', `The database holds something that is not Tanu's (${error.message}): give Tanu an empty database of its own.`, { cause: error })
        }
        throw error
      }
    }
    if (appRole) await grantToApplication(client, appRole)
  } finally {
    await client.end()
  }
  return applied
}

const APPEND_ONLY = ['journal_entry', 'journal_checkpoint', 'journal_checkpoint_head', 'journal_checkpoint_key', 'answer_event', 'vote', 'decision', 'potential_centre_note', 'monitoring_finding', 'monitoring_report', 'remedy_extension', 'remedy_answer', 'retention_deletion']
/** Rows that move on, but that nobody takes away. */
const NEVER_DELETED = ['monitoring_check', 'remedy_order', 'monitoring_signal', 'signal_computation', 'retention_sweep']

async function grantToApplication(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole)
  await client.query(`grant usage on schema public to ${role}`)
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${role}`)
  await client.query(`revoke update, delete, truncate on ${APPEND_ONLY.join(', ')} from ${role}`)
  await client.query(`revoke delete, truncate on ${NEVER_DELETED.join(', ')} from ${role}`)
  await client.query(`revoke insert, update, delete on schema_migration from ${role}`)
}
