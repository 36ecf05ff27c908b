import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** A database of one test file's own, as migrated and empty as a first start leaves it. */
export interface FreshDatabase {
  readonly name: string;
  /** As `tanu_owner`. */
  readonly ownerUrl: string;
  /** As `tanu_app`, bound by row-level security. */
  readonly appUrl: string;
  /** As superuser, to plant what the application itself could not write. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** Copies the migrated template, or another database that was made one. */
export async function freshDatabase(from?: string): Promise<FreshDatabase> {
  const { host, port, socketFolder, adminUrl, template: migrated } = inject('database');
  const template = from ?? migrated;
  const name = `tanu_test_${randomBytes(6).toString('hex')}`;
  await runAsAdmin(adminUrl, `CREATE DATABASE ${name} OWNER tanu_owner TEMPLATE ${template} STRATEGY file_copy`);
  // The socket, where there is one: a question and its answer take half of what they take over the loopback.
  const over = socketFolder === undefined ? '' : `?host=${encodeURIComponent(socketFolder)}`;
  const urlAs = (role: string): string => `postgres://${role}@${host}:${port}/${name}${over}`;
  return {
    name,
    ownerUrl: urlAs('tanu_owner'),
    appUrl: urlAs('tanu_app'),
    adminUrl: urlAs('postgres'),
    drop: () => runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Makes a database that nobody is connected to one that others are copied from. */
export function makeTemplate(name: string): Promise<void> {
  return runAsAdmin(inject('database').adminUrl, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
}

async function runAsAdmin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
