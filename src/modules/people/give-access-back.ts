import { plusMs, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { newToken } from '#platform/auth/tokens.ts'
import { record } from '#platform/journal/journal.ts'
import { tellOwner } from './account-letter.ts'
import { RESET_MS } from './passwords.ts'
import * as store from './store/people-store.ts'
import { holdsRoleFrom } from './store/role-store.ts'
import * as resets from './store/reset-store.ts'

/** What the act that gives access back asks about an account; a role given for a day to come is one already: it opens the desk to whoever holds the account then. */
export async function accountFactsOf(t: Tx, accountId: string, email: string | undefined): Promise<{ holdsRole: boolean; emailTaken: boolean }> {
  const owner = email === undefined ? undefined : await store.selectEmailOwner(t.sql, email)
  return { holdsRole: await holdsRoleFrom(t.sql, accountId, t.today), emailTaken: owner !== undefined && owner.id !== accountId }
}

/** The owner is told while it can still be prevented: whoever asks says that he is the owner. */
export async function tellAccessAsked(t: Tx, accountId: Uuid): Promise<void> {
  await tellOwner(t, accountId, 'access-asked', '/complaint')
}

/** Nobody decided in time: the owner learns that nothing changed, and whoever asked that it is to be asked anew. */
export async function tellAccessLapsed(t: Tx, { owner, asker, desk }: { owner: Uuid; asker: Uuid; desk: string }): Promise<void> {
  await tellOwner(t, owner, 'access-lapsed', '/complaint')
  await tellOwner(t, asker, 'access-undecided', desk)
}

/**
 * The account of a person whose document two people saw is his again under the address asked for: what opened it before opens it no more. Sign-ins and links end in real
 * time. The act that calls has checked the right to do so.
 */
export async function giveAccessBack(t: Tx, accountId: Uuid, { email, at }: { email: string; at: Moment }): Promise<void> {
  const account = await store.lockAccount(t.sql, accountId)
  if (!account || account.closedAt) throw new Denial('not-found')
  // While the former address is still that of the account; one that stays is written to below.
  if (email !== account.email) await tellOwner(t, accountId, 'access-moved', '/complaint')
  await resets.updateAccess(t.sql, accountId, email)
  await resets.updateTotp(t.sql, accountId, { cipher: null, confirmedAt: null, lastStep: null })
  await resets.replaceRecoveryCodes(t.sql, accountId, [])
  await resets.endLinksOf(t.sql, accountId, at)
  await store.endSessionsOf(t.sql, accountId, at, null)
  const { token, digest } = newToken()
  await resets.insertReset(t.sql, { tokenHash: digest, accountId, at, expiresAt: plusMs(at, RESET_MS) })
  await record(t, `account:${accountId}`, 'access-given-back')
  await tellOwner(t, accountId, 'access-given-back', `/reset-password/${token}`)
}
