import { plusMs } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { IDLE_MS } from './accounts.ts'
import { newOrganisationBlockers } from './domain/organisation.ts'
import { createOrganisation, type NewOrganisation } from './organisations.ts'
import { policy } from './policy.ts'
import { selectApiKeys, type ApiKeyListed } from './store/api-key-store.ts'
import { isBinTaken } from './store/organisation-store.ts'
import { lockAccount, endSessionsOf, listSessions, type SessionRow } from './store/people-store.ts'
import { selectOrganisations, type OrganisationListed } from './store/organisation-store.ts'
import * as store from './store/role-store.ts'

export type { ApiKeyListed } from './store/api-key-store.ts'
export type { OrganisationListed } from './store/organisation-store.ts'
export type { AccountListed, GrantListed, RoleHolder } from './store/role-store.ts'

const NOBODY = undefined as never
const MOST_FOUND = 50

/** Accounts whose e-mail holds the text; at least three characters, so that nobody leafs through all of them. */
export async function searchAccounts(ctx: Ctx, part: string): Promise<store.AccountListed[]> {
  return read(ctx, 'account.administer', async (t) => {
    assertMay(t, policy, 'account.administer', NOBODY)
    const folded = part.trim().toLowerCase()
    return folded.length < 3 ? [] : store.searchByEmail(t.sql, folded, MOST_FOUND)
  })
}

export interface AccountFile {
  account: store.AccountListed
  grants: store.GrantListed[]
  sessions: SessionRow[]
}

/** An account as its administrator sees it: roles and sign-ins, no cases, no IIN. */
export async function getAccountFile(ctx: Ctx, id: string): Promise<AccountFile> {
  return read(ctx, 'account.administer', async (t) => {
    assertMay(t, policy, 'account.administer', NOBODY)
    const account = await store.selectListed(t.sql, id)
    if (!account) throw new Denial('not-found')
    const now = ctx.clock.realNow()
    return { account, grants: await store.selectGrantsOf(t.sql, id), sessions: await listSessions(t.sql, id, now, plusMs(now, -IDLE_MS)) }
  })
}

/** Ends every sign-in of an account: a lost telephone, a dismissed clerk. */
export async function endSignInsOf(ctx: Ctx, accountId: string): Promise<number> {
  return tx(ctx, 'account.end-sign-ins', async (t) => {
    assertMay(t, policy, 'account.administer', NOBODY)
    if (!(await lockAccount(t.sql, accountId))) throw new Denial('not-found')
    const ended = await endSessionsOf(t.sql, accountId, ctx.clock.realNow(), null)
    await record(t, `account:${accountId}`, 'sign-ins-ended', { ended })
    return ended
  })
}

/** Closes an account: nobody signs in with it again; what it did stays in the journal. */
export async function closeAccount(ctx: Ctx, accountId: string): Promise<void> {
  await tx(ctx, 'account.close', async (t) => {
    assertMay(t, policy, 'account.administer', NOBODY)
    if (accountOf(t.actor) === accountId) throw new Denial('account.close-oneself')
    const account = await lockAccount(t.sql, accountId)
    if (!account) throw new Denial('not-found')
    if ((await store.closeAccountRow(t.sql, accountId, t.now)) === 0) throw new Denial('account.closed')
    await endSessionsOf(t.sql, accountId, ctx.clock.realNow(), null)
    await record(t, `account:${accountId}`, 'account-closed')
  })
}

/** Who can do what today: every role in force, by organisation. */
export async function listRoleHolders(ctx: Ctx): Promise<store.RoleHolder[]> {
  return read(ctx, 'role.read-all', async (t) => {
    assertMay(t, policy, 'role.read-all', NOBODY)
    return store.selectHolders(t.sql, t.today)
  })
}

export async function listOrganisations(ctx: Ctx): Promise<OrganisationListed[]> {
  return read(ctx, 'role.read-all', async (t) => {
    assertMay(t, policy, 'role.read-all', NOBODY)
    return selectOrganisations(t.sql)
  })
}

export async function listApiKeys(ctx: Ctx): Promise<ApiKeyListed[]> {
  return read(ctx, 'api-key.manage', async (t) => {
    assertMay(t, policy, 'api-key.manage', NOBODY)
    return selectApiKeys(t.sql)
  })
}

/** Enters a partner or another body that is no centre: centres come with their accreditation. */
export async function enterOrganisation(ctx: Ctx, input: Omit<NewOrganisation, 'id' | 'demonstration'>): Promise<Uuid> {
  return tx(ctx, 'organisation.enter', async (t) => {
    assertMay(t, policy, 'organisation.create', NOBODY)
    const blockers = newOrganisationBlockers(input, { demo: t.demo })
    if (blockers.length > 0) throw new Denial('organisation.not-admissible', { blockers })
    if (input.bin && (await isBinTaken(t.sql, input.bin))) throw new Denial('organisation.bin-taken', { data: { field: 'bin' } })
    return createOrganisation(t, { ...input, demonstration: t.demo })
  })
}
