import { plusMs } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { hashPassword, passwordBlockers, verifyPassword } from '#platform/auth/password.ts'
import { rateLimit } from '#platform/auth/rate-limit.ts'
import { newToken, tokenDigest } from '#platform/auth/tokens.ts'
import { record } from '#platform/journal/journal.ts'
import { tellOwner } from './account-letter.ts'
import { policy } from './policy.ts'
import { takeTry } from './sign-in.ts'
import * as store from './store/people-store.ts'
import * as resets from './store/reset-store.ts'

const MINUTE = 60_000
/** How long a link for a new password works. */
export const RESET_MS = 30 * MINUTE
const resetsByAddress = rateLimit({ most: 20, windowMs: 60 * MINUTE })
const resetsByAccount = rateLimit({ most: 3, windowMs: 60 * MINUTE })
const currentByAccount = rateLimit({ most: 10, windowMs: 15 * MINUTE })

/** Changes one's own password after the present one was shown; every other sign-in ends. */
export async function changePassword(ctx: Ctx, input: { current: string; fresh: string; keepSessionId: string | null }): Promise<void> {
  const account = await ownAccount(ctx)
  await assertCurrentPassword(ctx, account, input.current)
  await assertGoodPassword(ctx, account, input.fresh)
  const hash = await hashPassword(input.fresh)
  await tx(ctx, 'account.change-password', async (t) => {
    assertMay(t, policy, 'account.change-own', { accountId: account.id })
    await store.lockAccount(t.sql, account.id)
    await resets.updatePassword(t.sql, account.id, hash)
    await resets.endLinksOf(t.sql, account.id, ctx.clock.realNow())
    await store.endSessionsOf(t.sql, account.id, ctx.clock.realNow(), input.keepSessionId)
    await record(t, `account:${account.id}`, 'password-changed')
    await tellOwner(t, account.id, 'password-changed')
  })
}

/** Sends a link when the address has an account; says and takes the same when it has none. */
export async function requestPasswordReset(ctx: Ctx, { email, address }: { email: string; address: string }): Promise<void> {
  const now = ctx.clock.realNow()
  const folded = email.trim().toLowerCase()
  takeTry(resetsByAddress, address, now)
  // Too many for one address are swallowed: a refusal would say nothing more, and a flood of letters helps nobody.
  const swallowed = resetsByAccount.tryTake(folded, Date.parse(now)) > 0
  const { token, digest } = newToken()
  await tx({ ...ctx, requestKey: undefined }, 'account.request-reset', async (t) => {
    assertMay(t, policy, 'account.reset-password', undefined as never)
    const account = await store.selectAccountByEmail(t.sql, folded)
    if (!account || swallowed) return
    await store.lockAccount(t.sql, account.id)
    await resets.insertReset(t.sql, { tokenHash: digest, accountId: account.id, at: now, expiresAt: plusMs(now, RESET_MS) })
    await record(t, `account:${account.id}`, 'password-reset-asked')
    await tellOwner(t, account.id, 'password-reset', `/reset-password/${token}`)
  })
}

/** Whether a link still works; looking does not use it up. */
export async function isResetAlive(ctx: Ctx, token: string): Promise<boolean> {
  return token.length <= 100 && (await resets.selectLiveReset(ctx.db, tokenDigest(token), ctx.clock.realNow())) !== undefined
}

/** Sets a new password by a link: once, within half an hour; every sign-in ends, the second factor stays. */
export async function resetPassword(ctx: Ctx, { token, fresh, address }: { token: string; fresh: string; address: string }): Promise<void> {
  const now = ctx.clock.realNow()
  takeTry(resetsByAddress, address, now)
  const digest = tokenDigest(token.slice(0, 100))
  const reset = await resets.selectLiveReset(ctx.db, digest, now)
  const account = reset && (await store.selectAccount(ctx.db, reset.accountId))
  if (!account || account.closedAt) throw new Denial('reset.dead')
  await assertGoodPassword(ctx, account, fresh)
  const hash = await hashPassword(fresh)
  await tx(ctx, 'account.reset-password', async (t) => {
    assertMay(t, policy, 'account.reset-password', undefined as never)
    await store.lockAccount(t.sql, account.id)
    if ((await resets.useReset(t.sql, digest, now)) === 0) throw new Denial('reset.dead')
    await resets.updatePassword(t.sql, account.id, hash)
    await resets.endLinksOf(t.sql, account.id, now)
    await store.endSessionsOf(t.sql, account.id, now, null)
    await record(t, `account:${account.id}`, 'password-reset')
    await tellOwner(t, account.id, 'password-changed')
  })
}

/** The account of whoever acts. */
export async function ownAccount(ctx: Ctx): Promise<store.AccountRow> {
  const account = ctx.actor.kind === 'person' ? await store.selectAccount(ctx.db, ctx.actor.accountId) : undefined
  if (!account || account.closedAt) throw new Denial('not-found')
  return account
}

/** Asks for the present password before a change of what protects the account; without a password there is nothing to ask. */
export async function assertCurrentPassword(ctx: Ctx, account: store.AccountRow, current: string): Promise<void> {
  if (account.passwordHash === null) return
  takeTry(currentByAccount, account.id, ctx.clock.realNow())
  if (!(await verifyPassword(current, account.passwordHash))) throw new Denial('password.current-wrong', { data: { field: 'currentPassword' } })
}

async function assertGoodPassword(ctx: Ctx, account: store.AccountRow, fresh: string): Promise<void> {
  const person = await store.selectPerson(ctx.db, account.personId)
  const names = person ? { surname: person.surname, givenName: person.givenName } : {}
  const blockers = passwordBlockers(fresh, { email: account.email, ...names, hasSecondFactor: account.totpConfirmedAt !== null })
  if (blockers.length > 0) throw new Denial('password.not-admissible', { blockers, data: { field: 'newPassword' } })
}
