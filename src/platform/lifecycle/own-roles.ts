import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { assertNewEnough } from './database-check.ts';
import { findRefusal } from './fatal.ts';
import { StartRefusal } from './start-refusal.ts';

const ATTRIBUTES = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
const ITERATIONS = 4096;

/** Addresses of one database: as the owner of its tables, and as the role every request runs as. */
export interface RoleUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The two roles made below a superuser, with their addresses. */
export interface OwnRoles extends RoleUrls {
  readonly owner: string;
  readonly app: string;
}

/**
 * Below a superuser, makes the two ordinary roles of this database (ADR 0015) and answers their addresses; undefined for every other
 * role, which is left as it is. No row-level security binds a superuser, nor does SET ROLE: whoever smuggles in a statement sets it
 * back. So the superuser's connection is closed before anything is served, and nothing is served through it.
 */
export async function makeOwnRoles(superuserUrl: string, secret: string): Promise<OwnRoles | undefined> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; super: boolean; database: string; holder: string | null }>(
      `SELECT current_setting('server_version_num')::int AS version, rolsuper AS super, current_database() AS database,
         (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass('public.schema_migration')) AS holder
       FROM pg_roles WHERE rolname = current_user`,
    );
    const found = rows[0];
    if (!found?.super) return undefined;
    assertNewEnough(found.version);
    const roles = roleNames(found.database);
    if (found.holder !== null && found.holder !== roles.owner) {
      throw new StartRefusal('database-role', `DATABASE_URL is a superuser, but Tanu's tables in that database belong to ${found.holder}: set DATABASE_URL and DATABASE_OWNER_URL to the roles it was made with.`);
    }
    // Two processes of one instance start at the same moment; a role altered by both at once is an error of PostgreSQL.
    await client.query("SELECT pg_advisory_lock(hashtext('tanu migrations'))");
    for (const role of [roles.owner, roles.app]) await makeRole(client, role, found.database, passwordOf(role, secret));
    await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${escapeIdentifier(roles.owner)}`);
    return { ...roles, ownerUrl: as(superuserUrl, roles.owner, secret), appUrl: as(superuserUrl, roles.app, secret) };
  } catch (error) {
    throw findRefusal(error) ?? new StartRefusal('database-unreachable', `The database of DATABASE_URL does not answer: ${(error as Error).message}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Roles belong to the whole server, so each database has its own pair: two instances on one server do not share a key. */
export function roleNames(database: string): { readonly owner: string; readonly app: string } {
  const suffix = /^[a-z0-9_]{1,40}$/.test(database) ? database : createHash('sha256').update(database).digest('hex').slice(0, 16);
  return { owner: `tanu_owner_${suffix}`, app: `tanu_app_${suffix}` };
}

async function makeRole(client: Client, role: string, database: string, password: string): Promise<void> {
  const name = escapeIdentifier(role);
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  // A role that was there is bound again, whatever somebody made of it meanwhile.
  await client.query(`${found.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} ${ATTRIBUTES} PASSWORD ${escapeLiteral(scramVerifier(password))}`);
  await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${name}`);
}

/** Made from the secret, so that every process of the instance knows it and none has to keep it. */
function passwordOf(role: string, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}

/** What PostgreSQL keeps instead of a password (RFC 5803): sent as such, the password stands in no log of the server. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyOf = (what: string): Buffer => createHmac('sha256', salted).update(what).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}

function as(url: string, role: string, secret: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = passwordOf(role, secret);
  // A name in the query would win over the one before the host.
  for (const name of ['user', 'password']) address.searchParams.delete(name);
  return address.href;
}
