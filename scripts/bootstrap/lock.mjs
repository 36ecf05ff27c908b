import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findStartTicks, isAlive } from './processes.mjs';

/** Runs the work while no other start on this checkout installs or builds; waits for one that does. */
export async function underLock(folder, work) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'install.lock');
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, startTicks: findStartTicks(process.pid) }));
  let hasTold = false;
  while (!hasLinked(own, path)) {
    const holder = read(path);
    if (holder !== undefined && isAlive(holder.pid, holder.startTicks)) {
      if (!hasTold) process.stderr.write(`Waiting for another start (process ${holder.pid}) to finish installing or building.\n`);
      hasTold = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    } else {
      setAsideDead(path, own);
    }
  }
  const release = () => {
    rmSync(own, { force: true });
    if (read(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** A hard link appears whole or not at all. */
function hasLinked(own, path) {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away; when a quicker start has put its own there meanwhile, that one is put back. */
function setAsideDead(path, own) {
  const aside = `${own}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const holder = read(aside);
  if (holder !== undefined && isAlive(holder.pid, holder.startTicks)) hasLinked(aside, path);
  rmSync(aside, { force: true });
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
