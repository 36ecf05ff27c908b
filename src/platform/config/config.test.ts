import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, ConfigError, loadSecret, readConfig } from './config.ts';

const SERVER = { DATABASE_URL: 'postgres://app:p@db.example/tanu', DEMO: '0' };

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('takes a store of objects with everything it needs, or none', () => {
    expect(readConfig({ S3_ENDPOINT: 'https://store.example', S3_BUCKET: 'tanu', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' }).s3).toEqual({ endpoint: 'https://store.example/', browserEndpoint: undefined, region: 'us-east-1', bucket: 'tanu', accessKey: 'a', secretKey: 'b', encryption: 'AES256' });
    expect(faultsOf({ S3_BUCKET: 'tanu' })).toEqual(['S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY are said together or not at all']);
    expect(faultsOf({ S3_ENDPOINT: 'https://store.example' })).toHaveLength(1);
  });

  it('lets browsers bring recordings to the store only where it says under which address they reach it', () => {
    const store = { S3_BUCKET: 'tanu', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b', PUBLIC_URL: 'https://tanu.example', S3_BROWSER_ENDPOINT: 'https://files.example:9000/' };
    expect(readConfig(store).s3).toMatchObject({ endpoint: undefined, browserEndpoint: 'https://files.example:9000' });
    expect(readConfig({ ...store, PUBLIC_URL: 'http://localhost:3000', S3_BROWSER_ENDPOINT: 'http://localhost:9000' }).s3!.browserEndpoint).toBe('http://localhost:9000');
    expect(faultsOf({ S3_BROWSER_ENDPOINT: 'https://files.example' })).toEqual(['S3_BROWSER_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY beside it']);
    expect(faultsOf({ ...store, S3_BROWSER_ENDPOINT: 'https://files.example/tanu' })).toEqual(['S3_BROWSER_ENDPOINT must be an origin without path, name or password, like https://files.tanu.example']);
    expect(faultsOf({ ...store, S3_BROWSER_ENDPOINT: 'ftp://files.example' })).toEqual(['S3_BROWSER_ENDPOINT must be an address that begins with http:// or https://']);
    expect(faultsOf({ ...store, S3_BROWSER_ENDPOINT: 'http://files.example' })).toEqual(['S3_BROWSER_ENDPOINT must begin with https:// as PUBLIC_URL does, because a page of https sends nothing to http']);
    expect(faultsOf({ ...store, S3_BROWSER_ENDPOINT: 'https://tanu.example' })).toEqual(['S3_BROWSER_ENDPOINT must be another origin than PUBLIC_URL, because what strangers bring is never served from ours']);
  });

  it('needs nothing said: a demonstration on this machine alone', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      isLoopback: true,
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: resolve('var'),
      database: { kind: 'embedded' },
      isDemonstration: true,
      worker: 'inline',
      smtpUrl: undefined,
      s3: undefined,
      trustProxy: false,
      logLevel: 'info',
      requestKeyDays: 30,
      secret: undefined,
    });
  });

  it.each<[string, Record<string, string>, Partial<Config>]>([
    ['the owner of the tables is the application itself unless said', SERVER, { database: { kind: 'server', appUrl: SERVER.DATABASE_URL, ownerUrl: SERVER.DATABASE_URL } }],
    ['the owner of the tables may be another role', { ...SERVER, DATABASE_OWNER_URL: 'postgres://own:p@db.example/tanu' }, { database: { kind: 'server', appUrl: SERVER.DATABASE_URL, ownerUrl: 'postgres://own:p@db.example/tanu' } }],
    ['an embedded database may do real work', { DEMO: '0' }, { isDemonstration: false }],
    ['a demonstration may be shown to others when said', { HOST: '0.0.0.0', DEMO: '1' }, { isDemonstration: true, isLoopback: false }],
    ['the second loopback is a loopback', { HOST: '::1' }, { isLoopback: true, isDemonstration: true, publicUrl: 'http://[::1]:3000' }],
    ['the public address is an origin', { PUBLIC_URL: 'https://tanu.example/' }, { publicUrl: 'https://tanu.example' }],
    ['one proxy', { TRUST_PROXY: '1' }, { trustProxy: 1 }],
    ['proxies by address', { TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: ['10.0.0.0/8', '::1'] }],
    ['keys of requests may be kept longer', { REQUEST_KEY_DAYS: '90' }, { requestKeyDays: 90 }],
    ['an empty variable is an absent one', { PORT: '', DEMO: ' ', LOG_LEVEL: '' }, { port: 3000, isDemonstration: true, logLevel: 'info' }],
    ['a free port', { PORT: '0' }, { port: 0 }],
    ['a worker of its own', { WORKER: 'separate' }, { worker: 'separate' }],
  ])('understands: %s', (_, env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: '80a' }, /^PORT must be a number from 0 to 65535, not "80a"$/],
    [{ PORT: '65536' }, /^PORT /],
    [{ PORT: '-1' }, /^PORT /],
    [{ HOST: 'a b', DEMO: '0' }, /^HOST /],
    [{ PUBLIC_URL: 'tanu.example' }, /^PUBLIC_URL /],
    [{ PUBLIC_URL: 'https://tanu.example/kk' }, /^PUBLIC_URL must be an origin/],
    [{ DATABASE_URL: 'mysql://app:hidden@db/tanu', DEMO: '0' }, /^DATABASE_URL must be an address that begins with postgres:\/\/ or postgresql:\/\/$/],
    [{ DATABASE_OWNER_URL: 'postgres://o:p@db/tanu' }, /^DATABASE_OWNER_URL needs DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://app:p@db/tanu' }, /^DEMO must be said/],
    [{ HOST: '0.0.0.0' }, /^DEMO must be said/],
    [{ DEMO: 'yes' }, /^DEMO must be 0 or 1/],
    [{ WORKER: 'none' }, /^WORKER must be one of inline, separate/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
    [{ REQUEST_KEY_DAYS: '29' }, /^REQUEST_KEY_DAYS must be a number of days from 30/],
    [{ REQUEST_KEY_DAYS: '9999' }, /^REQUEST_KEY_DAYS /],
    [{ REQUEST_KEY_DAYS: 'long' }, /^REQUEST_KEY_DAYS /],
    [{ SMTP_URL: 'mail.example' }, /^SMTP_URL /],
    [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY /],
    [{ TRUST_PROXY: '10.0.0.0/40' }, /^TRUST_PROXY /],
    [{ SECRET: 'short' }, /^SECRET must have at least 32 characters$/],
    [{ TANU_PORT: '3000' }, /^TANU_PORT is not a variable of Tanu/],
  ])('finds the one fault in %j', (env, fault) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
  });

  it('tells all faults together, without a password in any', () => {
    const faults = faultsOf({ PORT: 'x', DATABASE_URL: 'http://app:hidden@db', DEMO: '2', SECRET: 'hidden' });
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toContain('hidden');
  });

  it('cannot be changed afterwards', () => {
    const config = readConfig({});
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.database, { kind: 'server' })).toThrow(TypeError);
  });
});

describe('the secret', () => {
  it('is made once, kept for its owner alone, and the configured one wins', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tanu-secret-'));
    try {
      const config = readConfig({ DATA_DIR: dataDir });
      const secret = loadSecret(config);
      expect(secret.length).toBeGreaterThanOrEqual(43);
      expect(loadSecret(config)).toBe(secret);
      expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
      const said = 'x'.repeat(32);
      expect(loadSecret(readConfig({ DATA_DIR: dataDir, SECRET: said }))).toBe(said);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
