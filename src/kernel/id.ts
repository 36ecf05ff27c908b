import type { Brand } from './brand.ts';

export type Uuid = Brand<string, 'Uuid'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a UUID of any version, in lower case as PostgreSQL prints it. */
export function parseUuid(text: string): Uuid | undefined {
  const lower = text.toLowerCase();
  return UUID.test(lower) ? (lower as Uuid) : undefined;
}

/** Makes a UUIDv7 (RFC 9562) from the milliseconds since 1970 and ten random bytes: keys sort by the time of their making. */
export function uuidv7(ms: number, random: Uint8Array): Uuid {
  if (!Number.isInteger(ms) || ms < 0 || ms >= 2 ** 48) throw new RangeError('uuidv7: the time does not fit 48 bits');
  if (random.length < 10) throw new RangeError('uuidv7: ten random bytes are needed');
  const tail = Array.from(random.subarray(0, 10));
  tail[0] = (tail[0]! & 0x0f) | 0x70;
  tail[2] = (tail[2]! & 0x3f) | 0x80;
  const hex = ms.toString(16).padStart(12, '0') + tail.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Uuid;
}
