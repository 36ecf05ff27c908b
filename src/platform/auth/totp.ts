import { createHmac, randomBytes } from 'node:crypto'
import { safeEqual } from './tokens.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_SECONDS = 30

/** A new secret of 160 bits, in base 32 as authenticator applications read it. */
export function newTotpSecret(): string {
  return base32(randomBytes(20))
}

/** The code of a time step (RFC 6238, SHA-1, six digits). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = digest.at(-1)! & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The time step a code is good for, one step of slack to either side; never one that was used before. */
export function verifyTotp(secret: string, typed: string, nowMs: number, lastStep: number | null): number | undefined {
  const code = typed.slice(0, 32).replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return undefined
  const now = Math.floor(nowMs / 1000 / STEP_SECONDS)
  return [now, now - 1, now + 1].find((step) => step > (lastStep ?? -1) && safeEqual(totpCode(secret, step), code))
}

/** The address that an authenticator application reads from a QR code. */
export function totpAddress(secret: string, account: string): string {
  return `otpauth://totp/Tanu:${encodeURIComponent(account)}?secret=${secret}&issuer=Tanu&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`
}

/** Ten codes for the day the telephone is lost, each good once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => base32(randomBytes(10)).toLowerCase().replace(/(.{4})(?=.)/g, '$1-'))
}

function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => {
    const value = ALPHABET.indexOf(sign)
    if (value === -1) throw new Error('a secret that is not base 32')
    return value.toString(2).padStart(5, '0')
  }).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
