import { watch } from 'node:fs';
import { join } from 'node:path';
import { build, serverArguments } from './build.mjs';
import { start } from './processes.mjs';

/** Runs the server and starts it anew after every change of the sources that still builds. */
export async function develop(root, runtime, args) {
  let wake = () => undefined;
  const watcher = watch(join(root, 'src'), { recursive: true }, () => wake());
  watcher.on('error', (error) => process.stderr.write(`Changes are not seen: ${error.message}\n`));
  for (;;) {
    const changed = new Promise((resolve) => {
      let timer;
      wake = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, 150);
      };
    });
    if ((await build(root, runtime)) !== 0) {
      await changed;
      continue;
    }
    const { child, ended } = start(runtime, [...serverArguments(root), ...args], { cwd: root });
    await changed;
    child.kill('SIGTERM');
    await ended;
  }
}
