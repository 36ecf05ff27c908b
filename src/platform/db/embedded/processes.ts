import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** What spawned tools may see: nothing of ours, so that no PG* variable or locale of the machine leaks in. */
export const TOOL_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** When a process started, in the kernel's ticks; undefined when it is gone or a zombie. */
export function findStartTicks(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  return state === 'Z' || state === 'X' ? undefined : fields[19];
}

/** Whether the process lives and, where the kernel tells, is the one that was noted with these start ticks. */
export function isAlive(pid: number, startTicks?: string): boolean {
  if (process.platform === 'linux') {
    const ticks = findStartTicks(pid);
    return ticks !== undefined && (startTicks === undefined || ticks === startTicks);
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the living process is a PostgreSQL server on this data folder. */
export function isPostgresOn(pid: number, dataFolder: string): boolean {
  if (process.platform === 'linux') {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (!/(^|\/)postgres$/.test(command[0] ?? '')) return false;
      return command.includes(dataFolder) || readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
    } catch {
      return false;
    }
  }
  try {
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', env: TOOL_ENVIRONMENT });
    return command.includes('postgres') && command.includes(dataFolder);
  } catch {
    return false;
  }
}

/** Waits until the process is gone; false when it outlives the time. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const tries = Math.ceil(milliseconds / 20);
  for (let i = 0; i < tries; i += 1) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return !isAlive(pid);
}
