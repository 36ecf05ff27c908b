import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { locateBinaries } from './binaries.ts';
import { makeRoles } from './embedded.ts';
import { databaseUrl, initCluster, own, startServer } from './server.ts';
import { makeTemporary, quickestFolder, sweepTemporary } from './temporary.ts';
import { findWayToRun } from './way-to-run.ts';

const PREFIX = 'tanu-throwaway-';
/** What the kernels of Linux and macOS take as the path of a socket, less the name of its file. */
const LONGEST_FOLDER = 85;

/** A cluster for one test run: trusts the loopback, never syncs, is gone afterwards. */
export interface Throwaway {
  readonly host: string;
  readonly port: number;
  /** The folder of its socket, which takes half the time of the loopback; absent where its path is too long for one. */
  readonly socketFolder: string | undefined;
  /** As superuser on the database `postgres`; may create databases. */
  readonly adminUrl: string;
  urlFor(database: string, role: 'postgres' | 'tanu_owner' | 'tanu_app'): string;
  stop(): Promise<void>;
}

/** Starts a throw-away cluster with the two roles in it, and sweeps what killed runs left behind. */
export async function startThrowaway(log: (line: string) => void = () => undefined): Promise<Throwaway> {
  const place = quickestFolder();
  for (const folder of new Set([place, tmpdir()])) sweepTemporary(PREFIX, folder);
  const way = findWayToRun(locateBinaries());
  const folder = makeTemporary(PREFIX, place);
  own(folder, way);
  try {
    const dataFolder = join(folder, 'postgres');
    await initCluster(way, dataFolder, undefined);
    const server = await startServer({
      way,
      dataFolder,
      log,
      settings: {
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        autovacuum: 'off',
        max_connections: '200',
        shared_buffers: '128MB',
        // Named as seen from the data folder, in which the server stands whoever it runs as.
        unix_socket_directories: '.',
      },
    });
    const adminUrl = databaseUrl(server.port, 'postgres', 'postgres');
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    await makeRoles(client);
    await client.end();
    return {
      host: '127.0.0.1',
      port: server.port,
      socketFolder: dataFolder.length <= LONGEST_FOLDER ? dataFolder : undefined,
      adminUrl,
      urlFor: (database, role) => databaseUrl(server.port, database, role),
      async stop() {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
