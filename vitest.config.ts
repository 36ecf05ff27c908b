import { defineConfig } from 'vitest/config';

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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
}));
