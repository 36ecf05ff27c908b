import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { SYSTEM_ACCOUNT } from './accounts.ts'
import { policy } from './policy.ts'
import { holdsFrom, selectGrantsOf, type GrantOfPerson } from './store/grant-store.ts'
import { insertGrant, selectAccountByEmail } from './store/people-store.ts'

export type { GrantOfPerson } from './store/grant-store.ts'

/** All roles ever given at an organisation, the living ones first. */
export async function listGrants(ctx: Ctx, organisationId: Uuid): Promise<(GrantOfPerson & { mayRevoke: boolean })[]> {
  return read(ctx, 'role.read', async (t) => {
    assertMay(t, policy, 'role.read', { organisationId })
    return (await selectGrantsOf(t.sql, organisationId)).map((grant) => ({ ...grant, mayRevoke: grant.revokedAt === null && may(ctx.actor, policy, 'role.revoke', grant) }))
  })
}

/** Gives a role at an organisation to the holder of an account with this e-mail; nobody gives one to himself. */
export async function grantRoleByEmail(ctx: Ctx, input: { email: string; role: Role; organisationId: Uuid; validFrom: Day; validUntil: Day | null }): Promise<Uuid> {
  return tx(ctx, 'role.grant', async (t) => {
    // Asked first without the account, so that only those who give roles here learn whether an address is known.
    assertMay(t, policy, 'role.read', input)
    const account = await selectAccountByEmail(t.sql, input.email.trim().toLowerCase())
    if (!account) throw new Denial('role.account-unknown', { data: { field: 'email' } })
    if (t.actor.kind === 'person' && t.actor.accountId === account.id) throw new Denial('role.to-oneself', { data: { field: 'email' } })
    assertMay(t, policy, 'role.grant', { accountId: account.id, role: input.role, organisationId: input.organisationId })
    if (input.validFrom < t.today) throw new Denial('role.from-the-past', { data: { field: 'from' } })
    if (input.validUntil !== null && input.validUntil < input.validFrom) throw new Denial('role.dates-out-of-order', { data: { field: 'until' } })
    if (await holdsFrom(t.sql, { accountId: account.id, role: input.role, organisationId: input.organisationId, on: input.validFrom })) throw new Denial('role.held-already', { data: { field: 'role' } })
    const id = t.newId()
    const grantedBy = t.actor.kind === 'person' ? t.actor.accountId : SYSTEM_ACCOUNT
    await insertGrant(t.sql, { id, accountId: account.id, role: input.role, organisationId: input.organisationId, validFrom: input.validFrom, validUntil: input.validUntil, grantedBy, grantedAt: t.now })
    await record(t, `account:${account.id}`, 'role-granted', { grantId: id, role: input.role, organisationId: input.organisationId })
    return id
  })
}
