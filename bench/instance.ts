import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { cpuMsOf } from './load.ts'

export interface Bench {
  own: { url: string; pid: number }
  floor: { url: string; pid: number }
  /** The process of PostgreSQL that starts one for each connection. */
  postgres: number
  /** As the owner, to seed what the acts would take hours to make. */
  owner: pg.Client
  ownerUrl: string
  appUrl: string
  dataDir: string
  machine: string
  /** Cookie and CSRF token of a demonstration person. */
  signIn(key: string): Promise<{ cookie: string }>
  end(): Promise<void>
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address!.port : 0))
    })
  })
}

/** Starts the built server and answers how long it took until its first page. */
export async function startOwn(environment: Record<string, string>): Promise<{ child: ChildProcess; url: string; milliseconds: number }> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, ['dist/server/server.js'], { cwd: projectRoot(), env: { PATH: process.env['PATH'], ...(process.env['BENCH_NODE_OPTIONS'] ? { NODE_OPTIONS: process.env['BENCH_NODE_OPTIONS'] } : {}), ...environment, PORT: String(port), LOG_LEVEL: 'silent' }, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server ended at once')
    if (await fetch(`${url}/kk`).then((answer) => answer.ok, () => false)) return { child, url, milliseconds: performance.now() - begun }
    if (performance.now() - begun > 180_000) throw new Error('the server did not start')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** The demonstration leaves some hundred papers to be pressed; until they are, every figure would measure the press. */
async function papersArePressed(owner: pg.Client): Promise<void> {
  await owner.query("select set_config('tanu.scope', 'system', false)")
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await owner.query<{ waiting: string }>('select (select count(*) from paper where rendered_at is null and next_try_at is not null) + (select count(*) from letter where sent_at is null and next_try_at is not null) as waiting')
    if (Number(rows[0]!.waiting) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** What a server does after its start (sealing papers, first counts) takes a third of a core for a while; a measure begins when it has become still. */
async function standsStill(pid: number): Promise<void> {
  for (let tries = 0, still = 0; tries < 120 && still < 3; tries++) {
    const before = cpuMsOf(pid)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    still = cpuMsOf(pid) - before <= 50 ? still + 1 : 0
  }
}

/** One PostgreSQL with everything durable; the product and the floor beside it stand on the same one. */
export async function openBench(): Promise<Bench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tanu-bench-'))
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'db'), log: () => undefined })
  const own = await startOwn({ DATABASE_URL: embedded.appUrl, DATABASE_OWNER_URL: embedded.ownerUrl, DEMO: '1', DATA_DIR: join(dataDir, 'own') })
  const floor = spawn(process.execPath, ['bench/floor.ts', embedded.ownerUrl], { cwd: projectRoot(), stdio: ['ignore', 'pipe', 'inherit'] })
  const floorPort = await new Promise<string>((resolve) => floor.stdout!.once('data', (data: Buffer) => resolve(data.toString().trim())))
  const owner = new pg.Client({ connectionString: embedded.ownerUrl })
  await owner.connect()
  await papersArePressed(owner)
  await standsStill(own.child.pid!)
  const { rows } = await owner.query<{ v: string }>("select current_setting('server_version') as v")
  return {
    own: { url: own.url, pid: own.child.pid! }, floor: { url: `http://127.0.0.1:${floorPort}`, pid: floor.pid! }, owner, ownerUrl: embedded.ownerUrl, postgres: Number.parseInt(readFileSync(join(dataDir, 'db', 'postgres', 'postmaster.pid'), 'utf8'), 10), appUrl: embedded.appUrl, dataDir,
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${rows[0]!.v} (embedded, fsync on)`,
    async signIn(key) {
      const page = await fetch(`${own.url}/kk/demo`)
      const visit = page.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())![1]!
      const answer = await fetch(`${own.url}/kk/demo`, { method: 'POST', redirect: 'manual', headers: { cookie: visit, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ csrf, person: key }).toString() })
      const session = answer.headers.getSetCookie().map((line) => line.split(';')[0]).find((line) => line?.includes('session'))
      if (!session) throw new Error(`could not sign in as ${key}: ${answer.status}`)
      return { cookie: session }
    },
    async end() {
      await owner.end()
      await Promise.all([stop(own.child), stop(floor)])
      await embedded.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
