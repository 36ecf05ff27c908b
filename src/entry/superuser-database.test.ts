import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import { startEmbedded, type Embedded } from '#platform/db/embedded/embedded.ts'
import { openInstance } from './open-instance.ts'

/** A server that asks for passwords, as a server somebody else runs does. */
let folder: string
let server: Embedded
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tanu-superuser-'))
  server = await startEmbedded({ dataDir: join(folder, 'server'), log: () => undefined })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

it('starts with the address of a superuser, and serves as an ordinary role from the first start on', async () => {
  const { postgres } = JSON.parse(readFileSync(join(folder, 'server/postgres/tanu-passwords.json'), 'utf8')) as { postgres: string }
  const address = new URL(server.appUrl)
  Object.assign(address, { username: 'postgres', password: postgres })
  await ask(address.href, 'CREATE DATABASE given')
  address.pathname = '/given'
  const config = readConfig({ DATABASE_URL: address.href, DATA_DIR: join(folder, 'var'), DEMO: '1' })
  for (const start of ['first', 'second']) {
    const said: string[] = []
    const { world } = await openInstance(config, { say: (text) => said.push(text) })
    expect(await world.db.one('select current_user as who, session_user as was, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user'), start).toEqual({ who: 'tanu_app_given', was: 'tanu_app_given', above: false })
    expect(await ask(address.href, "select distinct usename from pg_stat_activity where datname = 'given' and pid <> pg_backend_pid()")).toEqual([{ usename: 'tanu_app_given' }])
    expect((await world.db.many('select * from region')).length).toBeGreaterThan(0)
    await expect(world.db.run("update journal_entry set payload = '{}'")).rejects.toMatchObject({ code: '42501' })
    expect(said.join('\n')).toContain('works as tanu_app_given')
    expect(said.join('\n')).not.toContain(postgres)
  }
})

it('still refuses a superuser for the requests where a second role is named for the tables', async () => {
  const { postgres } = JSON.parse(readFileSync(join(folder, 'server/postgres/tanu-passwords.json'), 'utf8')) as { postgres: string }
  const address = new URL(server.appUrl)
  Object.assign(address, { username: 'postgres', password: postgres })
  const config = readConfig({ DATABASE_URL: address.href, DATABASE_OWNER_URL: server.ownerUrl, DATA_DIR: join(folder, 'var-2'), DEMO: '1' })
  await expect(openInstance(config, { say: () => {} })).rejects.toMatchObject({ code: 'database-role' })
})
