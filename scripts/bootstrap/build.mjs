import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { underLock } from './lock.mjs';
import { run } from './processes.mjs';

const ENTRY = 'src/entry/server.ts';
const STAMP = '.built-from';

/** Whether there is a server to build. */
export function hasServer(root) {
  return existsSync(join(root, ENTRY));
}

/** What Node is told to run the built server. */
export function serverArguments(root) {
  return ['--import', pathToFileURL(join(root, 'scripts', 'bootstrap', 'before-server.mjs')).href, join(root, 'dist', 'server', 'server.js')];
}

/** Builds dist when the sources changed since the last build; gives an exit code. */
export async function build(root, runtime) {
  if (isBuilt(root)) return 0;
  return underLock(join(root, '.cache'), async () => {
    if (isBuilt(root)) return 0;
    const hash = sourceHash(root);
    // In a neighbour folder, renamed at the end: a failed build leaves the last good one.
    const neighbour = join(root, '.cache', 'dist');
    rmSync(neighbour, { recursive: true, force: true });
    mkdirSync(neighbour, { recursive: true });
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const quiet = { cwd: root, stdio: ['ignore', 2, 2] };
    const assets = await run(runtime, [vite, 'build', '--logLevel', 'error', '--outDir', neighbour, '--emptyOutDir'], quiet);
    if (assets !== 0) return assets;
    const server = await run(runtime, [vite, 'build', '--logLevel', 'error', '--ssr', ENTRY, '--outDir', join(neighbour, 'server')], quiet);
    if (server !== 0) return server;
    writeFileSync(join(neighbour, STAMP), hash);
    const old = join(root, '.cache', 'dist.old');
    rmSync(old, { recursive: true, force: true });
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
    renameSync(neighbour, join(root, 'dist'));
    rmSync(old, { recursive: true, force: true });
    return 0;
  });
}

function isBuilt(root) {
  const stamp = join(root, 'dist', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(root);
}

function sourceHash(root) {
  const hash = createHash('sha256');
  // The demonstration's story is built into the server; its tables are read as they are.
  const files = ['src', 'demo'].filter((folder) => existsSync(join(root, folder))).flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.(csv|json|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts/proctoring-models.ts']) files.push(join(root, name));
  for (const file of files.sort()) {
    hash.update(file.slice(root.length).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
