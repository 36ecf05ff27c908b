import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from './database.ts';

const opened: FreshDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop();
});

async function queryAs(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function open(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  opened.push(database);
  return database;
}

describe('a database of a test', () => {
  it('hands the application a role that row-level security binds', async () => {
    const { appUrl } = await open();
    const rows = await queryAs(appUrl, 'SELECT current_user AS who, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user');
    expect(rows).toEqual([{ who: 'tanu_app', rolsuper: false, rolbypassrls: false }]);
  });

  it('keeps what one test file writes from the next', async () => {
    const [first, second] = [await open(), await open()];
    await queryAs(first.ownerUrl, 'CREATE TABLE only_here (id int)');
    const found = await queryAs(second.ownerUrl, "SELECT to_regclass('only_here') AS name");
    expect(found).toEqual([{ name: null }]);
  });

  it('sorts and folds Kazakh letters alike on every machine', async () => {
    const { appUrl } = await open();
    expect(await queryAs(appUrl, "SELECT lower('ТАНУ ҚҰЖАТЫ ӘІӨҮҒҢҺ') AS text")).toEqual([{ text: 'тану құжаты әіөүғңһ' }]);
  });
});
