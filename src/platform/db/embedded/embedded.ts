import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeDataFolder } from '#platform/lifecycle/data-folder.ts';
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts';
import { locateBinaries } from './binaries.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { isAlive, isPostgresOn, waitUntilGone } from './processes.ts';
import { type Server, type ServerOptions, clearHalves, databaseUrl, initCluster, neighbourOf, own, startServer, sweepSecrets } from './server.ts';
import { type WayToRun, type WayToRunName, findWayToRun } from './way-to-run.ts';

const DATABASE = 'tanu';
const PASSWORDS = 'tanu-passwords.json';
const COME_BACK_MS = 1_000;

/** The database of a default start: our own PostgreSQL below the data folder. */
export interface Embedded {
  /** As `tanu_owner`, for migrations. */
  readonly ownerUrl: string;
  /** As `tanu_app`, for everything else. */
  readonly appUrl: string;
  /** Whether a server that a killed start had left behind was found and taken over. */
  readonly adopted: boolean;
  /** Says where the application answers, for the refusal a second start prints. */
  publishAddress(address: string): void;
  stop(): Promise<void>;
}

/** What a default start needs to know. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Where the application will answer. */
  readonly address?: string;
  /** Called when the server ends although nobody stopped it; it is started again until it answers. */
  readonly onLost?: (reason: StartRefusal) => void;
  /** Called when a lost server answers again, on the same addresses. */
  readonly onFound?: () => void;
  /** Restricts how PostgreSQL may run, for tests of the rarer ways. */
  readonly ways?: readonly WayToRunName[];
}

interface Passwords {
  readonly postgres: string;
  readonly tanu_owner: string;
  readonly tanu_app: string;
}

/** Starts the embedded PostgreSQL on the data folder, making it at the first start, and holds the folder until stopped. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = openDataDir(options.dataDir);
  const binaries = locateBinaries();
  const lock = lockDataFolder(dataDir, options.address ?? 'an address not yet known');
  try {
    const dataFolder = join(dataDir, 'postgres');
    const way = findWayToRun(binaries, options.ways);
    const adopted = await endOrphan(dataFolder);
    sweepSecrets();
    if (!existsSync(join(dataFolder, 'PG_VERSION'))) await makeCluster(way, dataFolder);
    // Again, also when nothing was made: a tool that had only begun when its start was killed makes its folder anew and goes on.
    await clearHalves(dataFolder);
    assertSameMajor(dataDir, dataFolder, binaries.major);
    ownAll(dataFolder, way);
    const passwords = JSON.parse(readFileSync(join(dataFolder, PASSWORDS), 'utf8')) as Passwords;
    const server = await startLasting(
      { way, dataFolder, password: passwords.postgres, settings: { shared_buffers: '256MB' }, log: options.log },
      { ...options, isOurs: () => lock.isHeld() },
    );
    await prepareDatabase(server, passwords).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    return {
      ownerUrl: databaseUrl(server.port, DATABASE, 'tanu_owner', passwords.tanu_owner),
      appUrl: databaseUrl(server.port, DATABASE, 'tanu_app', passwords.tanu_app),
      adopted,
      publishAddress: (address) => lock.publishAddress(address),
      async stop() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openDataDir(path: string): string {
  makeDataFolder(path);
  const dataDir = realpathSync(path);
  for (const folder of ['files', 'cache']) makeDataFolder(join(dataDir, folder));
  return dataDir;
}

/**
 * Ends a server that lives on although its start was killed. It is started anew as our child rather than used as it
 * is, because only a child dies with its parent. The lock must be ours before: without it the server is somebody's.
 */
async function endOrphan(dataFolder: string): Promise<boolean> {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!Number.isInteger(pid) || pid <= 0) {
    rmSync(file, { force: true });
    return false;
  }
  if (!isAlive(pid)) return false;
  if (!isPostgresOn(pid, dataFolder)) {
    // The number now belongs to another program; PostgreSQL itself would refuse to start.
    rmSync(file, { force: true });
    return false;
  }
  signal(pid, 'SIGINT');
  if (await waitUntilGone(pid, 10_000)) return true;
  signal(pid, 'SIGQUIT');
  if (await waitUntilGone(pid, 30_000)) return true;
  throw new StartRefusal('data-folder-in-use', `A PostgreSQL left behind by an earlier start (process ${pid}) does not end: end it and start again.`);
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Made in a neighbour folder and renamed at the end, so a broken first start leaves nothing that looks finished. */
async function makeCluster(way: WayToRun, dataFolder: string): Promise<void> {
  await clearHalves(dataFolder);
  const half = neighbourOf(dataFolder);
  const passwords: Passwords = { postgres: newPassword(), tanu_owner: newPassword(), tanu_app: newPassword() };
  try {
    await initCluster(way, half, passwords.postgres);
    writeFileSync(join(half, PASSWORDS), `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
    chmodSync(half, 0o700);
    renameSync(half, dataFolder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new StartRefusal('disk-full', 'The disk with the data folder is full: free some space and start again.', { cause: error });
    }
    throw error;
  }
}

function assertSameMajor(dataDir: string, dataFolder: string, major: number): void {
  const found = Number.parseInt(readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8'), 10);
  if (found > major) {
    throw new StartRefusal('data-folder-newer', `The data folder ${dataDir} was written by PostgreSQL ${found}, this Tanu brings PostgreSQL ${major}: start the newer Tanu that wrote it.`);
  }
  if (found < major) {
    throw new StartRefusal('data-folder-older', `The data folder ${dataDir} was written by PostgreSQL ${found}, this Tanu brings PostgreSQL ${major}: move the data over with the release notes before starting.`);
  }
}

/** A start by another way may find the files in the hands of the former uid. */
function ownAll(dataFolder: string, way: WayToRun): void {
  own(dataFolder, way);
  // A copy put back from a backup often lost this; PostgreSQL refuses a folder others may read.
  chmodSync(dataFolder, 0o700);
  for (const entry of readdirSync(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) own(join(entry.parentPath, entry.name), way);
  }
}

/**
 * A server that is started again, on the same port, whenever it ends unasked: a disk without room for its log ends it,
 * and it can only come back when there is room again. What it had confirmed is in its log and comes back with it.
 */
async function startLasting(how: ServerOptions, { onLost, onFound, isOurs }: Pick<EmbeddedOptions, 'onLost' | 'onFound'> & { isOurs(): boolean }): Promise<Server> {
  let isStopping = false;
  let returning: Promise<void> = Promise.resolve();
  let server = await startServer({ ...how, onLost: lose });
  const { port } = server;

  function lose(reason: StartRefusal): void {
    onLost?.(reason);
    returning = returning.then(comeBack);
  }

  async function comeBack(): Promise<void> {
    while (!isStopping && isOurs()) {
      try {
        server = await startServer({ ...how, port, onLost: lose });
        onFound?.();
        return;
      } catch (error) {
        how.log(`PostgreSQL does not come back yet: ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, COME_BACK_MS));
      }
    }
  }

  return {
    port,
    get pid() {
      return server.pid;
    },
    async stop() {
      isStopping = true;
      await returning;
      await server.stop();
    },
  };
}

/** Makes what is missing of roles and database; a first start killed half-way is completed by the next. */
async function prepareDatabase(server: Server, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(server.port, 'postgres', 'postgres', passwords.postgres) });
  await client.connect();
  try {
    await makeRoles(client, passwords);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER tanu_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO tanu_app`);
  } finally {
    await client.end();
  }
}

/** Makes the two roles the application knows: the owner of tables, and the one every request runs as. */
export async function makeRoles(client: Client, passwords?: { readonly tanu_owner: string; readonly tanu_app: string }): Promise<void> {
  for (const role of ['tanu_owner', 'tanu_app'] as const) {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
    if (found.rowCount === 0) await client.query(`CREATE ROLE ${role} ${attributes}`);
    if (passwords !== undefined) await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(passwords[role])}`);
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
