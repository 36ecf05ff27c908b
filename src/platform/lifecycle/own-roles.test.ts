import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from '#platform/db/migrate.ts';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.ts';
import { assertUsableDatabase } from './database-check.ts';
import { makeOwnRoles, roleNames, scramVerifier } from './own-roles.ts';

const SECRET = 'a secret that is only good for tests, and long';
const NAME = `tanu_test_super_${process.pid}`;
const { owner, app } = roleNames(NAME);

async function ask(url: string, sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const answer = params.length > 0 ? await client.query(sql, params) : await client.query(sql);
    // Several statements in one text answer each for itself; the last one is asked for.
    return ([answer].flat().at(-1) as { rows: Record<string, unknown>[] }).rows;
  } finally {
    await client.end();
  }
}

let superUrl: string;
beforeEach(async () => {
  const { adminUrl, host, port } = inject('database');
  superUrl = `postgres://postgres@${host}:${port}/${NAME}`;
  await ask(adminUrl, `CREATE DATABASE ${NAME}`);
});
afterEach(async () => {
  const { adminUrl } = inject('database');
  await ask(adminUrl, `DROP DATABASE ${NAME} WITH (FORCE)`);
  for (const role of [owner, app]) await ask(adminUrl, `DROP ROLE IF EXISTS ${role}`);
});

const count = 'SELECT count(*)::int AS seen FROM case_file';
const planted = (centreId: string): string => `INSERT INTO case_file (id, number, kind, centre_id, person_id, step, whose_move, norm_edition, calendar_version, opened_at, opened_on, moved_at)
  VALUES (gen_random_uuid(), gen_random_uuid()::text, 'recognition', '${centreId}', gen_random_uuid(), 'registered', 'centre', 'x', 'x', now(), '2026-03-02', now())`;
const attributes = `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty, current_user = session_user AS plain FROM pg_roles WHERE rolname = current_user`;

describe('below a superuser', () => {
  it('Tanu works through two ordinary roles, as which nothing leads back to the superuser', async () => {
    const roles = (await makeOwnRoles(superUrl, SECRET))!;
    expect(roles).toMatchObject({ owner, app });
    await migrate(roles.ownerUrl, { appRole: roles.app });
    await expect(assertUsableDatabase(roles.appUrl)).resolves.toBeUndefined();
    for (const [url, role] of [[roles.ownerUrl, owner], [roles.appUrl, app]] as const) {
      expect(await ask(url, attributes)).toEqual([{ rolname: role, mighty: false, plain: true }]);
      for (const way of ['SET ROLE postgres', 'SET SESSION AUTHORIZATION postgres', `ALTER ROLE ${role} BYPASSRLS`]) await expect(ask(url, way)).rejects.toMatchObject({ code: '42501' });
      await ask(url, 'RESET ROLE; RESET SESSION AUTHORIZATION; SET ROLE NONE');
    }
    expect(await ask(superUrl, "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")).toEqual([{ tableowner: owner }]);
  });

  it('row-level security holds: what the superuser sees, the application sees only within its scope', async () => {
    const roles = (await makeOwnRoles(superUrl, SECRET))!;
    await migrate(roles.ownerUrl, { appRole: roles.app });
    const guarded = (await ask(superUrl, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity")).map((row) => row['relname']);
    expect(guarded).toContain('case_file');
    const [mine, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    await ask(superUrl, `SET session_replication_role = replica; ${planted(mine!)}`);
    expect(await ask(superUrl, count)).toEqual([{ seen: 1 }]);
    for (const url of [roles.ownerUrl, roles.appUrl]) {
      expect(await ask(url, count)).toEqual([{ seen: 0 }]);
      expect(await ask(url, `SELECT set_config('tanu.scope', 'actor', false), set_config('tanu.centre_ids', '{${other}}', false); ${count}`)).toEqual([{ seen: 0 }]);
      expect(await ask(url, `SELECT set_config('tanu.scope', 'actor', false), set_config('tanu.centre_ids', '{${mine}}', false); ${count}`)).toEqual([{ seen: 1 }]);
    }
    await expect(ask(roles.appUrl, planted(mine!))).rejects.toMatchObject({ code: '42501' });
  });

  it('a second start finds the same roles, binds them again, and changes nothing that was there', async () => {
    const first = await makeOwnRoles(superUrl, SECRET);
    await ask(superUrl, `ALTER ROLE ${app} SUPERUSER BYPASSRLS`);
    const [second, third] = await Promise.all([makeOwnRoles(superUrl, SECRET), makeOwnRoles(superUrl, SECRET)]);
    expect([second, third]).toEqual([first, first]);
    await expect(assertUsableDatabase(second!.appUrl)).resolves.toBeUndefined();
  });

  it('a database whose tables belong to another role is refused, and no role is made', async () => {
    await ask(superUrl, 'CREATE TABLE schema_migration (name text)');
    await expect(makeOwnRoles(superUrl, SECRET)).rejects.toMatchObject({ code: 'database-role', message: expect.stringContaining('belong to postgres') as string });
    expect(await ask(superUrl, 'SELECT 1 FROM pg_roles WHERE rolname = ANY($1)', [[owner, app]])).toEqual([]);
  });
});

describe('every other role', () => {
  let database: FreshDatabase;
  beforeEach(async () => { database = await freshDatabase(); });
  afterEach(() => database.drop());

  it('is left as it is', async () => {
    expect(await makeOwnRoles(database.appUrl, SECRET)).toBeUndefined();
    const names = roleNames(database.name);
    expect(await ask(database.adminUrl, 'SELECT 1 FROM pg_roles WHERE rolname = ANY($1)', [[names.owner, names.app]])).toEqual([]);
  });
});

describe('the names and passwords of the roles', () => {
  it('differ from database to database, and fit into a name of PostgreSQL', () => {
    const databases = ['tanu', 'tanu_2', 'Tanu', 'x'.repeat(63), 'тану', 'a"b'];
    const names = databases.flatMap((each) => Object.values(roleNames(each)));
    expect(new Set(names).size).toBe(2 * databases.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,63}$/);
  });

  it('are what the server itself would have kept of that password', async () => {
    await ask(superUrl, `CREATE ROLE ${app} PASSWORD 'a plain one'`);
    const kept = String((await ask(superUrl, 'SELECT rolpassword FROM pg_authid WHERE rolname = $1', [app]))[0]!['rolpassword']);
    const salt = Buffer.from(/^SCRAM-SHA-256\$4096:([^$]+)\$/.exec(kept)![1]!, 'base64');
    expect(scramVerifier('a plain one', salt)).toBe(kept);
  });

  it('come from the secret, and win over a name in the query of the address', async () => {
    const roles = (await makeOwnRoles(`${superUrl}?user=postgres&password=x`, SECRET))!;
    expect(new URL(roles.appUrl).search).toBe('');
    expect(await ask(roles.appUrl, 'SELECT current_user AS who')).toEqual([{ who: app }]);
    expect(new URL((await makeOwnRoles(superUrl, `${SECRET}!`))!.appUrl).password).not.toBe(new URL(roles.appUrl).password);
  });
});
