import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isAlive, waitUntilGone } from '#platform/db/embedded/processes.ts';

const ROOT = join(import.meta.dirname, '..');
const SERVER = `
import { startEmbedded } from '#platform/db/embedded/embedded.ts';
import { onShutdown } from '#platform/lifecycle/shutdown.ts';
const embedded = await startEmbedded({ dataDir: 'var', log: () => undefined });
onShutdown(() => embedded.stop());
setInterval(() => undefined, 1000);
const { flushCompileCache } = await import('node:module');
flushCompileCache();
console.log(JSON.stringify({ server: process.pid, bootstrap: process.ppid, stack: new Error('seen').stack }));
`;

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A checkout in small: the real scripts and launcher around a server that only holds the database. */
let checkout: string;

beforeAll(() => {
  checkout = mkdtempSync(join(realpathSync(tmpdir()), 'tanu-checkout-'));
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts', 'src/platform/db/embedded', 'src/platform/db/migrate.ts', 'src/platform/lifecycle', 'src/web/ui/assets']) {
    cpSync(join(ROOT, name), join(checkout, name), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  }
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(checkout, 'node_modules'));
  mkdirSync(join(checkout, 'src/entry'));
  writeFileSync(join(checkout, 'src/entry/server.ts'), SERVER);
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

function runVerb(verb: string, ...args: string[]): { child: ChildProcess; ended: Promise<Outcome> } {
  const child = spawn(process.execPath, [join(checkout, 'scripts/bootstrap.mjs'), verb, ...args], { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, out, err })) };
}

describe('the bootstrap', () => {
  it('asks for an install when one package of the lockfile is not there, and for none after an own npm ci', async () => {
    const { isInstalled } = (await import('./bootstrap/install.mjs' as string)) as { isInstalled: (root: string) => boolean };
    const root = join(checkout, 'installed');
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    const one = { 'node_modules/pg': { version: '8.23.1' }, 'node_modules/far': { version: '1.0.0', optional: true } };
    const note = (path: string, packages: object): void => writeFileSync(join(root, path), JSON.stringify({ packages }));
    note('package-lock.json', { '': {}, ...one });
    expect(isInstalled(root)).toBe(false);
    note('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.23.1' } });
    expect(isInstalled(root)).toBe(true);
    note('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.23.0' } });
    expect(isInstalled(root)).toBe(false);
    note('node_modules/.package-lock.json', {});
    expect(isInstalled(root)).toBe(false);
  });

  it('names its verbs when it does not know one', async () => {
    const { code, err } = await runVerb('begin').ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^"begin" is not a verb of Tanu: say one of start, .*\.\n$/);
  });

  it('builds once, and again only after a source changed', async () => {
    const stamp = join(checkout, 'dist/.built-from');
    expect((await runVerb('build').ended).code).toBe(0);
    expect(existsSync(join(checkout, 'dist/server/server.js'))).toBe(true);
    const first = readFileSync(stamp, 'utf8');
    const marker = join(checkout, 'dist/marker');
    writeFileSync(marker, '');
    expect((await runVerb('build').ended).code).toBe(0);
    expect(existsSync(marker)).toBe(true);

    appendFileSync(join(checkout, 'src/entry/server.ts'), '\nconsole.log("changed");\n');
    expect((await runVerb('build').ended).code).toBe(0);
    expect(existsSync(marker)).toBe(false);
    expect(readFileSync(stamp, 'utf8')).not.toBe(first);
    writeFileSync(join(checkout, 'src/entry/server.ts'), SERVER);
  });

  it('keeps the last good build when a new one fails', async () => {
    writeFileSync(join(checkout, 'src/entry/server.ts'), 'const = ;');
    const { code, err } = await runVerb('build').ended;
    writeFileSync(join(checkout, 'src/entry/server.ts'), SERVER);
    expect(code).not.toBe(0);
    expect(err).toMatch(/The build failed: see the lines above\.\n$/);
    expect(existsSync(join(checkout, 'dist/server/server.js'))).toBe(true);
  });

  it('takes over the lock of an install that was killed', async () => {
    mkdirSync(join(checkout, '.cache'), { recursive: true });
    writeFileSync(join(checkout, '.cache/install.lock'), JSON.stringify({ pid: 2 ** 22 + 1, startTicks: '1' }));
    rmSync(join(checkout, 'dist'), { recursive: true, force: true });
    expect((await runVerb('build').ended).code).toBe(0);
    expect(existsSync(join(checkout, '.cache/install.lock'))).toBe(false);
  });

  it('counts a failed test, a file that does not load and the types in its last line', async () => {
    writeFileSync(join(checkout, 'vitest.config.ts'), "import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { include: ['t/*.test.ts'] } });\n");
    mkdirSync(join(checkout, 't'));
    const head = "import { expect, it } from 'vitest';\n";
    writeFileSync(join(checkout, 't/a.test.ts'), `${head}it('holds', () => expect(1).toBe(1));\nit('fails', () => expect(1).toBe(2));\n`);
    writeFileSync(join(checkout, 't/b.test.ts'), "throw new Error('does not load');\n");
    const bad = await runVerb('test').ended;
    expect(bad.code).toBe(1);
    expect(bad.out.trimEnd().split('\n').at(-1)).toBe('2 passed, 2 failed');

    rmSync(join(checkout, 't/b.test.ts'));
    writeFileSync(join(checkout, 't/a.test.ts'), `${head}it('holds', () => expect(1).toBe(1));\n`);
    const good = await runVerb('test').ended;
    expect(good.out.trimEnd().split('\n').at(-1)).toBe('2 passed, 0 failed');
    expect(good.code).toBe(0);
  });
});

describe.runIf(process.platform === 'linux')('a program that heeds no signal of ending', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('ends with us all the same when we get %s', async (signal) => {
    const deaf = "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log(process.pid)";
    const source = `
      import { run, watchParentAndSignals } from './bootstrap/processes.mjs';
      watchParentAndSignals();
      await run(process.execPath, ['-e', ${JSON.stringify(deaf)}], { endWith: 'SIGKILL' });`;
    const us = spawn(process.execPath, ['--input-type=module', '-e', source], { cwd: join(checkout, 'scripts'), stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(us.stdout, 'data')) as [Buffer];
    us.kill(signal);
    expect(await waitUntilGone(Number(line.toString()), 5_000)).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('two programs beside each other', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('both end with us when we get %s', async (signal) => {
    const lasting = 'setInterval(() => undefined, 1000); console.log(process.pid)';
    const source = `
      import { run, watchParentAndSignals } from './bootstrap/processes.mjs';
      watchParentAndSignals();
      await Promise.all([1, 2].map(() => run(process.execPath, ['-e', ${JSON.stringify(lasting)}])));`;
    const us = spawn(process.execPath, ['--input-type=module', '-e', source], { cwd: join(checkout, 'scripts'), stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    us.stdout.on('data', (data: Buffer) => (said += data.toString()));
    await vi.waitFor(() => expect(said.trim().split('\n')).toHaveLength(2), 20_000);
    us.kill(signal);
    for (const pid of said.trim().split('\n')) expect(await waitUntilGone(Number(pid), 5_000)).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('the end of a start', () => {
  type Pids = Readonly<Record<'npm' | 'bootstrap' | 'server' | 'database', number>>;

  const started: ChildProcess[] = [];
  let stack = '';
  afterEach(() => {
    for (const npm of started.splice(0)) npm.kill('SIGKILL');
  });

  async function start(): Promise<Pids> {
    const npm = spawn('npm', ['start', '--silent'], { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(npm);
    const [line] = (await once(npm.stdout, 'data')) as [Buffer];
    const said = JSON.parse(line.toString()) as { server: number; bootstrap: number; stack: string };
    const { server, bootstrap } = said;
    stack = said.stack;
    const database = Number.parseInt(readFileSync(join(checkout, 'var/postgres/postmaster.pid'), 'utf8'), 10);
    const pids = { npm: npm.pid as number, bootstrap, server, database };
    for (const pid of Object.values(pids)) expect(isAlive(pid)).toBe(true);
    return pids;
  }

  it.each([
    ['npm', 'SIGTERM'],
    ['npm', 'SIGKILL'],
    ['bootstrap', 'SIGTERM'],
    ['bootstrap', 'SIGKILL'],
    ['server', 'SIGKILL'],
  ] as const)('leaves nothing behind when %s gets %s', async (who, signal) => {
    const pids = await start();
    process.kill(pids[who], signal);
    for (const pid of Object.values(pids)) expect(await waitUntilGone(pid, 15_000)).toBe(true);
  });

  it('keeps what was compiled in the folder of the project, also when the server is killed, and its stacks name the sources', async () => {
    const compiled = join(checkout, '.cache/compiled');
    rmSync(compiled, { recursive: true, force: true });
    const pids = await start();
    process.kill(pids.server, 'SIGKILL');
    for (const pid of Object.values(pids)) expect(await waitUntilGone(pid, 15_000)).toBe(true);
    expect(readdirSync(compiled, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length).toBeGreaterThan(0);
    const line = SERVER.split('\n').findIndex((each) => each.includes("new Error('seen')")) + 1;
    expect(stack).toContain(`src/entry/server.ts:${line}:`);
  });
});
