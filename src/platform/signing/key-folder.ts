import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Opens a folder of key files below the data folder, made once by `make`.
 * The files are complete before the folder gets its name, so a crash or a second process at the first
 * start never leaves half a key.
 */
export async function openKeyFolder<Name extends string>(
  dataDir: string,
  name: string,
  files: readonly Name[],
  make: () => Promise<Record<Name, string>>,
): Promise<Record<Name, string>> {
  const folder = join(dataDir, name);
  if (!existsSync(folder)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const draft = mkdtempSync(join(dataDir, `.${name}-`));
    try {
      for (const [file, content] of Object.entries<string>(await make())) {
        writeFileSync(join(draft, file), content, { mode: 0o600, flush: true });
      }
      renameSync(draft, folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      // Another process was first: its key is the key.
      if (!existsSync(folder)) throw error;
    }
  }
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])) as Record<Name, string>;
}
