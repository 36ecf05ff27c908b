import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new 256-bit token and the digest that is stored. */
export function newToken(): { token: string; digest: Uint8Array } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: tokenDigest(token) }
}
export function tokenDigest(token: string): Uint8Array {
  return hash('sha256', token, 'buffer')
}
/** A token bound to the session (or to the visit of somebody not signed in). */
export function csrfToken(secret: string, sessionId: string): string {
  return createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url')
}
export function isCsrfValid(secret: string, sessionId: string, token: string): boolean {
  return safeEqual(csrfToken(secret, sessionId), token)
}
/** Compares in constant time; how long the texts are is no secret. */
export function safeEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
