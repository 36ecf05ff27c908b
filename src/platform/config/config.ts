import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { makeDataFolder } from '#platform/lifecycle/data-folder.ts';
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const WORKERS = ['inline', 'separate'] as const;
export type Worker = (typeof WORKERS)[number];

/** Which database: our own below the data folder, or a server somebody else runs. */
export type DatabaseConfig = { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly appUrl: string; readonly ownerUrl: string };

/** A store of objects that speaks S3. */
export interface S3Config {
  readonly endpoint: string | undefined;
  /** Where browsers reach the store; absent: recordings go through the server. */
  readonly browserEndpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly encryption: 'AES256' | undefined;
}

/** Everything the environment says, checked once at the start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Whether only this machine can reach us; one-click sign-in of the administrator depends on it. */
  readonly isLoopback: boolean;
  /** The origin people type, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly isDemonstration: boolean;
  readonly worker: Worker;
  readonly smtpUrl: string | undefined;
  /** How many proxies, or which, may name the caller's address. */
  readonly trustProxy: false | number | readonly string[];
  readonly logLevel: LogLevel;
  /** How many days a repeated request still gets its first answer [D]. */
  readonly requestKeyDays: number;
  /** Absent: files lie in the data folder; else in a store of objects. */
  readonly s3: S3Config | undefined;
  /** Absent: a random one is kept in the data folder. */
  readonly secret: string | undefined;
}

/** The environment is wrong; holds every fault, not only the first. */
export class ConfigError extends StartRefusal {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super('config', `The configuration is wrong: ${faults.join('; ')}.`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const MIN_SECRET = 32;
/** Payments, votes, answers and signatures must not be doubled by a repetition that comes within thirty days [D]. */
const MIN_REQUEST_KEY_DAYS = 30;
const MAX_REQUEST_KEY_DAYS = 3650;

/** Reads and checks the environment; throws a `ConfigError` with all faults together. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  const listed = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = text(name);
    if (value === undefined) return otherwise;
    if ((values as readonly string[]).includes(value)) return value as T;
    faults.push(`${name} must be one of ${values.join(', ')}, not "${value}"`);
    return otherwise;
  };
  const address = (name: string, protocols: readonly string[]): URL | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const url = URL.parse(value);
    if (url !== null && url.hostname !== '' && protocols.includes(url.protocol)) return url;
    // Not repeated: such addresses carry passwords.
    faults.push(`${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    return undefined;
  };

  for (const name of Object.keys(env)) {
    if (name.startsWith('TANU_')) faults.push(`${name} is not a variable of Tanu; its variables have no prefix`);
  }

  const host = text('HOST') ?? '127.0.0.1';
  if (!/^[\w.:-]+$/.test(host)) faults.push(`HOST must be a name or an address, not "${host}"`);
  const isLoopback = host === 'localhost' || host === '::1' || /^127\./.test(host);

  const portText = text('PORT') ?? '3000';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535) faults.push(`PORT must be a number from 0 to 65535, not "${portText}"`);

  const origin = (name: string, example: string): URL | undefined => {
    const url = address(name, ['http:', 'https:']);
    if (url !== undefined && url.href !== `${url.origin}/`) faults.push(`${name} must be an origin without path, name or password, like ${example}`);
    return url;
  };
  const publicAddress = origin('PUBLIC_URL', 'https://tanu.example');
  const hostInUrl = isIP(host) === 6 ? `[${host}]` : host;
  const publicUrl = publicAddress?.origin ?? `http://${hostInUrl}:${portText}`;

  const appUrl = address('DATABASE_URL', ['postgres:', 'postgresql:'])?.href;
  const ownerUrl = address('DATABASE_OWNER_URL', ['postgres:', 'postgresql:'])?.href;
  if (text('DATABASE_OWNER_URL') !== undefined && text('DATABASE_URL') === undefined) {
    faults.push('DATABASE_OWNER_URL needs DATABASE_URL beside it');
  }
  const isEmbedded = text('DATABASE_URL') === undefined;
  const database: DatabaseConfig = appUrl === undefined ? { kind: 'embedded' } : { kind: 'server', appUrl, ownerUrl: ownerUrl ?? appUrl };

  const demo = text('DEMO');
  if (demo !== undefined && demo !== '0' && demo !== '1') faults.push(`DEMO must be 0 or 1, not "${demo}"`);
  // Demonstration people sign in with one click: harmless only where nobody else can reach the instance.
  const isHarmless = isEmbedded && isLoopback;
  if (demo === undefined && !isHarmless) {
    faults.push('DEMO must be said (0 for real work, 1 for a demonstration), because the database or the host is not this machine\'s own');
  }

  const daysText = text('REQUEST_KEY_DAYS') ?? String(MIN_REQUEST_KEY_DAYS);
  const requestKeyDays = Number(daysText);
  if (!/^\d{1,4}$/.test(daysText) || requestKeyDays < MIN_REQUEST_KEY_DAYS || requestKeyDays > MAX_REQUEST_KEY_DAYS) {
    faults.push(`REQUEST_KEY_DAYS must be a number of days from ${MIN_REQUEST_KEY_DAYS} to ${MAX_REQUEST_KEY_DAYS}, not "${daysText}"`);
  }

  const smtpUrl = address('SMTP_URL', ['smtp:', 'smtps:'])?.href;
  const secret = text('SECRET');
  if (secret !== undefined && secret.length < MIN_SECRET) faults.push(`SECRET must have at least ${MIN_SECRET} characters`);

  const s3Named = ['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'].filter((name) => text(name) !== undefined);
  const endpoint = address('S3_ENDPOINT', ['http:', 'https:'])?.href;
  if (s3Named.length > 0 && s3Named.length < 3) faults.push('S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY are said together or not at all');
  if (endpoint !== undefined && s3Named.length === 0) faults.push('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY beside it');
  const browserEndpoint = origin('S3_BROWSER_ENDPOINT', 'https://files.tanu.example')?.origin;
  if (browserEndpoint !== undefined && s3Named.length === 0) faults.push('S3_BROWSER_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY beside it');
  if (browserEndpoint?.startsWith('http:') && publicUrl.startsWith('https:')) faults.push('S3_BROWSER_ENDPOINT must begin with https:// as PUBLIC_URL does, because a page of https sends nothing to http');
  if (browserEndpoint !== undefined && browserEndpoint === publicUrl) faults.push('S3_BROWSER_ENDPOINT must be another origin than PUBLIC_URL, because what strangers bring is never served from ours');
  const encryption = listed('S3_ENCRYPTION', ['none', 'AES256'] as const, 'AES256');
  const s3 = s3Named.length < 3 ? undefined : Object.freeze({ endpoint, browserEndpoint, region: text('S3_REGION') ?? 'us-east-1', bucket: text('S3_BUCKET')!, accessKey: text('S3_ACCESS_KEY')!, secretKey: text('S3_SECRET_KEY')!, encryption: encryption === 'none' ? undefined : encryption });

  const config: Config = {
    host,
    port,
    isLoopback,
    publicUrl,
    dataDir: resolve(text('DATA_DIR') ?? 'var'),
    database: Object.freeze(database),
    isDemonstration: demo === undefined ? isHarmless : demo === '1',
    worker: listed('WORKER', WORKERS, 'inline'),
    smtpUrl,
    trustProxy: readTrustProxy(text('TRUST_PROXY'), faults),
    logLevel: listed('LOG_LEVEL', LOG_LEVELS, 'info'),
    requestKeyDays,
    s3,
    secret,
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}

/** The secret that keys signed cookies and pseudonyms: the configured one, or a random one kept for its owner alone. */
export function loadSecret(config: Config): string {
  if (config.secret !== undefined) return config.secret;
  const path = join(config.dataDir, 'secret');
  makeDataFolder(config.dataDir);
  const own = `${path}.${process.pid}`;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    // Down to the disk before it counts: without this secret the identity numbers cannot be read again.
    writeFileSync(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
    linkSync(own, path);
  } catch (error) {
    // Another process of the same instance was quicker; its secret is the secret.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

function readTrustProxy(value: string | undefined, faults: string[]): false | number | readonly string[] {
  if (value === undefined || value === '0') return false;
  if (/^[1-9]$/.test(value)) return Number(value);
  const addresses = value.split(',').map((part) => part.trim());
  const isAddress = (part: string): boolean => {
    const [ip = '', bits, ...more] = part.split('/');
    const version = isIP(ip);
    const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
    return version !== 0 && isMask && more.length === 0;
  };
  if (addresses.every(isAddress)) return Object.freeze(addresses);
  faults.push(`TRUST_PROXY must be 0, the number of proxies, or their addresses, not "${value}"`);
  return false;
}
