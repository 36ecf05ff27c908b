import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts';
import { type Binaries, binariesIn } from './binaries.ts';
import { TOOL_ENVIRONMENT } from './processes.ts';

const NOBODY = 65534;

export const WAYS_TO_RUN = ['plain', 'namespace', 'other-uid'] as const;
export type WayToRunName = (typeof WAYS_TO_RUN)[number];

/** How PostgreSQL, which refuses uid 0 and unknown uids, can run for whoever started us. */
export interface WayToRun {
  readonly name: WayToRunName;
  readonly binaries: Binaries;
  /** Whose the data files must be. */
  readonly uid: number;
  readonly gid: number;
  /** Programs that replace themselves by the next one, so the child's pid stays the server's pid. */
  readonly wrappers: readonly string[];
  /** Whether `setpriv --pdeathsig` ends the server when its parent is killed. */
  readonly diesWithParent: boolean;
}

/** Tries the ways in the order of their tameness and gives the first in which `postgres --version` answers. */
export function findWayToRun(binaries: Binaries, only: readonly WayToRunName[] = WAYS_TO_RUN): WayToRun {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  const isRoot = uid === 0;
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  const candidates: (() => Omit<WayToRun, 'diesWithParent'> | undefined)[] = [
    () => (isRoot || !hasPasswdEntry() ? undefined : { name: 'plain', binaries, uid, gid, wrappers: [] }),
    () => (process.platform === 'linux' ? { name: 'namespace', binaries, uid, gid, wrappers: namespace } : undefined),
    () => {
      if (!isRoot || process.platform !== 'linux') return undefined;
      const wrappers = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
      const open = answers(wrappers, binaries) ? binaries : copyForEverybody(binaries);
      return { name: 'other-uid', binaries: open, uid: NOBODY, gid: NOBODY, wrappers };
    },
  ];
  for (const candidate of candidates) {
    const way = candidate();
    if (way === undefined || !only.includes(way.name) || !answers(way.wrappers, way.binaries)) continue;
    return { ...way, diesWithParent: answers([...way.wrappers, ...deathSignal('QUIT')], way.binaries) };
  }
  throw new StartRefusal(
    'no-embedded-database',
    'The embedded PostgreSQL cannot run for this user on this machine: start as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** The command line that runs a program this way. The death signal comes last: a change of uid would clear it. */
export function commandLine(way: WayToRun, signal: 'QUIT' | 'TERM', program: string, args: readonly string[]): [string, string[]] {
  const [command, ...rest] = [...way.wrappers, ...(way.diesWithParent ? deathSignal(signal) : []), program, ...args];
  return [command as string, rest];
}

/** Whether everybody may walk through every folder above this path. */
export function isOpenToAll(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function deathSignal(signal: 'QUIT' | 'TERM'): string[] {
  return ['setpriv', '--pdeathsig', signal];
}

function answers(wrappers: readonly string[], binaries: Binaries): boolean {
  const [command, ...args] = [...wrappers, binaries.postgres, '--version'];
  try {
    execFileSync(command as string, args, { env: TOOL_ENVIRONMENT, stdio: 'ignore', cwd: '/', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function hasPasswdEntry(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

/** Copies the programs to a folder everybody may enter; only root comes here, and only where user namespaces are forbidden. */
function copyForEverybody(binaries: Binaries): Binaries {
  const place = [`/var/lib`, tmpdir()].find((folder) => existsSync(folder) && isOpenToAll(join(folder, 'x')) && isWritable(folder));
  if (place === undefined) return binaries;
  const copy = join(place, `tanu-postgresql-${binaries.version}`);
  if (!isOurs(copy)) {
    const half = mkdtempSync(`${copy}-`);
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    try {
      renameSync(half, copy);
    } catch {
      // Somebody else's folder stands there, or another start was quicker.
      if (!isOurs(copy)) return binariesIn(half);
      rmSync(half, { recursive: true, force: true });
    }
  }
  return binariesIn(copy);
}

function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { uid, mode } = statSync(folder);
  return uid === 0 && (mode & 0o022) === 0;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
