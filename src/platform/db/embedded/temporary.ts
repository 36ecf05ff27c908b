import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStartTicks, isAlive } from './processes.ts';

const OWNER = 'owner';
const AN_HOUR = 3_600_000;
/** The memory that Linux shows as a folder, the number of its kind, and how much must be free there and in the machine. */
const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;
const ROOM_BYTES = 4 * 2 ** 30;

/** The folder in memory for what no restart needs to find, where the machine has plenty of it; else the folder for temporary files. */
export function quickestFolder(): string {
  if (process.platform !== 'linux') return tmpdir();
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    const hasRoom = type === TMPFS && bavail * bsize >= ROOM_BYTES && process.availableMemory() >= ROOM_BYTES;
    return hasRoom ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Makes a temporary folder that names the process it belongs to, so that a later one may clear it away when that was killed. */
export function makeTemporary(prefix: string, within = tmpdir()): string {
  const folder = mkdtempSync(join(realpathSync(within), prefix));
  writeFileSync(join(folder, OWNER), JSON.stringify({ pid: process.pid, startTicks: findStartTicks(process.pid) }), { mode: 0o600 });
  return folder;
}

/** Clears away the temporary folders of processes that are gone; one of a living process is in use. */
export function sweepTemporary(prefix: string, within = tmpdir()): void {
  for (const name of readdirSync(within)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(within, name);
    try {
      if (isLeft(folder)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Gone meanwhile, or another user's: not ours to judge.
    }
  }
}

function isLeft(folder: string): boolean {
  let text: string;
  try {
    text = readFileSync(join(folder, OWNER), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    text = '';
  }
  // Killed before it wrote its name, or being made at this moment: only age tells.
  if (text === '') return Date.now() - statSync(folder).mtimeMs > AN_HOUR;
  const owner = JSON.parse(text) as { pid: number; startTicks?: string };
  return !isAlive(owner.pid, owner.startTicks);
}
