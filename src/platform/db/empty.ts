import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { projectRoot } from './migrate.ts'

/** What says which database this is stays when it is emptied. */
const KEPT = new Set(['schema_migration', 'instance'])

/** Empties every table the migrations made, as their owner, all or none. Only a demonstration is ever emptied; tables of others are not touched. */
export async function emptyDemonstration(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ kind: string }>('select kind from instance')
    if (rows[0]?.kind !== 'demonstration') throw new Error('only a demonstration is emptied')
    const tables = tablesOfMigrations().filter((name) => !KEPT.has(name)).map((name) => pg.escapeIdentifier(name))
    // The journal refuses to be emptied by anybody; its owner has to take the guard away first, and puts it back.
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    await client.query(`truncate ${tables.join(', ')} restart identity`)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Tables that migrations made and none has dropped since. */
function tablesOfMigrations(): string[] {
  const folder = join(projectRoot(), 'migrations')
  const tables = new Set<string>()
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.sql')).sort()) {
    for (const [, verb, table] of readFileSync(join(folder, name), 'utf8').matchAll(/^(create|drop) table (\w+)/gim)) {
      if (verb!.toLowerCase() === 'create') tables.add(table!)
      else tables.delete(table!)
    }
  }
  return [...tables]
}
