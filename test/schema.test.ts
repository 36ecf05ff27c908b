import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSchema } from '../scripts/snapshot-schema.ts'
import { freshDatabase, type FreshDatabase } from './support/database.ts'

let database: FreshDatabase
beforeAll(async () => { database = await freshDatabase() })
afterAll(() => database.drop())

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

describe('the schema', () => {
  it('is the one that schema.sql shows: after a migration run npm run db:snapshot', async () => {
    const shown = readFileSync(join(import.meta.dirname, '../schema.sql'), 'utf8')
    expect(await readSchema(database.ownerUrl)).toBe(shown)
  })

  it('knows no time without a zone', async () => {
    expect(await ask(database.ownerUrl, "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone')")).toEqual([])
  })

  it('binds the application: no superuser, no way past row-level security, no change of the journal', async () => {
    expect(await ask(database.appUrl, 'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }])
    for (const table of ['journal_entry', 'journal_checkpoint', 'answer_event', 'decision', 'vote']) {
      expect(await ask(database.appUrl, `select has_table_privilege('${table}', 'update') as u, has_table_privilege('${table}', 'delete') as d`)).toEqual([{ u: false, d: false }])
    }
    await expect(ask(database.appUrl, 'create table sneaky (id int)')).rejects.toThrow()
  })

  it('shows a stranger no case: without an actor every table of cases is empty, and nothing can be written', async () => {
    const guarded = (await ask(database.ownerUrl, "select relname from pg_class where relrowsecurity and relforcerowsecurity and relnamespace = 'public'::regnamespace")).map((row) => String(row['relname']))
    expect(guarded.length).toBeGreaterThanOrEqual(20)
    for (const table of guarded) expect(await ask(database.appUrl, `select count(*)::int as n from ${table}`)).toEqual([{ n: 0 }])
  })
})
