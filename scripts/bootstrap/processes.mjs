import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PATIENCE_MS = 25_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const SAME_SIGNAL_MS = 1_000;

/**
 * The programs that run, with what ends each, when it is not the signal we were sent.
 * @type {Map<import('node:child_process').ChildProcess, NodeJS.Signals | undefined>}
 */
const children = new Map();
let isEnding = false;

/** Ends this program in one sentence. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** When a process started, in the kernel's ticks; undefined where it is gone, a zombie, or the kernel does not tell. */
export function findStartTicks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether the process lives and, where the kernel tells, is the one noted with these ticks. */
export function isAlive(pid, startTicks) {
  if (process.platform === 'linux') {
    const ticks = findStartTicks(pid);
    return ticks !== undefined && (startTicks === undefined || ticks === startTicks);
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

let diesWithParent;

/** `setpriv` ends a child when we are killed; it replaces itself by the program, so the pid stays the program's. */
function deathWrapper(signal) {
  diesWithParent ??= canDieWithParent();
  return diesWithParent ? ['setpriv', '--pdeathsig', signal.slice('SIG'.length)] : [];
}

function canDieWithParent() {
  if (process.platform !== 'linux') return false;
  return spawnSync('setpriv', ['--pdeathsig', 'TERM', process.execPath, '--version'], { stdio: 'ignore' }).status === 0;
}

/** Runs a program to its end with our input and output, passing on every signal; gives its exit code. */
export function run(command, args, options = {}) {
  return start(command, args, options).ended;
}

/** Starts a program that ends when we end. `endWith` is for programs that do not heed the signals of ending. */
export function start(command, args, { endWith, ...options } = {}) {
  const [program, ...rest] = [...deathWrapper(endWith ?? 'SIGTERM'), command, ...args];
  const started = spawn(program, rest, { stdio: 'inherit', ...options });
  children.set(started, endWith);
  const ended = new Promise((resolve) => {
    started.on('error', (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      resolve(127);
    });
    started.on('close', (code, signal) => {
      children.delete(started);
      if (isEnding && children.size > 0) return;
      if (isEnding) process.exit(code ?? 1);
      resolve(code ?? (signal === 'SIGKILL' ? 137 : 143));
    });
  });
  return { child: started, ended };
}

/** Passes signals on, and ends everything when npm, which started us, is gone: npm killed with -9 passes nothing on. */
export function watchParentAndSignals() {
  let last = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to everybody and npm passes it on besides: one wish, not two.
      const now = performance.now();
      if (now - last < SAME_SIGNAL_MS && last !== 0) return;
      last = now;
      end(signal);
    });
  }
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !isEnding) end('SIGTERM');
  }, 250).unref();
}

function end(signal) {
  isEnding = true;
  if (children.size === 0) process.exit(143);
  for (const [child, endWith] of children) child.kill(endWith ?? signal);
  setTimeout(() => {
    for (const child of children.keys()) child.kill('SIGKILL');
    process.exit(1);
  }, PATIENCE_MS);
}
