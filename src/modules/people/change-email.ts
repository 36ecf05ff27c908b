import { plusMs, type Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { rateLimit } from '#platform/auth/rate-limit.ts'
import { newToken, tokenDigest } from '#platform/auth/tokens.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { tellAddress, tellOwner } from './account-letter.ts'
import { readEmail } from './domain/email.ts'
import { assertCurrentPassword, ownAccount, RESET_MS } from './passwords.ts'
import { policy } from './policy.ts'
import { assertSecondFactor, takeTry } from './sign-in.ts'
import * as changes from './store/email-change-store.ts'
import * as store from './store/people-store.ts'
import * as resets from './store/reset-store.ts'

const HOUR = 60 * 60_000
const asksByAccount = rateLimit({ most: 5, windowMs: HOUR })
const lettersByTarget = rateLimit({ most: 3, windowMs: HOUR })
const confirmsByAddress = rateLimit({ most: 20, windowMs: HOUR })

export interface OwnEmail {
  email: string
  hasPassword: boolean
  hasSecondFactor: boolean
  /** The address that waits for its link to be opened. */
  waiting?: { email: string; until: Moment } | undefined
}

/** The address of one's own account, and what protects it. */
export async function ownEmail(ctx: Ctx): Promise<OwnEmail> {
  const account = await ownAccount(ctx)
  const open = await changes.selectOpenEmailChange(ctx.db, account.id, ctx.clock.realNow())
  return {
    email: account.email, hasPassword: account.passwordHash !== null, hasSecondFactor: account.totpConfirmedAt !== null,
    waiting: open && { email: open.email, until: open.expiresAt },
  }
}

/**
 * Asks that another address become that of one's own account; nothing changes until the link sent there is opened, and the present address is told at once. Says and
 * keeps the same where the address belongs to another account: its owner is written to instead, and gets no link.
 */
export async function askForEmail(ctx: Ctx, input: { email: string; current: string; code: string }): Promise<void> {
  const account = await ownAccount(ctx)
  const now = ctx.clock.realNow()
  const email = readEmail(input.email)
  if (email === undefined) deny('account.email-wrong', { field: 'email' })
  if (email === account.email) deny('account.email-same', { field: 'email' })
  await assertCurrentPassword(ctx, account, input.current)
  takeTry(asksByAccount, account.id, now)
  // Too many for one address are swallowed, as with a new password: a refusal would say that others asked for it too.
  const swallowed = lettersByTarget.tryTake(email, Date.parse(now)) > 0
  const { token, digest } = newToken()
  await tx(ctx, 'account.ask-for-email', async (t) => {
    assertMay(t, policy, 'account.change-own', { accountId: account.id })
    const locked = await store.lockAccount(t.sql, account.id)
    if (!locked || locked.closedAt) deny('not-found')
    // Behind the request key, so that a second press of the same form does not find its code used.
    if (locked.totpConfirmedAt) await assertSecondFactor(t, locked, input.code, now)
    await resets.endEmailChangesOf(t.sql, account.id, now)
    await changes.insertEmailChange(t.sql, { tokenHash: digest, accountId: account.id, email, at: now, expiresAt: plusMs(now, RESET_MS) })
    await record(t, `account:${account.id}`, 'email-change-asked')
    await tellOwner(t, account.id, 'email-change-asked')
    if (swallowed) return
    const owner = await store.selectEmailOwner(t.sql, email)
    if (!owner) await tellAddress(t, { email, lang: locked.lang }, 'email-change', `/confirm-email/${token}`)
    else if (!owner.closedAt) await tellOwner(t, owner.id, 'email-taken')
  })
}

/** Whether a link still works; looking changes nothing. */
export async function isEmailChangeAlive(ctx: Ctx, token: string): Promise<boolean> {
  return token.length <= 100 && (await changes.selectLiveEmailChange(ctx.db, tokenDigest(token), ctx.clock.realNow())) !== undefined
}

/** Whoever holds the link reads the mailbox: the address is now that of the account. Every sign-in ends but the one it was opened with; the former address is told. */
export async function confirmEmail(ctx: Ctx, input: { token: string; address: string; keepSessionId: string | null }): Promise<Uuid> {
  const now = ctx.clock.realNow()
  takeTry(confirmsByAddress, input.address, now)
  try {
    return await tx(ctx, 'account.confirm-email', async (t) => {
      assertMay(t, policy, 'account.confirm-email', undefined as never)
      const digest = tokenDigest(input.token.slice(0, 100))
      const asked = await changes.selectLiveEmailChange(t.sql, digest, now)
      const account = asked && (await store.lockAccount(t.sql, asked.accountId))
      // Read again under the lock: another press may have used it, another act ended it.
      const change = account && !account.closedAt ? await changes.selectLiveEmailChange(t.sql, digest, now) : undefined
      if (!account || !change) deny('email-change.dead')
      // While the former address is still that of the account.
      await tellOwner(t, account.id, 'email-changed', '/complaint')
      if ((await changes.updateEmail(t.sql, account.id, change.email)) === 0) deny('email-change.taken')
      await resets.endLinksOf(t.sql, account.id, now)
      await store.endSessionsOf(t.sql, account.id, now, input.keepSessionId)
      await record(t, `account:${account.id}`, 'email-changed')
      return account.id
    })
  } catch (error) {
    // Another account took it in the same moment.
    if (violatedConstraint(error) === 'one_account_per_email') deny('email-change.taken')
    throw error
  }
}
