import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Actor } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as professions from '#modules/professions/index.ts'
import type { EntryVersion } from './domain/entry-on.ts'
import type { Measure } from './domain/outcome.ts'
import { policy } from './policy.ts'
import { selectOutcome, type OutcomeRow } from './store/outcome-store.ts'

/** A sector body with the organisation that is its desk. */
export interface Body {
  code: string
  name: Partial<Localized>
  provenance: string
  organisationId: Uuid
}

function organisationsOf(actor: Actor): Uuid[] {
  if (actor.kind === 'partner') return [actor.organisationId]
  return actor.kind === 'person' ? actor.roles.filter((held) => held.role === 'sector-officer').map((held) => held.organisationId) : []
}

/** The body at whose desk the actor works, or whose key he carries; undefined where his organisation is the desk of none. */
export async function findOwnBody(t: Tx): Promise<Body | undefined> {
  return (await ownBodies(t))[0]
}

/** All the bodies at whose desks the officer sits, the one where he works now first. */
export async function listOwnBodies(ctx: Ctx): Promise<Body[]> {
  return read(ctx, 'sector-desk.open', async (t) => {
    assertMay(t, policy, 'sector-desk.open', undefined as never)
    return ownBodies(t)
  })
}

async function ownBodies(t: Tx): Promise<Body[]> {
  const bodies = await inTurn([...new Set(organisationsOf(t.actor))], async (organisationId) => {
    const found = await professions.findSectorBodyOf(t.sql, organisationId)
    return found && { ...found, organisationId }
  })
  return bodies.filter((body) => body !== undefined)
}

/** The same body; whoever has none is told that nothing is here. */
export async function ownBody(t: Tx): Promise<Body> {
  const body = await findOwnBody(t)
  if (!body) throw new Denial('not-found')
  return body
}

/** What outcomes of a body are measured by. */
export async function measureOf(t: Tx, bodyCode: string): Promise<Measure> {
  const entries = new Map<string, EntryVersion[]>()
  for (const { code, versionId, track, bodyCode: of, validFrom, validUntil } of await professions.listVersionsOfBody(t.sql, bodyCode)) {
    entries.set(code, [...(entries.get(code) ?? []), { id: versionId, track, bodyCode: of, validFrom, validUntil }])
  }
  return { bodyCode, entries, today: t.today, demo: t.demo }
}

/** An outcome with the facts its policy asks for; what is not there and what is another's are answered alike. */
export async function outcomeWithBody(t: Tx, id: string): Promise<{ outcome: OutcomeRow; body: { organisationId: Uuid | undefined } }> {
  const outcome = parseUuid(id) ? await withSystemSight(t, () => selectOutcome(t.sql, id)) : undefined
  if (!outcome) throw new Denial('not-found')
  return { outcome, body: { organisationId: await professions.findOrganisationOfBody(t.sql, outcome.bodyCode) } }
}
