import { createHash, randomBytes } from 'node:crypto'
import type { Uuid } from '#kernel/id.ts'
import { Denial } from '#kernel/denial.ts'
import type { PartnerActor } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { SYSTEM_ACCOUNT } from './accounts.ts'
import { policy } from './policy.ts'
import * as store from './store/api-key-store.ts'
import { organisationExists } from './store/role-store.ts'

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** The partner behind an API key, or nobody. */
export async function resolveApiKey(ctx: Ctx, secret: string): Promise<PartnerActor | undefined> {
  const row = await store.selectLiveKey(ctx.db, digestOf(secret))
  if (!row) return undefined
  await store.touchKey(ctx.db, row.id, ctx.clock.realNow())
  return { kind: 'partner', keyId: row.id, organisationId: row.organisationId, scopes: row.scopes, mayAssertIdentity: row.mayAssertIdentity }
}

/** What a key may open; routes of the API name one of these. */
export const API_SCOPES = ['applications.write', 'applications.read', 'mandatory-outcomes.write', 'settlements.write'] as const

export interface NewApiKey {
  organisationId: Uuid
  name: string
  scopes: readonly string[]
  mayAssertIdentity: boolean
}

/** Makes a key and answers its secret, which is shown once and never stored. */
export async function createApiKey(ctx: Ctx, input: NewApiKey): Promise<{ id: Uuid; secret: string }> {
  const secret = randomBytes(32).toString('base64url')
  if (input.name.trim() === '') throw new Denial('api-key.name-missing', { data: { field: 'name' } })
  if (input.scopes.some((scope) => !(API_SCOPES as readonly string[]).includes(scope))) throw new Denial('api-key.scope-missing', { data: { field: 'scopes' } })
  const made = await tx(ctx, 'api-key.create', async (t) => {
    assertMay(t, policy, 'api-key.manage', undefined as never)
    if (!(await organisationExists(t.sql, input.organisationId))) throw new Denial('not-found')
    const id = t.newId()
    await store.insertKey(t.sql, { ...input, id, secretHash: digestOf(secret), createdBy: t.actor.kind === 'person' ? t.actor.accountId : SYSTEM_ACCOUNT, createdAt: t.now })
    await record(t, `organisation:${input.organisationId}`, 'api-key-created', { keyId: id, scopes: input.scopes, mayAssertIdentity: input.mayAssertIdentity })
    return { id, mark: digestOf(secret).toString('hex').slice(0, 16) }
  })
  // A repeated press answers the first key's id, never this new secret as if it were that key's.
  if (made.mark !== digestOf(secret).toString('hex').slice(0, 16)) throw new Denial('api-key.shown-once')
  return { id: made.id, secret }
}

/** A revoked key is refused from the next request on. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'api-key.revoke', async (t) => {
    assertMay(t, policy, 'api-key.manage', undefined as never)
    const row = await store.markKeyRevoked(t.sql, id, t.now)
    if (!row) throw new Denial('not-found')
    await record(t, `organisation:${row.organisationId}`, 'api-key-revoked', { keyId: id })
  })
}
