import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, hasServer } from './build.mjs';
import { run } from './processes.mjs';

/** Types without output. */
export function typecheck(root, runtime) {
  // One checker: four, as is the custom, look at the shared types four times, which on two cores costs twice the time.
  return run(runtime, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '--checkers', '1'], { cwd: root });
}

/** Types and build beside each other, then every test; the last line says how many passed and failed, the exit code whether all did. */
export async function test(root, runtime, { args = [], mode = 'test', withTypes = true, withBuild = true } = {}) {
  let passed = 0;
  let failed = 0;
  const count = (isGreen) => {
    if (isGreen) passed += 1;
    else failed += 1;
  };
  // Each keeps one core busy.
  const [types, built] = await Promise.all([withTypes ? typecheck(root, runtime) : undefined, withBuild && hasServer(root) ? build(root, runtime) : 0]);
  if (types !== undefined) {
    const isGreen = types === 0;
    count(isGreen);
    process.stdout.write(isGreen ? 'types: sound\n' : 'types: not sound\n');
  }
  if (built !== 0) {
    count(false);
    process.stdout.write('build: failed\n');
  }
  const folder = join(root, '.cache', 'test');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `report-${process.pid}.json`);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(runtime, [vitest, 'run', '--mode', mode, ...reporters, ...args], { cwd: root });
  const counted = readReport(report);
  rmSync(report, { force: true });
  passed += counted.passed;
  failed += counted.failed;
  // An error outside any test fails the run without failing a test.
  if (code !== 0 && counted.failed === 0) failed += 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    // A file that does not even load has no failed test in it.
    const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'));
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
