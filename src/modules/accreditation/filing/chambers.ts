import { deny } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from '../policy.ts'
import { insertChamber, selectChamberOfRegion, selectChambers, type Chamber } from './store/receipt-store.ts'

/** Says which regional chamber receives for a region; in the caller's transaction. */
export async function enterChamber(t: Tx, chamber: { organisationId: Uuid; regionKato: string }): Promise<void> {
  assertMay(t, policy, 'accreditation.enter-chamber', undefined as never)
  await insertChamber(t.sql, chamber)
  await record(t, `organisation:${chamber.organisationId}`, 'chamber-receives-for-region', { region: chamber.regionKato })
}

/** The administrator says for which region a regional chamber receives applications; a region has one chamber, and a chamber one region. */
export async function linkChamber(ctx: Ctx, input: { organisationId: string; regionKato: string }): Promise<void> {
  try {
    await tx(ctx, 'accreditation.enter-chamber', async (t) => {
      assertMay(t, policy, 'accreditation.enter-chamber', undefined as never)
      const id = parseUuid(input.organisationId)
      const organisation = id && (await people.findOrganisation(t.sql, id))
      if (!organisation || organisation.kind !== 'regional-chamber') deny('chamber.organisation-wrong', { field: 'organisation' })
      if (!(await professions.listRegions(t.sql)).some((region) => region.kato === input.regionKato)) deny('chamber.region-unknown', { field: 'region' })
      if (await selectChamberOfRegion(t.sql, input.regionKato)) deny('chamber.linked-already')
      await enterChamber(t, { organisationId: organisation.id as Uuid, regionKato: input.regionKato })
    })
  } catch (error) {
    if (violatedConstraint(error)?.startsWith('regional_chamber')) deny('chamber.linked-already')
    throw error
  }
}

/** Which chamber receives for which region. */
export async function listChambers(ctx: Ctx): Promise<Chamber[]> {
  return read(ctx, 'accreditation.enter-chamber', async (t) => {
    assertMay(t, policy, 'accreditation.enter-chamber', undefined as never)
    return selectChambers(t.sql)
  })
}
