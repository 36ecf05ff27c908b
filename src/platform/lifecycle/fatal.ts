import { writeSync } from 'node:fs';
import { StartRefusal } from './start-refusal.ts';

interface SystemFailure {
  readonly code?: string;
  readonly syscall?: string;
  readonly address?: string;
  readonly port?: number;
  readonly path?: string;
  readonly severity?: string;
}

/** Turns an error that ends the process into a refusal with one sentence; undefined when we do not know it. */
export function findRefusal(error: unknown): StartRefusal | undefined {
  if (error instanceof StartRefusal) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return findRefusal(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, address, port, path, severity } = error as Error & SystemFailure;
  const options = { cause: error };
  if (error.name === 'NewerDatabaseError') {
    return new StartRefusal('data-folder-newer', `The database was made by a newer Tanu (it has ${error.message}, which this one does not know): start the newer one.`, options);
  }
  switch (code) {
    case 'EADDRINUSE':
      return new StartRefusal('port-in-use', `Port ${port} on ${address} is in use by another program: set PORT to a free one.`, options);
    case 'EADDRNOTAVAIL':
      return new StartRefusal('port-in-use', `This machine has no address ${address}: set HOST to one it has.`, options);
    case 'EACCES':
      if (syscall === 'listen') {
        return new StartRefusal('port-in-use', `This user may not open port ${port}: set PORT to one above 1023.`, options);
      }
      return new StartRefusal('data-folder-not-writable', `${path ?? 'The data folder'} may not be used by this user: set DATA_DIR to a folder it may write.`, options);
    case 'EROFS':
      return new StartRefusal('data-folder-not-writable', `${path ?? 'The data folder'} is read-only: set DATA_DIR to a folder that can be written.`, options);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'file.disk-full':
    case '53100':
      return new StartRefusal('disk-full', 'The disk with the data folder is full: free some space and start again.', options);
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new StartRefusal('database-unreachable', `The database of DATABASE_URL does not answer (${code}): start it or correct the address.`, options);
    case '28P01':
    case '28000':
    case '3D000':
      if (severity === undefined) return undefined;
      return new StartRefusal('database-unreachable', `The database of DATABASE_URL refuses us: ${error.message}.`, options);
    case '42501':
      if (severity === undefined) return undefined;
      return new StartRefusal('database-role', `The role of DATABASE_URL may not do what Tanu needs (${error.message}): give it a database of its own, or name the owner in DATABASE_OWNER_URL.`, options);
    default:
      return undefined;
  }
}

/** Ends the process with one sentence on standard error; an error nobody foresaw shows its stack too. */
export function fatal(error: unknown): never {
  const refusal = findRefusal(error);
  const text = refusal?.message ?? `Tanu stopped by an error nobody foresaw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  // Synchronous: what is still in a stream's buffer is lost when the process ends.
  writeSync(2, `${text}\n`);
  process.exit(1);
}
