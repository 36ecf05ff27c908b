import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2 as never) as (kind: string, options: object) => Promise<Buffer>
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const key = await derive('argon2id', { message: password.normalize('NFKC'), nonce, parallelism: 1, tagLength: 32, memory: 19456, passes: 2 })
  return `$argon2id$v=19$m=19456,t=2,p=1$${nonce.toString('base64url')}$${key.toString('base64url')}`
}
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, , , , nonce, key] = (stored ?? '$a$v$p$AAAAAAAAAAAAAAAAAAAAAA$AAAA').split('$')
  const found = await derive('argon2id', { message: password.normalize('NFKC'), nonce: Buffer.from(nonce!, 'base64url'), parallelism: 1, tagLength: 32, memory: 19456, passes: 2 })
  const right = Buffer.from(key!, 'base64url')
  return stored !== undefined && right.length === found.length && timingSafeEqual(right, found)
}
