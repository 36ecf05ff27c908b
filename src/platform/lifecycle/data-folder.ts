import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** Makes a folder of the data folder for its owner alone, with what is missing above it, or refuses in one sentence. */
export function makeDataFolder(path: string): void {
  try {
    make(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StartRefusal('disk-full', 'The disk with the data folder is full: free some space and start again.', { cause });
    }
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'is or lies in a file, not a folder' : `cannot be written (${code})`;
    throw new StartRefusal('data-folder-not-writable', `The data folder ${path} ${reason}: set DATA_DIR to a folder this user may write.`, { cause });
  }
}

/** Step by step: Node's own way tries for ever where a folder stands in which nothing can be made, as in /proc. */
function make(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !existsSync(dirname(path))) {
      make(dirname(path));
      mkdirSync(path, { mode: 0o700 });
    } else if (code !== 'EEXIST' || !existsSync(`${path}/.`)) throw error;
  }
}
