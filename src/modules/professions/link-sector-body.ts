import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { policy } from './policy.ts'
import { selectSectorBodies, selectSectorBodyOf, setOrganisationOfBody } from './store/reference-store.ts'

/** Says which organisation is the desk of a sector body. A body has one desk, and a link once made stands: another would hand its professions to strangers. */
export async function linkSectorBody(t: Tx, { code, organisationId }: { code: string; organisationId: Uuid }): Promise<void> {
  assertMay(t, policy, 'sector-body.link', undefined as never)
  const before = await selectSectorBodyOf(t.sql, organisationId)
  if (before?.code === code) return
  if (before || (await setOrganisationOfBody(t.sql, code, organisationId)) === 0) throw new Denial('sector-body.linked-already')
  await record(t, `organisation:${organisationId}`, 'sector-body-linked', { body: code })
}

/** The administrator links an organisation that was entered as a sector body to its body of the register. */
export async function linkDeskOfBody(ctx: Ctx, { code, organisationId }: { code: string; organisationId: string }): Promise<void> {
  await tx(ctx, 'sector-body.link', async (t) => {
    assertMay(t, policy, 'sector-body.link', undefined as never)
    const id = parseUuid(organisationId)
    const organisation = id && (await people.findOrganisation(t.sql, id))
    if (!organisation || organisation.kind !== 'sector-body') throw new Denial('sector-body.organisation-wrong', { data: { field: 'organisation' } })
    if (!(await selectSectorBodies(t.sql)).some((each) => each.code === code)) throw new Denial('sector-body.unknown', { data: { field: 'body' } })
    await linkSectorBody(t, { code, organisationId: organisation.id })
  })
}
