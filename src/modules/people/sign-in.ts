import { createHash } from 'node:crypto'
import { plusMs, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { rateLimit, type RateLimit } from '#platform/auth/rate-limit.ts'
import { verifyTotp } from '#platform/auth/totp.ts'
import type { Sql } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { checkPassword, startSession, TOTP_PLACE } from './accounts.ts'
import { policy } from './policy.ts'
import * as store from './store/people-store.ts'

const MINUTE = 60_000
const byAddress = rateLimit({ most: 60, windowMs: 10 * MINUTE })
const byAccount = rateLimit({ most: 10, windowMs: 15 * MINUTE })
const codesByAccount = rateLimit({ most: 5, windowMs: 5 * MINUTE })
const PENDING_MS = 5 * MINUTE
const PENDING_PLACE = 'pending-sign-in'

/** Where a try comes from: for limits and for the list of sign-ins. */
export interface Caller {
  address: string
  device: string
}

export type SignInAnswer = { kind: 'signed-in'; token: string; accountId: Uuid } | { kind: 'code-wanted'; pending: string } | { kind: 'refused' }

/** Signs in with e-mail and password. Limits and answers are the same for known and unknown addresses. */
export async function signInWithPassword(ctx: Ctx, { email, password, ...caller }: Caller & { email: string; password: string }): Promise<SignInAnswer> {
  const now = ctx.clock.realNow()
  const folded = email.trim().toLowerCase()
  takeTry(byAddress, caller.address, now)
  takeTry(byAccount, folded, now)
  const found = await checkPassword(ctx, folded, password)
  if (!found) return { kind: 'refused' }
  if (found.secondFactor) return { kind: 'code-wanted', pending: sealPending(ctx, found.accountId, now) }
  return { kind: 'signed-in', accountId: found.accountId, token: await beginSession(ctx, found.accountId, caller, 'password') }
}

/** The second step: a code of the phone, or one of the recovery codes, each of which works once. */
export async function signInWithCode(ctx: Ctx, { pending, code, ...caller }: Caller & { pending: string; code: string }): Promise<SignInAnswer> {
  const now = ctx.clock.realNow()
  takeTry(byAddress, caller.address, now)
  const accountId = openPending(ctx, pending, now)
  if (!accountId) throw new Denial('sign-in.pending-expired')
  takeTry(codesByAccount, accountId, now)
  const account = await store.selectAccount(ctx.db, accountId)
  if (!account || account.closedAt || !account.totpCipher || !account.totpConfirmedAt) return { kind: 'refused' }
  const used = await useCode(ctx.db, ctx.cipher, account, code, now)
  return used ? { kind: 'signed-in', accountId, token: await beginSession(ctx, accountId, caller, `password-and-${used}`) } : { kind: 'refused' }
}

/** Asks for the second factor before a change of what opens the account; the code is used up with the act. */
export async function assertSecondFactor(t: Tx, account: store.AccountRow, code: string, now: Moment): Promise<void> {
  takeTry(codesByAccount, account.id, now)
  if (!(await useCode(t.sql, t.cipher, account, code, now))) throw new Denial('factor.code-wrong', { data: { field: 'oneTimeCode' } })
}

/** Which kind of code this was, used up by it; undefined when it is none or was used before. */
async function useCode(sql: Sql, cipher: Ctx['cipher'], account: store.AccountRow, code: string, now: Moment): Promise<'code' | 'recovery-code' | undefined> {
  const step = account.totpCipher ? verifyTotp(cipher.open(account.totpCipher, TOTP_PLACE), code.replace(/\s/g, ''), Date.parse(now), account.totpLastStep) : undefined
  if (step !== undefined && (await store.useTotpStep(sql, account.id, step)) === 1) return 'code'
  return (await store.useRecoveryCode(sql, account.id, recoveryDigest(code), now)) === 1 ? 'recovery-code' : undefined
}

/** Starts a sign-in and writes it into the journal of the account; the token itself never touches a stored outcome. */
export async function beginSession(ctx: Ctx, accountId: Uuid, caller: Pick<Caller, 'device'>, way: string): Promise<string> {
  await tx({ ...ctx, requestKey: undefined }, 'account.sign-in', async (t) => {
    assertMay(t, policy, 'account.sign-in', undefined as never)
    await store.lockAccount(t.sql, accountId)
    await record(t, `account:${accountId}`, 'signed-in', { way })
  })
  return startSession(ctx, accountId, caller.device)
}

/** A recovery code as it is compared: without blanks, dashes and case. */
export function recoveryDigest(code: string): Uint8Array {
  return createHash('sha256').update(code.replace(/[\s-]/g, '').toUpperCase()).digest()
}

/** Takes a try in real time or refuses with 429. */
export function takeTry(limit: RateLimit, key: string, now: Moment): void {
  if (limit.tryTake(key, Date.parse(now)) > 0) throw new Denial('rate.too-many')
}

function sealPending(ctx: Ctx, accountId: Uuid, now: Moment): string {
  return Buffer.from(ctx.cipher.seal(`${accountId} ${plusMs(now, PENDING_MS)}`, PENDING_PLACE)).toString('base64url')
}

function openPending(ctx: Ctx, pending: string, now: Moment): Uuid | undefined {
  try {
    const [accountId, until] = ctx.cipher.open(Buffer.from(pending, 'base64url'), PENDING_PLACE).split(' ')
    return until !== undefined && until > now ? (accountId as Uuid) : undefined
  } catch {
    return undefined
  }
}
