import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartRefusal } from './start-refusal.ts';

/** Asks for the port and lets it go again, before anything is made: a first start takes a while, and must not end with what could be known at once. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  probe.listen({ host, port });
  await once(probe, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'getaddrinfo') throw error;
    throw new StartRefusal('config', `HOST is ${host}, a name this machine does not know (${error.code}): set HOST to an address it has.`, { cause: error });
  });
  probe.close();
  await once(probe, 'close');
}
