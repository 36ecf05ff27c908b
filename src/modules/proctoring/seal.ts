import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Cipher } from '#platform/acts/ctx.ts'

const KEY_PLACE = 'proctoring_session.wrapped_key'

/** 32 fresh bytes. */
export function newKey(): Uint8Array {
  return randomBytes(32)
}
/** A key of one watch, wrapped by the key of the server; 32 bytes. */
export function wrapKey(cipher: Cipher, key: Uint8Array): Uint8Array {
  return cipher.seal(Buffer.from(key).toString('hex'), KEY_PLACE)
}
export function unwrapKey(cipher: Cipher, wrapped: Uint8Array): Uint8Array {
  return Buffer.from(cipher.open(wrapped, KEY_PLACE), 'hex')
}

/** The key under which the browser of the candidate seals by itself. It is made from the key of the watch and goes with it; the other way nobody comes. */
export function browserKeyOf(key: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', key, '', 'browser', 32))
}

/** What the sealed bytes of a piece are bound to, whoever seals them. */
export function placeOfChunk(sessionId: string, track: string, number: number): string {
  return `${placeOfChunks(sessionId)}:${track}:${number}`
}
export function placeOfChunks(sessionId: string): string {
  return `chunk:${sessionId}`
}

const NONCE = 12
const TAG = 16
/** By how much sealed bytes are longer. */
export const SEAL_BYTES = NONCE + TAG

/** AES-256-GCM: nonce, tag, bytes. `place` is bound to it, so that a chunk put under another number does not open. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}
export function openBytes(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array {
  const all = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(all.subarray(NONCE, SEAL_BYTES))
  return Buffer.concat([decipher.update(all.subarray(SEAL_BYTES)), decipher.final()])
}

/** So many of the first bytes can be read without the rest. */
export const PEEK_BYTES = 16
/**
 * The first bytes of something sealed, from its beginning alone: the tag cannot be asked without the whole, so this is a hint and no proof.
 * What GCM encrypts with is its counter, which begins at two.
 */
export function peekBytes(key: Uint8Array, beginning: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-ctr', key, Buffer.concat([beginning.subarray(0, NONCE), Buffer.from([0, 0, 0, 2])]))
  return decipher.update(beginning.subarray(SEAL_BYTES, SEAL_BYTES + PEEK_BYTES))
}

export function sha256Of(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
