import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { passwordBlockers } from '#platform/auth/password.ts'
import { newRecoveryCodes, newTotpSecret, totpAddress, verifyTotp } from '#platform/auth/totp.ts'
import { record } from '#platform/journal/journal.ts'
import { tellOwner } from './account-letter.ts'
import { TOTP_PLACE } from './accounts.ts'
import { assertCurrentPassword, ownAccount } from './passwords.ts'
import { policy } from './policy.ts'
import { recoveryDigest } from './sign-in.ts'
import { lockAccount } from './store/people-store.ts'
import * as store from './store/reset-store.ts'

export type SecondFactor =
  | { state: 'off'; hasPassword: boolean }
  | { state: 'begun'; hasPassword: boolean; secret: string; address: string }
  | { state: 'on'; hasPassword: boolean; since: Moment; codesLeft: number }

/** Where one's own second factor stands; the secret is shown only until it is confirmed. */
export async function secondFactorOf(ctx: Ctx): Promise<SecondFactor> {
  const account = await ownAccount(ctx)
  const hasPassword = account.passwordHash !== null
  if (account.totpConfirmedAt) return { state: 'on', hasPassword, since: account.totpConfirmedAt, codesLeft: await store.countRecoveryCodes(ctx.db, account.id) }
  if (!account.totpCipher) return { state: 'off', hasPassword }
  const secret = ctx.cipher.open(account.totpCipher, TOTP_PLACE)
  return { state: 'begun', hasPassword, secret, address: totpAddress(secret, account.email) }
}

/** Draws a secret and keeps it, sealed, until a code confirms it. */
export async function beginSecondFactor(ctx: Ctx): Promise<void> {
  const { id } = await ownAccount(ctx)
  await tx(ctx, 'account.begin-second-factor', async (t) => {
    assertMay(t, policy, 'account.change-own', { accountId: id })
    const account = await lockAccount(t.sql, id)
    if (account?.totpConfirmedAt) throw new Denial('factor.already-on')
    await store.updateTotp(t.sql, id, { cipher: t.cipher.seal(newTotpSecret(), TOTP_PLACE), confirmedAt: null, lastStep: null })
    await record(t, `account:${id}`, 'second-factor-begun')
  })
}

/** Switches the second factor on and answers the recovery codes, which are shown once and kept as digests. */
export async function confirmSecondFactor(ctx: Ctx, code: string): Promise<string[]> {
  const { id } = await ownAccount(ctx)
  const now = ctx.clock.realNow()
  const codes = newRecoveryCodes()
  // Without the request key: the codes must not become a stored outcome, and a second press finds the factor on.
  await tx({ ...ctx, requestKey: undefined }, 'account.confirm-second-factor', async (t) => {
    assertMay(t, policy, 'account.change-own', { accountId: id })
    const account = await lockAccount(t.sql, id)
    if (!account?.totpCipher) throw new Denial('factor.not-begun')
    if (account.totpConfirmedAt) throw new Denial('factor.already-on')
    const step = verifyTotp(t.cipher.open(account.totpCipher, TOTP_PLACE), code.replace(/\s/g, ''), Date.parse(now), account.totpLastStep)
    if (step === undefined) throw new Denial('factor.code-wrong', { data: { field: 'oneTimeCode' } })
    await store.updateTotp(t.sql, id, { cipher: account.totpCipher, confirmedAt: t.now, lastStep: step })
    await store.replaceRecoveryCodes(t.sql, id, codes.map(recoveryDigest))
    await record(t, `account:${id}`, 'second-factor-on')
    await tellOwner(t, id, 'factor-on')
  })
  return codes
}

/** Switches it off again, after the password, and only where the password alone is long enough. */
export async function removeSecondFactor(ctx: Ctx, current: string): Promise<void> {
  const account = await ownAccount(ctx)
  await assertCurrentPassword(ctx, account, current)
  const tooShort = account.passwordHash !== null && passwordBlockers(current, { hasSecondFactor: false }).some((blocker) => blocker.code === 'password.too-short')
  if (tooShort) throw new Denial('factor.password-needs-length')
  await tx(ctx, 'account.remove-second-factor', async (t) => {
    assertMay(t, policy, 'account.change-own', { accountId: account.id })
    await lockAccount(t.sql, account.id)
    await store.updateTotp(t.sql, account.id, { cipher: null, confirmedAt: null, lastStep: null })
    await store.replaceRecoveryCodes(t.sql, account.id, [])
    await record(t, `account:${account.id}`, 'second-factor-off')
    await tellOwner(t, account.id, 'factor-off')
  })
}
