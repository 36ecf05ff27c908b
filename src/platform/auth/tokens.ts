import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new 256-bit token and the digest that is stored. */
export function newToken(): { token: string; digest: Uint8Array } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: tokenDigest(token) }
}
export function tokenDigest(token: string): Uint8Array {
  return hash('sha256', token, 'buffer')
}
const MOST_KNOWN = 5_000
const known = new Map<string, string>()

/** A token bound to the session (or to the visit of somebody not signed in). It never changes for a session, and an exam asks for it with every answer: it is remembered. */
export function csrfToken(secret: string, sessionId: string): string {
  const key = `${secret} ${sessionId}`
  let token = known.get(key)
  if (!token) {
    if (known.size >= MOST_KNOWN) known.clear()
    token = createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url')
    known.set(key, token)
  }
  return token
}
export function isCsrfValid(secret: string, sessionId: string, token: string): boolean {
  return safeEqual(csrfToken(secret, sessionId), token)
}
/** Compares in constant time; how long the texts are is no secret. */
export function safeEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
