import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStartTicks, isAlive } from './processes.ts';

const OWNER = 'owner';
const AN_HOUR = 3_600_000;

/** Makes a temporary folder that names the process it belongs to, so that a later one may clear it away when that was killed. */
export function makeTemporary(prefix: string): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), prefix));
  writeFileSync(join(folder, OWNER), JSON.stringify({ pid: process.pid, startTicks: findStartTicks(process.pid) }), { mode: 0o600 });
  return folder;
}

/** Clears away the temporary folders of processes that are gone; one of a living process is in use. */
export function sweepTemporary(prefix: string): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
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
