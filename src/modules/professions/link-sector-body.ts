import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import { selectSectorBodyOf, setOrganisationOfBody } from './store/reference-store.ts'

/** Says which organisation is the desk of a sector body. A body has one desk, and a link once made stands: another would hand its professions to strangers. */
export async function linkSectorBody(t: Tx, { code, organisationId }: { code: string; organisationId: Uuid }): Promise<void> {
  assertMay(t, policy, 'sector-body.link', undefined as never)
  const before = await selectSectorBodyOf(t.sql, organisationId)
  if (before?.code === code) return
  if (before || (await setOrganisationOfBody(t.sql, code, organisationId)) === 0) throw new Denial('sector-body.linked-already')
  await record(t, `organisation:${organisationId}`, 'sector-body-linked', { body: code })
}
