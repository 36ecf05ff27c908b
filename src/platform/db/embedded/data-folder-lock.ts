import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts';
import { findStartTicks, isAlive } from './processes.ts';

interface Holder {
  readonly pid: number;
  readonly startTicks?: string;
  readonly address: string;
  /** Tells one hold from another of the same process. */
  readonly hold?: string;
}

/** Our hold on a data folder; nobody else's PostgreSQL may be touched without it. */
export interface DataFolderLock {
  /** Says where we answer, for the refusal a second start prints. */
  publishAddress(address: string): void;
  /** Whether nobody has taken the folder over meanwhile. */
  isHeld(): boolean;
  release(): void;
}

/** Takes the lock on the data folder or refuses with the address of its holder; a dead holder's lock is taken over. */
export function lockDataFolder(dataDir: string, address: string): DataFolderLock {
  const path = join(dataDir, 'lock');
  const own = `${path}.${process.pid}`;
  const startTicks = findStartTicks(process.pid);
  const hold = randomUUID();
  const isHeld = (): boolean => findHolder(path)?.hold === hold;
  const note = (at: string): void => {
    const holder: Holder = { pid: process.pid, ...(startTicks === undefined ? {} : { startTicks }), address: at, hold };
    writeFileSync(own, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  };
  try {
    note(address);
    for (let attempt = 0; !hasLinked(own, path); attempt += 1) {
      const holder = findHolder(path);
      if ((holder !== undefined && isAlive(holder.pid, holder.startTicks)) || attempt > 20) {
        throw new StartRefusal(
          'data-folder-in-use',
          `The data folder ${dataDir} is in use by another Tanu (process ${holder?.pid ?? 'unknown'}) at ${holder?.address ?? 'an unknown address'}.`,
        );
      }
      setAsideDead(path, own);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return {
    publishAddress(at) {
      note(at);
      renameSync(own, path);
    },
    isHeld,
    release() {
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

/** A hard link appears whole or not at all, so nobody reads a half-written lock. */
function hasLinked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away; when a quicker start has put its own there meanwhile, that one is put back. */
function setAsideDead(path: string, own: string): void {
  const aside = `${own}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const holder = findHolder(aside);
  if (holder !== undefined && isAlive(holder.pid, holder.startTicks)) hasLinked(aside, path);
  rmSync(aside, { force: true });
}

function findHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
