import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts';
import { TOOL_ENVIRONMENT } from './processes.ts';
import { makeTemporary, sweepTemporary } from './temporary.ts';
import { type WayToRun, commandLine, isOpenToAll } from './way-to-run.ts';

const HOST = '127.0.0.1';
/** Shorter than the patience of whoever stops us: a server that cannot write its last word waits for ever. */
const FAST_SHUTDOWN_MS = 10_000;

/** A PostgreSQL server that is a child of this process. */
export interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** How a server is started. */
export interface ServerOptions {
  readonly way: WayToRun;
  readonly dataFolder: string;
  readonly settings: Readonly<Record<string, string>>;
  /** The superuser's password; absent where the cluster trusts everybody on the loopback. */
  readonly password?: string;
  readonly log: (line: string) => void;
  /** Called when the server ends although nobody stopped it. */
  readonly onLost?: (reason: StartRefusal) => void;
  /** Where the former server answered, when this one takes its place; absent: any free port. */
  readonly port?: number;
}

const SECRETS = 'tanu-init-';

/** Clears away the password files of starts that were killed while they made their cluster. */
export function sweepSecrets(): void {
  sweepTemporary(SECRETS);
}

/** Makes a cluster in the data folder; with a password it asks for scram, without one it trusts. */
export async function initCluster(way: WayToRun, dataFolder: string, password: string | undefined): Promise<void> {
  mkdirSync(dataFolder, { mode: 0o700 });
  own(dataFolder, way);
  const args = ['-D', pathSeenBy(way, dataFolder), '-U', 'postgres', '-E', 'UTF8', '--no-instructions'];
  // The built-in locale sorts alike on every machine; libc's would not.
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const secrets = makeTemporary(SECRETS);
  try {
    if (password === undefined) {
      args.push('-A', 'trust', '--no-sync');
    } else {
      const file = join(secrets, 'password');
      writeFileSync(file, `${password}\n`, { mode: 0o600 });
      own(file, way);
      own(secrets, way);
      args.push('-A', 'scram-sha-256', `--pwfile=${file}`);
    }
    const [command, rest] = commandLine(way, 'TERM', way.binaries.initdb, args);
    const child = spawn(command, rest, { cwd: dataFolder, env: TOOL_ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] });
    const tail = keepTail(child);
    const code = await exitCode(child);
    if (code !== 0) throw startFailure('The embedded PostgreSQL could not make its data folder', tail());
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

/** Starts PostgreSQL on the given or a free port of the loopback and returns when it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  if (options.port !== undefined) return startOn(options.port, options);
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    try {
      return await startOn(port, options);
    } catch (error) {
      // Another program may have taken the port between the look and the start.
      const isTaken = error instanceof Error && /could not bind|address already in use/i.test(String(error.cause));
      if (!isTaken || attempt === 3) throw error;
    }
  }
}

async function startOn(port: number, options: ServerOptions): Promise<Server> {
  const { way, dataFolder, password } = options;
  const settings: Record<string, string> = {
    unix_socket_directories: '',
    listen_addresses: HOST,
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const args = ['-D', pathSeenBy(way, dataFolder)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  // At once and without a last word: on a full disk an orderly end waits for ever, and the log brings everything back.
  const [command, rest] = commandLine(way, 'QUIT', way.binaries.postgres, args);
  // Out of our process group: Ctrl-C in a terminal must not take the database away before the application has closed.
  const child = spawn(command, rest, { cwd: dataFolder, env: TOOL_ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const tail = keepTail(child, options.log);
  const ended = exitCode(child);
  let isEnded = false;
  let isAnswering = false;
  const endWithUs = (): void => void child.kill('SIGQUIT');
  process.once('exit', endWithUs);
  let isStopping = false;
  void ended.then(() => {
    isEnded = true;
    process.off('exit', endWithUs);
    // Before its first answer it is a start that failed, which the caller is told otherwise.
    if (isAnswering && !isStopping) options.onLost?.(startFailure('The embedded PostgreSQL ended', tail()));
  });

  const deadline = performance.now() + 120_000;
  while (!(await answersOn(port, password))) {
    if (isEnded) throw startFailure('The embedded PostgreSQL did not start', tail());
    if (performance.now() > deadline) {
      isStopping = true;
      child.kill('SIGINT');
      throw startFailure('The embedded PostgreSQL did not answer within two minutes', tail());
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  isAnswering = true;
  return {
    port,
    pid: child.pid as number,
    async stop() {
      isStopping = true;
      if (isEnded) return;
      child.kill('SIGINT');
      const hurry = setTimeout(() => child.kill('SIGQUIT'), FAST_SHUTDOWN_MS);
      await ended;
      clearTimeout(hurry);
    },
  };
}

/** The address of a database on a server of ours. */
export function databaseUrl(port: number, database: string, user: string, password?: string): string {
  const secret = password === undefined ? '' : `:${password}`;
  return `postgres://${user}${secret}@${HOST}:${port}/${database}`;
}

/** Gives a path, and all below it, to the uid the server runs as. */
export function own(path: string, way: WayToRun): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(path);
  if (uid !== way.uid || gid !== way.gid) chownSync(path, way.uid, way.gid);
}

/**
 * The data folder as the server may name it. Another uid cannot walk through folders only root may enter, but it is
 * started inside the data folder, and its own working directory is open to it whatever lies above.
 */
function pathSeenBy(way: WayToRun, dataFolder: string): string {
  return way.name === 'other-uid' && !isOpenToAll(dataFolder) ? '/proc/self/cwd' : dataFolder;
}

async function answersOn(port: number, password: string | undefined): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl(port, 'postgres', 'postgres', password), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, HOST);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port on the loopback');
  return address.port;
}

function keepTail(child: ChildProcess, log?: (line: string) => void): () => string {
  const lines: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      log?.(line);
      lines.push(line);
      if (lines.length > 20) lines.shift();
    }
  });
  return () => [...lines, rest].join('\n').trim();
}

function exitCode(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}

function startFailure(what: string, tail: string): StartRefusal {
  if (/No space left on device/i.test(tail)) {
    return new StartRefusal('disk-full', 'The disk with the data folder is full: free some space and start again.', { cause: tail });
  }
  const last = tail.match(/(?:FATAL|PANIC|ERROR|error):\s*([^.\n]{1,300})/)?.[1] ?? tail.slice(-300);
  return new StartRefusal('database-does-not-start', `${what}: ${last || 'it said nothing'}.`, { cause: tail });
}

const HALF = 'postgres.new';
const CLEARED_WITHIN_MS = 20_000;

/** The folder that holds a cluster while it is being made, beside its final place; a new name each time, since the tool of a killed start may still be writing in its own. */
export function neighbourOf(dataFolder: string): string {
  return join(dirname(dataFolder), `${HALF}-${randomBytes(4).toString('hex')}`);
}

/** Clears away the halves that killed starts left, waiting for a tool that outlived its start to find its folder gone. The caller holds the data folder. */
export async function clearHalves(dataFolder: string): Promise<void> {
  const until = Date.now() + CLEARED_WITHIN_MS;
  for (const name of readdirSync(dirname(dataFolder)).filter((each) => each.startsWith(HALF))) {
    for (;;) {
      try {
        rmSync(join(dirname(dataFolder), name), { recursive: true, force: true });
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
        // Still written after so long: left for the next start, since it is in nobody's way.
        if (Date.now() > until) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
