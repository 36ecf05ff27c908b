import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Mode `rules` runs what needs no database and no browser; every other mode runs everything. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['demo/**/*.test.ts', 'src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', 'var/**'],
    ...(mode === 'rules' ? {} : { globalSetup: ['test/support/global-setup.ts'] }),
    setupFiles: ['test/support/setup.ts'],
    environment: 'node',
    // Processes, not threads: the death signal of a PostgreSQL follows the thread that started it.
    pool: 'forks',
    maxWorkers: 2,
    // The house is imported once by each of the two processes and not once by each of three hundred files, which took a fifth of the time of a run.
    // What a file needs of its own it makes: its database, its clock, its server; no module keeps anything by another key.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
}));
