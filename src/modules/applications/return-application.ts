import { deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { isWall } from './domain/application-blockers.ts'
import { policy } from './policy.ts'
import { insertReturned } from './store/application-store.ts'

export interface ReturnedApplication {
  centreId: Uuid
  channel: 'paper' | 'partner'
  ground: string
  note: string
  professionCode: string
  personName: string
}

/** The third outcome: an application that met a wall is given back with its ground, and is no refusal of a contract. */
export async function returnWithoutRegistration(ctx: Ctx, input: ReturnedApplication): Promise<Uuid> {
  return tx(ctx, 'application.return', async (t) => {
    assertMay(t, policy, 'application.return', { centreId: input.centreId })
    return keepReturned(t, input)
  })
}

/** Writes the return inside an act that has asked its own policy. */
export async function keepReturned(t: Tx, input: ReturnedApplication): Promise<Uuid> {
  if (!isWall(input.ground)) deny('application.return-ground-unknown')
  if (input.channel === 'paper' && input.note.trim() === '') deny('application.return-note-missing')
  const id = t.newId()
  await insertReturned(t.sql, { ...input, id, note: input.note.trim(), returnedBy: (accountOf(t.actor) ?? null) as Uuid | null, returnedAt: t.now })
  await record(t, `returned:${id}`, 'application-returned', { centreId: input.centreId, ground: input.ground, profession: input.professionCode })
  return id
}
