import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
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

  it('closes the rest although one part fails, and leaves with 1', async () => {
    const { ended } = await runScript(`
      import { onShutdown, shutDown } from './shutdown.ts';
      onShutdown(() => console.log('database'));
      onShutdown(() => { throw new Error('stuck'); });
      await shutDown(0);`);
    expect(await ended).toEqual({ code: 1, out: 'database\n', err: 'A part did not close in order: stuck\n' });
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

  it.each([[140_012, false], [150_000, true], [180_004, true]])('of version number %i is new enough: %s', (version, isEnough) => {
    if (isEnough) expect(() => assertNewEnough(version)).not.toThrow();
    else expect(() => assertNewEnough(version)).toThrow('is PostgreSQL 14, Tanu needs 15 or newer');
  });
});
