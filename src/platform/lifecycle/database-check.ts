import { Client } from 'pg';
import { findRefusal } from './fatal.ts';
import { StartRefusal } from './start-refusal.ts';

const OLDEST_MAJOR = 15;

/** Refuses a database that cannot be reached, is too old, or whose application role row-level security does not bind. */
export async function assertUsableDatabase(appUrl: string): Promise<void> {
  const client = new Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query<{ version: number; role: string; is_above: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, rolname AS role, rolsuper OR rolbypassrls AS is_above
       FROM pg_roles WHERE rolname = current_user`,
    );
    const row = result.rows[0];
    if (row === undefined) throw new StartRefusal('database-role', 'The database of DATABASE_URL does not say which role we are.');
    assertNewEnough(row.version);
    if (row.is_above) {
      throw new StartRefusal('database-role', `The role ${row.role} of DATABASE_URL is a superuser or has BYPASSRLS, so nothing would keep one centre's cases from another: use an ordinary role.`);
    }
  } catch (error) {
    throw findRefusal(error) ?? new StartRefusal('database-unreachable', `The database of DATABASE_URL does not answer: ${(error as Error).message}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Refuses a server below PostgreSQL 15, given its `server_version_num`. */
export function assertNewEnough(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new StartRefusal('database-too-old', `The database of DATABASE_URL is PostgreSQL ${major}, Tanu needs ${OLDEST_MAJOR} or newer.`);
}
