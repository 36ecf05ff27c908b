import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Blocker } from '#kernel/denial.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

interface Argon2Options { message: string; nonce: Uint8Array; parallelism: number; tagLength: number; memory: number; passes: number }
const derive = promisify(argon2 as never) as (kind: 'argon2id', options: Argon2Options) => Promise<Buffer>

/** 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** The stored form of a password: argon2id with its own nonce. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const key = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...COST })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${nonce.toString('base64url')}$${key.toString('base64url')}`
}

/** Checks a password; without a stored one it works as long and says no, so that time tells nobody who has an account. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored ?? NOBODY)
  if (!match) return false
  const [, memory, passes, parallelism, nonce, key] = match as unknown as string[]
  const right = Buffer.from(key!, 'base64url')
  const found = await derive('argon2id', {
    message: password.normalize('NFKC').slice(0, 512), nonce: Buffer.from(nonce!, 'base64url'), memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: right.length,
  })
  return timingSafeEqual(right, found) && stored !== undefined
}

export const PASSWORD_LENGTHS = { alone: 15, withSecondFactor: 8, most: 128 } as const

/** Length and blocklist only, no rules of composition: fifteen characters, or eight beside a second factor. */
export function passwordBlockers(password: string, about: { email?: string; surname?: string; givenName?: string; hasSecondFactor: boolean }): Blocker[] {
  const text = password.normalize('NFKC')
  const length = [...text].length
  const least = about.hasSecondFactor ? PASSWORD_LENGTHS.withSecondFactor : PASSWORD_LENGTHS.alone
  const blockers: Blocker[] = []
  if (length < least) blockers.push({ code: 'password.too-short', data: { least } })
  if (length > PASSWORD_LENGTHS.most) blockers.push({ code: 'password.too-long', data: { most: PASSWORD_LENGTHS.most } })
  const folded = text.toLowerCase()
  const own = [about.email?.split('@')[0], about.surname, about.givenName].filter((part): part is string => (part ?? '').length >= 4).map((part) => part.toLowerCase())
  const bare = own.reduce((rest, part) => rest.replaceAll(part, ''), folded).replace(/[^\p{L}\p{N}]/gu, '')
  if (own.some((part) => folded.includes(part)) && bare.length < 8) blockers.push({ code: 'password.of-own-name' })
  if (isCommon(folded)) blockers.push({ code: 'password.common' })
  return blockers
}

/** Common words, one sign repeated, a run of the keyboard or of digits, and any of these written again and again. */
function isCommon(folded: string): boolean {
  const unit = /^(.+?)\1+$/u.exec(folded)?.[1] ?? folded
  if ([...unit].length === 1) return true
  const stem = unit.replace(/[\d!@#$%^&*._-]+$/u, '')
  return COMMON_PASSWORDS.has(folded) || COMMON_PASSWORDS.has(unit) || (stem.length >= 4 && COMMON_PASSWORDS.has(stem) && unit.length - stem.length <= 10) || RUNS.some((run) => run.includes(unit) && unit.length >= 4)
}
const RUNS = ['01234567890123456789', '98765432109876543210', 'qwertyuiopasdfghjklzxcvbnm', 'йцукенгшщзхъфывапролджэячсмитьбю', 'abcdefghijklmnopqrstuvwxyz', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'әіңғүұқөһ', '1q2w3e4r5t6y7u8i9o0p', '1qaz2wsx3edc4rfv5tgb']
