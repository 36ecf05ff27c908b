import { fatal } from './fatal.ts';

const PATIENCE_MS = 20_000;
const SAME_SIGNAL_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Step = () => void | Promise<void>;

const steps: Step[] = [];
let isListening = false;
let ending: Promise<void> | undefined;
let endingSince = 0;

/** Notes what to close at the end; the last noted is closed first. The first call starts listening to signals. */
export function onShutdown(step: Step): void {
  steps.push(step);
  if (isListening) return;
  isListening = true;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait; but npm and a terminal send the same wish more than once.
      if (ending !== undefined && performance.now() - endingSince > SAME_SIGNAL_MS) process.exit(1);
      void shutDown(0);
    });
  }
}

/** Ends a start that failed; one that we are ending anyway fails for want of what was closed, which is no news. */
export function endFailedStart(error: unknown): void {
  if (ending === undefined) fatal(error);
}

/** Closes everything in order and ends the process; a step that hangs does not hold it for ever. */
export function shutDown(exitCode: number): Promise<void> {
  if (ending === undefined) {
    endingSince = performance.now();
    ending = closeAll(exitCode);
  }
  return ending;
}

async function closeAll(exitCode: number): Promise<void> {
  let code = exitCode;
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  for (const step of steps.splice(0).reverse()) {
    try {
      await step();
    } catch (error) {
      code = 1;
      process.stderr.write(`A part did not close in order: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  process.exit(code);
}
