import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import { Denial } from '#kernel/denial.ts';
import { isConnectionLost, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { makeDataFolder } from './data-folder.ts';
import { assertNewEnough, assertUsableDatabase } from './database-check.ts';
import { findRefusal } from './fatal.ts';
import { StartRefusal } from './start-refusal.ts';

function systemError(fields: Record<string, unknown>): Error {
  return Object.assign(new Error('raw'), fields);
}

async function runScript(source: string): Promise<{ child: ChildProcess; ended: Promise<{ code: number | null; out: string; err: string }> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return { child, ended };
}

describe('an error that ends the start', () => {
  it.each<[Error, string, RegExp]>([
    [systemError({ code: 'EADDRINUSE', syscall: 'listen', address: '127.0.0.1', port: 3000 }), 'port-in-use', /^Port 3000 on 127\.0\.0\.1 is in use/],
    [systemError({ code: 'EACCES', syscall: 'listen', port: 80 }), 'port-in-use', /may not open port 80/],
    [systemError({ code: 'EACCES', syscall: 'mkdir', path: '/data' }), 'data-folder-not-writable', /^\/data /],
    [systemError({ code: 'ENOSPC', syscall: 'write' }), 'disk-full', /disk .* full/],
    [new Denial('file.disk-full'), 'disk-full', /disk .* full/],
    [systemError({ code: 'EDQUOT', syscall: 'write' }), 'disk-full', /disk .* full/],
    [systemError({ code: '42501', severity: 'ERROR' }), 'database-role', /DATABASE_OWNER_URL/],
    [systemError({ code: '53100', severity: 'ERROR' }), 'disk-full', /disk .* full/],
    [systemError({ code: 'ECONNREFUSED', syscall: 'connect' }), 'database-unreachable', /does not answer \(ECONNREFUSED\)/],
    [systemError({ code: '28P01', severity: 'FATAL' }), 'database-unreachable', /refuses us/],
    [new AggregateError([systemError({ code: 'ECONNREFUSED' }), systemError({ code: 'ECONNREFUSED' })]), 'database-unreachable', /does not answer/],
    [Object.assign(new Error('0099_later.sql'), { name: 'NewerDatabaseError' }), 'data-folder-newer', /0099_later\.sql/],
    [new StartRefusal('data-folder-in-use', 'The folder is in use.'), 'data-folder-in-use', /^The folder is in use\.$/],
  ])('%o becomes one sentence', (error, code, sentence) => {
    const refusal = findRefusal(error);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toMatch(sentence);
    expect(refusal?.message).toMatch(/^[^\n]+\.$/);
  });

  it('is not explained away when nobody foresaw it', () => {
    expect(findRefusal(new TypeError('x is not a function'))).toBeUndefined();
    expect(findRefusal('text')).toBeUndefined();
  });

  it('ends the process with the sentence alone when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { ended } = await runScript(`
      import { createServer } from 'node:http';
      import { fatal } from './fatal.ts';
      createServer().on('error', fatal).listen(${port}, '127.0.0.1');`);
    const { code, err } = await ended;
    taken.close();
    expect(code).toBe(1);
    expect(err).toBe(`Port ${port} on 127.0.0.1 is in use by another program: set PORT to a free one.\n`);
  });
});

describe('the end of the process', () => {
  it('closes the last opened first and leaves with 0', async () => {
    const { child, ended } = await runScript(`
      import { onShutdown } from './shutdown.ts';
      onShutdown(() => console.log('database'));
      onShutdown(async () => { await new Promise((go) => setTimeout(go, 20)); console.log('http'); });
      setInterval(() => undefined, 1000); console.log('up');`);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, out: 'up\nhttp\ndatabase\n', err: '' });
  });

  it('is told nothing of a start that fails because it is being ended', async () => {
    const { child, ended } = await runScript(`
      import { endFailedStart, onShutdown } from './shutdown.ts';
      let fail;
      onShutdown(async () => { fail(new Error('closed')); await new Promise((go) => setTimeout(go, 20)); });
      setInterval(() => undefined, 1000); console.log('up');
      await new Promise((_, no) => (fail = no)).catch(endFailedStart);`);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, out: 'up\n', err: '' });
  });

  it('closes the rest although one part fails, and leaves with 1', async () => {
    const { ended } = await runScript(`
      import { onShutdown, shutDown } from './shutdown.ts';
      onShutdown(() => console.log('database'));
      onShutdown(() => { throw new Error('stuck'); });
      await shutDown(0);`);
    expect(await ended).toEqual({ code: 1, out: 'database\n', err: 'A part did not close in order: stuck\n' });
  });
});

describe('a folder of the data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tanu-data-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made for its owner alone, with what is missing above it, and found the next time', () => {
    const path = join(folder, 'a', 'b');
    makeDataFolder(path);
    makeDataFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  it('is refused in one sentence where a file stands in its way', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      expect(() => makeDataFolder(path)).toThrow(`The data folder ${path} is or lies in a file, not a folder: set DATA_DIR to a folder this user may write.`);
    }
  });

  it.runIf(process.platform === 'linux')('is refused at once where nobody can make a folder', () => {
    expect(() => makeDataFolder('/proc/tanu/var')).toThrow(/^The data folder \/proc\/tanu\/var cannot be written \(\w+\): set DATA_DIR/);
  });
});

describe('the database of DATABASE_URL', () => {
  it('serves an ordinary role', async () => {
    const database = await freshDatabase();
    await expect(assertUsableDatabase(database.appUrl)).resolves.toBeUndefined();
    await database.drop();
  });

  it('is refused for a superuser, and for a role above row-level security', async () => {
    const { adminUrl, host, port } = inject('database');
    await expect(assertUsableDatabase(adminUrl)).rejects.toMatchObject({ code: 'database-role' });
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    await client.query('CREATE ROLE above_rls LOGIN BYPASSRLS');
    await expect(assertUsableDatabase(`postgres://above_rls@${host}:${port}/postgres`)).rejects.toMatchObject({ code: 'database-role' });
    await client.query('DROP ROLE above_rls');
    await client.end();
  });

  it('is refused when it is not there', async () => {
    const { host, port } = inject('database');
    await expect(assertUsableDatabase(`postgres://tanu_app@${host}:${port}/nowhere`)).rejects.toMatchObject({ code: 'database-unreachable' });
    await expect(assertUsableDatabase('postgres://tanu_app@127.0.0.1:1/tanu')).rejects.toMatchObject({ code: 'database-unreachable' });
  });

  it('is refused when its tables are not ours, or were made otherwise, and keeps what it has', async () => {
    const database = await freshDatabase();
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("UPDATE schema_migration SET sha256 = 'other'");
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({ code: 'database-foreign', message: expect.stringContaining('another edition of Tanu') as string });
    await client.query('DELETE FROM schema_migration');
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({ code: 'database-foreign', message: expect.stringMatching(/already exists\): give Tanu an empty database/) as string });
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC; DROP TABLE schema_migration');
    await expect(migrate(database.appUrl).catch((error: unknown) => Promise.reject(findRefusal(error) as Error))).rejects.toMatchObject({ code: 'database-role' });
    await client.end();
    await database.drop();
  });

  it('is migrated once, whoever starts first', async () => {
    const { adminUrl, host, port } = inject('database');
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query('CREATE DATABASE tanu_test_two_starts OWNER tanu_owner');
    const url = `postgres://tanu_owner@${host}:${port}/tanu_test_two_starts`;
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, expect.any(Number)]);
    await admin.query('DROP DATABASE tanu_test_two_starts');
    await admin.end();
  });

  it('may break off a lent connection without ending the process', async () => {
    const database = await freshDatabase();
    const db = openDatabase(database.appUrl, { connections: 1 });
    const broken = db.begin(async (sql) => {
      const { pid } = await sql.one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const admin = new Client({ connectionString: database.adminUrl });
      await admin.connect();
      await admin.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
      await admin.end();
      await sql.one('SELECT 1');
    });
    await expect(broken).rejects.toSatisfy(isConnectionLost);
    expect(await db.one('SELECT 1 AS one')).toEqual({ one: 1 });
    await db.end();
    await database.drop();
  });

  it.each([[140_012, false], [150_000, true], [180_004, true]])('of version number %i is new enough: %s', (version, isEnough) => {
    if (isEnough) expect(() => assertNewEnough(version)).not.toThrow();
    else expect(() => assertNewEnough(version)).toThrow('is PostgreSQL 14, Tanu needs 15 or newer');
  });
});
