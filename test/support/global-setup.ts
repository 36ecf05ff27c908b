import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowaway } from '#platform/db/embedded/throwaway.ts';

/** Where tests find the cluster of this run. */
export interface TestDatabase {
  readonly host: string;
  readonly port: number;
  readonly socketFolder: string | undefined;
  readonly adminUrl: string;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase;
    /** How the folders begin into which the demonstration is told once in a run; whoever needs it copies it. */
    told: string;
  }
}

const TEMPLATE = 'tanu_template';

/** Starts one cluster for the run and migrates the database every test database is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowaway();
  try {
    const admin = new Client({ connectionString: cluster.adminUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER tanu_owner`);
    await migrateTemplate(cluster.urlFor(TEMPLATE, 'tanu_owner'));
    // A template somebody is connected to cannot be copied.
    await admin.query(`ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
    await admin.end();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('database', { host: cluster.host, port: cluster.port, socketFolder: cluster.socketFolder, adminUrl: cluster.adminUrl, template: TEMPLATE });
  const told = join(tmpdir(), `tanu-told-${process.pid}`);
  project.provide('told', told);
  return async () => {
    await cluster.stop();
    for (const what of ['instance', 'world']) for (const end of ['', '.ready', '.failed']) await rm(`${told}-${what}${end}`, { recursive: true, force: true });
  };
}

async function migrateTemplate(ownerUrl: string): Promise<void> {
  const path = fileURLToPath(new URL('../../src/platform/db/migrate.ts', import.meta.url));
  if (!existsSync(path)) return;
  const { migrate } = (await import(path)) as { migrate: (ownerUrl: string, options?: { appRole?: string }) => Promise<void> };
  await migrate(ownerUrl, { appRole: 'tanu_app' });
}
