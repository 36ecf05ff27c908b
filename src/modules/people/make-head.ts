import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { SYSTEM_ACCOUNT } from './accounts.ts'
import { policy } from './policy.ts'
import { setOrganisationKind } from './store/organisation-store.ts'
import * as store from './store/people-store.ts'
import * as grants from './store/role-store.ts'

/**
 * An organisation becomes a centre, and its representative the head of it: part of the act that issues a certificate, in that act's transaction.
 * Whoever is head already stays so.
 */
export async function makeHead(t: Tx, input: { accountId: Uuid; organisationId: Uuid }): Promise<void> {
  assertMay(t, policy, 'role.make-head', input)
  const account = await store.lockAccount(t.sql, input.accountId)
  if (!account) throw new Denial('not-found')
  if (account.closedAt) throw new Denial('account.closed')
  await setOrganisationKind(t.sql, input.organisationId, 'centre')
  if (await grants.selectOverlapping(t.sql, { ...input, role: 'centre-head', validFrom: t.today, validUntil: null })) return
  const id = t.newId()
  await store.insertGrant(t.sql, {
    id, accountId: input.accountId, role: 'centre-head', organisationId: input.organisationId, validFrom: t.today, validUntil: null, grantedBy: accountOf(t.actor) ?? SYSTEM_ACCOUNT, grantedAt: t.now,
  })
  await record(t, `account:${input.accountId}`, 'role-granted', { grantId: id, role: 'centre-head', organisationId: input.organisationId })
}
