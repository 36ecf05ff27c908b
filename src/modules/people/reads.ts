import { Denial } from '#kernel/denial.ts'
import { plusMs } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { IDLE_MS } from './accounts.ts'
import * as store from './store/people-store.ts'
import type { PersonRow, SessionRow } from './store/people-store.ts'

export type { PersonRow, SessionRow } from './store/people-store.ts'

/** A person by id; the caller's own policy has decided that he may be seen. */
export async function getPerson(t: Tx, id: string): Promise<PersonRow> {
  const person = await store.selectPerson(t.sql, id)
  if (!person) throw new Denial('not-found')
  return person
}

/** The open account of a person, when there is one. */
export async function findAccountOfPerson(t: Tx, personId: string): Promise<Uuid | undefined> {
  return (await store.selectAccountOfPerson(t.sql, personId))?.id
}

/** Whose account it is; undefined where there is none. */
export async function personIdOf(t: Tx, accountId: string): Promise<Uuid | undefined> {
  return store.selectPersonOfAccount(t.sql, accountId)
}

/** One's own living sign-ins, the newest first. */
export async function listOwnSessions(ctx: Ctx): Promise<SessionRow[]> {
  if (ctx.actor.kind !== 'person') return []
  const now = ctx.clock.realNow()
  return store.listSessions(ctx.db, ctx.actor.accountId, now, plusMs(now, -IDLE_MS))
}

/** The keyed index of the IIN a person is entered with, claimed or verified: for counting people, never for opening anything. */
export async function iinIndexOf(t: Tx, personId: string): Promise<Uint8Array> {
  return (await store.selectIinIndex(t.sql, personId)).iinIndex
}

/** The keyed index of a person's verified IIN, by which other registers find what they hold of him; a claimed one opens nothing. */
export async function verifiedIinIndexOf(t: Tx, personId: string): Promise<Uint8Array | undefined> {
  return (await store.selectVerifiedIndex(t.sql, personId))?.iinIndex
}
