import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, hasServer, serverArguments } from './bootstrap/build.mjs';
import { develop } from './bootstrap/develop.mjs';
import { findRuntime, install } from './bootstrap/install.mjs';
import { run, stop, watchParentAndSignals } from './bootstrap/processes.mjs';
import { test, typecheck } from './bootstrap/test.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [verb = '', ...args] = process.argv.slice(2);

/** What `check` runs: what needs no database and no browser. */
const RULES = ['src/kernel/', '/domain/', 'architecture', 'messages', 'src/platform/config/'];

const VERBS = {
  async start(runtime) {
    await buildOrStop(runtime);
    return run(runtime, [...serverArguments(root), ...args], { cwd: root });
  },
  async dev(runtime) {
    if (!hasServer(root)) return stop('There is no server to run: src/entry/server.ts is missing.');
    return develop(root, runtime, args);
  },
  async build(runtime) {
    await buildOrStop(runtime);
    return 0;
  },
  check: (runtime) => test(root, runtime, { args: args.length > 0 ? args : RULES, mode: 'rules', withBuild: false }),
  test: (runtime) => test(root, runtime, { args }),
  'test:journeys': (runtime) => test(root, runtime, { args: ['test/journeys/', ...args], withTypes: false }),
  typecheck: (runtime) => typecheck(root, runtime),
  async bench(runtime) {
    await buildOrStop(runtime);
    return runSource(runtime, 'bench/bench.ts');
  },
  'fraud-report': (runtime) => runSource(runtime, 'bench/fraud/report.ts'),
  async 'proctoring-report'(runtime) {
    await buildOrStop(runtime);
    return runSource(runtime, 'bench/proctoring/report.ts');
  },
  worker: (runtime) => runSource(runtime, 'src/entry/worker.ts'),
  tanu: (runtime) => runSource(runtime, 'src/entry/cli.ts'),
  'db:snapshot': (runtime) => runSource(runtime, 'scripts/snapshot-schema.ts'),
};

async function buildOrStop(runtime) {
  if (!hasServer(root)) stop('There is no server to build: src/entry/server.ts is missing.');
  const code = await build(root, runtime);
  if (code !== 0) stop('The build failed: see the lines above.', code);
}

function runSource(runtime, path) {
  if (!existsSync(join(root, path))) return stop(`There is nothing to run: ${path} is missing.`);
  return run(runtime, [join(root, path), ...args], { cwd: root });
}

if (Number.parseInt(process.versions.node, 10) < 20) stop(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
const action = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
if (action === undefined) stop(`"${verb}" is not a verb of Tanu: say one of ${Object.keys(VERBS).join(', ')}.`);

watchParentAndSignals();
await install(root);
const runtime = findRuntime(root);
process.env.FONTCONFIG_FILE ??= join(root, 'scripts', 'fonts.conf');
process.env.PATH = `${dirname(runtime)}${delimiter}${process.env.PATH ?? ''}`;
process.exitCode = await action(runtime);
