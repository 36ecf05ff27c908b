import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { underLock } from './lock.mjs';
import { run, stop } from './processes.mjs';

const STAMP = '.tanu-installed';

/** Installs the packages of the lockfile when they are missing or the lockfile changed. */
export async function install(root) {
  if (isInstalled(root)) return;
  await underLock(join(root, '.cache'), async () => {
    if (isInstalled(root)) return;
    process.stderr.write('Installing the packages of package-lock.json …\n');
    // In a neighbour folder, renamed at the end: a killed install leaves nothing half, a running server loses nothing.
    const neighbour = join(root, '.cache', 'install');
    rmSync(neighbour, { recursive: true, force: true });
    mkdirSync(neighbour, { recursive: true });
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      if (existsSync(join(root, name))) copyFileSync(join(root, name), join(neighbour, name));
    }
    const [command, ...args] = npm();
    const code = await run(command, [...args, 'ci', '--prefix', neighbour, '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'], {
      cwd: neighbour,
      stdio: ['ignore', 2, 2],
      // npm hears no TERM while it fetches; a half install is thrown away by the next one.
      endWith: 'SIGKILL',
    });
    if (code !== 0) stop(`Installing the packages failed (npm ended with ${code}): see the lines above.`);
    writeFileSync(join(neighbour, 'node_modules', STAMP), lockHash(root));
    const old = join(root, '.cache', 'node_modules.old');
    rmSync(old, { recursive: true, force: true });
    if (existsSync(join(root, 'node_modules'))) renameSync(join(root, 'node_modules'), old);
    renameSync(join(neighbour, 'node_modules'), join(root, 'node_modules'));
    rmSync(old, { recursive: true, force: true });
    rmSync(neighbour, { recursive: true, force: true });
  });
}

/** Whether node_modules holds what the lockfile asks for. */
export function isInstalled(root) {
  const modules = join(root, 'node_modules');
  // A link into another checkout is that checkout's to keep.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return existsSync(modules);
  const stamp = join(modules, STAMP);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash(root);
  return isInstalledByNpm(root);
}

/** Whether somebody's own `npm ci` has already put everything there that the lockfile asks for on this platform. */
function isInstalledByNpm(root) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || there[path]?.version === version) return true;
    const isForHere = path.endsWith(`/node-${process.platform}-${process.arch}`) || path.endsWith(`/${process.platform}-${process.arch}`);
    return optional === true && there[path] === undefined && !isForHere;
  });
}

function lockHash(root) {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** The npm that started us, or the one on the PATH. */
function npm() {
  const path = process.env.npm_execpath;
  return path !== undefined && basename(path) === 'npm-cli.js' ? [process.execPath, path] : ['npm'];
}

/** The pinned runtime, or this machine's own node where there is none for it. */
export function findRuntime(root) {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged) && spawnSync(packaged, ['--version'], { stdio: 'ignore' }).status === 0) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return stop(`Tanu has no runtime of its own for ${process.platform}-${process.arch} and node ${process.versions.node} is too old: install Node 24 or newer.`);
}
