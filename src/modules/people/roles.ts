import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf, type Role } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import * as store from './store/people-store.ts'
import * as grants from './store/role-store.ts'
import { SYSTEM_ACCOUNT } from './accounts.ts'

export interface NewGrant {
  accountId: Uuid
  role: Role
  organisationId: Uuid
  validFrom?: Day
  validUntil?: Day | null
}

/** The grant of a role by somebody else, dated. */
export async function grantRole(ctx: Ctx, input: NewGrant): Promise<Uuid> {
  return tx(ctx, 'role.grant', async (t) => {
    if (accountOf(t.actor) === input.accountId) throw new Denial('role.to-oneself')
    assertMay(t, policy, 'role.grant', input)
    const account = await store.lockAccount(t.sql, input.accountId)
    if (!account || !(await grants.organisationExists(t.sql, input.organisationId))) throw new Denial('not-found')
    if (account.closedAt) throw new Denial('account.closed')
    const validFrom = input.validFrom ?? t.today
    const validUntil = input.validUntil ?? null
    if (validUntil !== null && validUntil < validFrom) throw new Denial('role.dates-out-of-order', { data: { field: 'validUntil' } })
    if (await grants.selectOverlapping(t.sql, { ...input, validFrom, validUntil })) throw new Denial('role.held-already')
    const id = t.newId()
    await store.insertGrant(t.sql, { id, accountId: input.accountId, role: input.role, organisationId: input.organisationId, validFrom, validUntil, grantedBy: accountOf(t.actor) ?? SYSTEM_ACCOUNT, grantedAt: t.now })
    await record(t, `account:${input.accountId}`, 'role-granted', { grantId: id, role: input.role, organisationId: input.organisationId })
    return id
  })
}

/** Takes a role back; it opens nothing from the next request on. */
export async function revokeRole(ctx: Ctx, grantId: string): Promise<void> {
  await tx(ctx, 'role.revoke', async (t) => {
    const grant = await grants.selectGrant(t.sql, grantId)
    if (!grant) throw new Denial('not-found')
    assertMay(t, policy, 'role.revoke', grant)
    await store.lockAccount(t.sql, grant.accountId)
    if ((await grants.revokeGrant(t.sql, grantId, accountOf(t.actor) ?? SYSTEM_ACCOUNT, t.now)) === 0) throw new Denial('role.revoked-already')
    await record(t, `account:${grant.accountId}`, 'role-revoked', { grantId, role: grant.role, organisationId: grant.organisationId })
  })
}
