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

/** What a stranger could know of the person; a password made of it alone is none. */
export interface PasswordOwner {
  email?: string
  surname?: string
  givenName?: string
  iin?: string
  hasSecondFactor: boolean
}

/** Length and blocklist only, no rules of composition: fifteen characters, or eight beside a second factor. */
export function passwordBlockers(password: string, about: PasswordOwner): Blocker[] {
  const tooLong: Blocker = { code: 'password.too-long', data: { most: PASSWORD_LENGTHS.most } }
  // The search for repetitions takes a time that grows with the square: a megabyte would hold the server for a minute.
  if (password.length > 4 * PASSWORD_LENGTHS.most) return [tooLong]
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length > PASSWORD_LENGTHS.most) return [tooLong]
  const least = about.hasSecondFactor ? PASSWORD_LENGTHS.withSecondFactor : PASSWORD_LENGTHS.alone
  const blockers: Blocker[] = []
  if (length < least) blockers.push({ code: 'password.too-short', data: { least } })
  const folded = text.toLowerCase()
  const own = [about.email?.split('@')[0], about.surname, about.givenName, about.iin].filter((part): part is string => (part ?? '').length >= 4).map((part) => part.normalize('NFKC').toLowerCase())
  const bare = own.reduce((rest, part) => rest.replaceAll(part, ''), folded).replace(/[^\p{L}\p{N}]/gu, '')
  if (own.some((part) => folded.includes(part)) && bare.length < 8) blockers.push({ code: 'password.of-own-name' })
  if (isCommon(folded)) blockers.push({ code: 'password.common' })
  return blockers
}

/** Common words alone or several in a row, also typed in the other layout or with signs for letters; one sign repeated; runs of the keyboard. */
function isCommon(folded: string): boolean {
  const unit = /^(.+?)\1+$/u.exec(folded)?.[1] ?? folded
  if ([...unit].length === 1) return true
  if (COMMON_PASSWORDS.has(folded) || COMMON_PASSWORDS.has(unit) || isRun(unit)) return true
  const stem = unit.replace(TAIL, '')
  // A tail of more than ten signs is work of its own, not decoration.
  if (unit.length - stem.length > 10) return false
  const half = /^(.+?)\1*$/u.exec(stem)?.[1] ?? stem
  return [stem, half, withoutSigns(unit).replace(TAIL, ''), withoutSigns(stem)].some((each) => each.length >= 4 && (COMMON_PASSWORDS.has(each) || isRun(each) || isWordsOnly(each)))
}

const TAIL = /[\d!@#$%^&*?._-]+$/u
const SIGNS: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }

function withoutSigns(text: string): string {
  return text.replace(/[@431!0$57]/g, (sign) => SIGNS[sign]!)
}

/** Two common words in a row are still what is tried first; three and more make a phrase. */
function isWordsOnly(text: string, most = 2): boolean {
  if (most === 0) return false
  for (let end = text.length; end >= 4; end--) {
    if (!COMMON_PASSWORDS.has(text.slice(0, end))) continue
    const rest = text.slice(end).replace(/^[\d!@#$%^&*?._ -]+/u, '')
    if (rest === '' || isWordsOnly(rest, most - 1)) return true
  }
  return false
}

function isRun(unit: string): boolean {
  return unit.length >= 4 && RUNS.some((run) => run.includes(unit))
}

const ROWS = ['01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', 'йцукенгшщзхъфывапролджэячсмитьбю', 'abcdefghijklmnopqrstuvwxyz', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя', 'әіңғүұқөһ', '1q2w3e4r5t6y7u8i9o0p', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm', '1йфя2цыч3увс4кам5епи']
const RUNS: readonly string[] = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
