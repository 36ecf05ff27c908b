import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isAlive, waitUntilGone } from './processes.ts';
import { type WayToRunName } from './way-to-run.ts';

const CHILD = join(import.meta.dirname, '../../../../test/support/start-embedded-child.ts');

/** A folder that was started and stopped once: copying it is quicker than a first start for each test. */
let prepared: string;
let folder: string;
let dataDir: string;
let running: Embedded[];
let children: ChildProcess[];

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'tanu-prepared-'));
  await (await startEmbedded({ dataDir: prepared, log: () => undefined })).stop();
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tanu-embedded-'));
  dataDir = join(folder, 'var');
  cpSync(prepared, dataDir, { recursive: true });
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const embedded of running) await embedded.stop();
  const pid = findServerPid();
  if (pid !== undefined) await waitUntilGone(pid, 10_000);
  rmSync(folder, { recursive: true, force: true });
});

async function start(ways?: readonly WayToRunName[]): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log: () => undefined, ...(ways === undefined ? {} : { ways }) });
  running.push(embedded);
  return embedded;
}

/** Starts the server from a process of its own, which a test may kill. */
async function startElsewhere(address: string): Promise<{ child: ChildProcess; appUrl: string }> {
  const child = spawn(process.execPath, [CHILD, dataDir, address], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, appUrl: line.toString().trim() };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function findServerPid(): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

describe('the embedded PostgreSQL', () => {
  it('keeps rows over a restart and leaves no process when stopped', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    const pid = findServerPid() as number;
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);

    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    expect(second.adopted).toBe(false);
  });

  it('gives the application a role that is neither superuser nor above row-level security', async () => {
    const { appUrl, ownerUrl } = await start();
    const sql = 'SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty FROM pg_roles WHERE rolname = current_user';
    expect(await query(appUrl, sql)).toEqual([{ rolname: 'tanu_app', mighty: false }]);
    expect(await query(ownerUrl, sql)).toEqual([{ rolname: 'tanu_owner', mighty: false }]);
    await expect(query(appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('asks for a password that only its owner may read', async () => {
    const { appUrl } = await start();
    await expect(query(appUrl.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDir, 'postgres', 'tanu-passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  });

  it('refuses a second start on the same folder and names the address of the first', async () => {
    const { child } = await startElsewhere('http://127.0.0.1:3000');
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} is in use by another Tanu (process ${child.pid}) at http://127.0.0.1:3000.`,
    );
    expect(isAlive(findServerPid() as number)).toBe(true);
  });

  it('comes back on the same address when it ends unasked, with what it had confirmed', async () => {
    const told: string[] = [];
    let found: () => void = () => undefined;
    const isBack = new Promise<void>((resolve) => (found = resolve));
    const embedded = await startEmbedded({ dataDir, log: () => undefined, onLost: (reason) => void told.push(reason.code), onFound: () => found() });
    running.push(embedded);
    await query(embedded.ownerUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    process.kill(findServerPid() as number, 'SIGKILL');
    await isBack;
    expect(told).toEqual(['database-does-not-start']);
    expect(await query(embedded.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
    await embedded.stop();
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it.runIf(process.platform === 'linux')('leaves no server when its parent is killed, and its rows to the next start', async () => {
    const { child, appUrl } = await startElsewhere('http://127.0.0.1:3000');
    expect(await query(appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const pid = findServerPid() as number;
    child.kill('SIGKILL');
    expect(await waitUntilGone(pid, 10_000)).toBe(true);

    const next = await start();
    expect(await query(next.appUrl, 'SELECT current_database() AS name')).toEqual([{ name: 'tanu' }]);
  });

  it('takes over a server that outlived the start that made it', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    const orphan = findServerPid() as number;
    // As a killed start leaves it: the lock names a process that is gone, the server runs.
    writeFileSync(join(dataDir, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, startTicks: '1', address: 'http://127.0.0.1:1' }));

    const second = await start();
    expect(second.adopted).toBe(true);
    expect(isAlive(orphan)).toBe(false);
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
  });

  it('starts although the number of its dead server now belongs to another program', async () => {
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'postgres')}\n`);
    const { adopted, appUrl } = await start();
    expect(adopted).toBe(false);
    expect(await query(appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts over where a first start broke off while making the folder', async () => {
    rmSync(dataDir, { recursive: true });
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    const { appUrl } = await start();
    expect(await query(appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).sort()).toEqual(['cache', 'files', 'lock', 'postgres']);
  });

  it('clears away what a first start left that was killed while it made the folder, password and all', async () => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const fresh = join(folder, 'fresh');
    const child = spawn(process.execPath, [CHILD, fresh], { stdio: 'ignore', env: { ...process.env, TMPDIR: temporary } });
    children.push(child);
    const passwordFiles = (): string[] => readdirSync(temporary, { recursive: true }).map(String).filter((name) => name.endsWith('password'));
    for (let tries = 0; passwordFiles().length === 0 && tries < 5_000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(passwordFiles()).toHaveLength(1);
    vi.stubEnv('TMPDIR', temporary);
    try {
      running.push(await startEmbedded({ dataDir: fresh, log: () => undefined }));
    } finally {
      vi.unstubAllEnvs();
    }
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(fresh).sort()).toEqual(['cache', 'files', 'lock', 'postgres']);
  });

  it('refuses a folder that a newer PostgreSQL wrote, and lets go of it', async () => {
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '99\n');
    await expect(start()).rejects.toMatchObject({ code: 'data-folder-newer', message: expect.stringContaining('PostgreSQL 99') as string });
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)('runs as another uid where user namespaces are forbidden, and back again', async () => {
    rmSync(dataDir, { recursive: true });
    const first = await start(['other-uid']);
    await query(first.ownerUrl, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(65534);
    await first.stop();
    const second = await start();
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(0);
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
  });

  it('refuses in one sentence when no way to run is left', async () => {
    await expect(start([])).rejects.toMatchObject({ code: 'no-embedded-database' });
  });
});
