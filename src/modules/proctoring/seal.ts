import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
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

/** AES-256-GCM: nonce, tag, bytes. `place` is bound to it, so that a chunk put under another number does not open. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}
export function openBytes(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array {
  const all = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, 12))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(all.subarray(12, 28))
  return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()])
}

export function sha256Of(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
