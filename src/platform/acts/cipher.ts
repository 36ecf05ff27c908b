import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import type { Cipher } from './ctx.ts'

/** AES-256-GCM with the place (table.column) as associated data, so that a value moved elsewhere does not open; HMAC-SHA-256 as index. */
export function cipherFrom(secret: string): Cipher {
  // As key objects: bytes would be made into one for every field, which costs ten times the digest of a short text.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'tanu', 'field-encryption', 32)))
  const indexKey = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'tanu', 'blind-index', 32)))
  return {
    seal(text, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(bytes, place) {
      const all = Buffer.from(bytes)
      const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, 12))
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(all.subarray(12, 28))
      return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString('utf8')
    },
    index: (text) => createHmac('sha256', indexKey).update(text).digest(),
  }
}
