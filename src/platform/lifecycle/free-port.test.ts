import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { findRefusal } from './fatal.ts';
import { assertPortFree } from './free-port.ts';

const refusalOf = (promise: Promise<void>) => promise.then(() => undefined, findRefusal);

it('a port is asked for and let go again, so that it can be listened on afterwards', async () => {
  const other = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await refusalOf(assertPortFree('127.0.0.1', port))).toMatchObject({ code: 'port-in-use', message: `Port ${port} on 127.0.0.1 is in use by another program: set PORT to a free one.` });
  other.close();
  await once(other, 'close');
  for (const again of [1, 2]) expect(await refusalOf(assertPortFree('127.0.0.1', port)), `${again}`).toBeUndefined();
});

it('an address that is not this machine’s is refused in one sentence', async () => {
  expect(await refusalOf(assertPortFree('192.0.2.1', 3000))).toMatchObject({ code: 'port-in-use', message: expect.stringContaining('no address 192.0.2.1') as string });
  expect(await refusalOf(assertPortFree('nowhere.invalid', 3000))).toMatchObject({ code: 'config', message: expect.stringContaining('HOST is nowhere.invalid') as string });
});
