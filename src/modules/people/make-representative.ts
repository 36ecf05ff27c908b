import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { SYSTEM_ACCOUNT } from './accounts.ts'
import { policy } from './policy.ts'
import * as store from './store/people-store.ts'
import * as grants from './store/role-store.ts'

/** Somebody represents an employer as long as his powers last: part of the act that confirms its desk, in that act's transaction. Whoever does so already goes on as he is. */
export async function makeRepresentative(t: Tx, input: { accountId: Uuid; organisationId: Uuid; validUntil: Day | null }): Promise<void> {
  assertMay(t, policy, 'role.make-representative', input)
  const account = await store.lockAccount(t.sql, input.accountId)
  if (!account) throw new Denial('not-found')
  if (account.closedAt) throw new Denial('account.closed')
  const grant = { accountId: input.accountId, role: 'employer-representative' as const, organisationId: input.organisationId, validFrom: t.today, validUntil: input.validUntil }
  if (await grants.selectOverlapping(t.sql, grant)) return
  const id = t.newId()
  await store.insertGrant(t.sql, { ...grant, id, grantedBy: accountOf(t.actor) ?? SYSTEM_ACCOUNT, grantedAt: t.now })
  await record(t, `account:${input.accountId}`, 'role-granted', { grantId: id, role: grant.role, organisationId: input.organisationId })
}
