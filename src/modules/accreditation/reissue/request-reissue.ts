import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { requestBlockers, type ReissueGround, type Wording } from './domain/reissue.ts'
import { writeAboutReissue } from './letters.ts'
import { decideReissueRow, insertReissue, lockReissue, type Reissue } from './store/reissue-store.ts'

export interface ReissueRequest extends Wording {
  certificateId: string
  ground: string
  note: string
}

/** What stands in a certificate of the centre today. */
export async function wordingToday(t: Pick<Tx, 'sql'>, centreId: string): Promise<Wording> {
  const { name, address } = await centres.getCentre(t.sql, centreId)
  return { nameKk: name.kk, nameRu: name.ru, nameEn: name.en, addressKk: address.kk, addressRu: address.ru }
}
export const trimmed = ({ nameKk, nameRu, nameEn, addressKk, addressRu }: Wording): Wording =>
  ({ nameKk: nameKk.trim(), nameRu: nameRu.trim(), nameEn: nameEn.trim(), addressKk: addressKk.trim(), addressRu: addressRu.trim() })

/** The centre asks for its certificate to be written anew: ground, circumstances, what is to stand. Nothing changes yet. */
export async function requestReissue(ctx: Ctx, input: ReissueRequest): Promise<void> {
  try {
    await tx(ctx, 'reissue.request', async (t) => {
      const id = parseUuid(input.certificateId)
      const certificate = id && (await centres.findCertificate(t.sql, id, t.today))
      if (!certificate) throw new Denial('not-found')
      assertMay(t, policy, 'reissue.request', { organisationId: certificate.centreId })
      if (certificate.state !== 'valid' && certificate.state !== 'not-yet') deny('reissue.certificate-not-valid', { number: certificate.number })
      assertNone('reissue.not-admissible', requestBlockers(input, await wordingToday(t, certificate.centreId)))
      const row = { id: t.newId(), certificateId: certificate.id, organisationId: certificate.centreId, ground: input.ground as ReissueGround, note: input.note.trim(), ...trimmed(input) }
      await insertReissue(t.sql, { ...row, requestedBy: accountOf(t.actor)!, requestedAt: t.now })
      await record(t, `centre:${certificate.centreId}`, 'reissue-requested', { reissueId: row.id, certificateId: certificate.id, ground: row.ground })
      const own = new Set((await people.listHolders(t.sql, certificate.centreId, t.today, undefined)).map((each) => each.accountId))
      const deciding = (await people.listHoldersOfRole(t.sql, 'accreditor', t.today)).map((each) => each.accountId).filter((id) => !own.has(id))
      await writeAboutReissue(t, deciding, 'reissue-asked', { number: certificate.number }, `/accreditor/reissues/${row.id}`)
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_reissue_per_certificate') deny('reissue.asked-already')
    throw error
  }
}

/** Locks an open request; refuses with 404 what is none. */
export async function lockRequest(t: Tx, id: string): Promise<Reissue> {
  const row = parseUuid(id) && (await lockReissue(t.sql, id))
  if (!row) throw new Denial('not-found')
  return row
}
export function assertOpen(row: Reissue, version: number): void {
  if (row.outcome) deny('reissue.decided-already')
  if (row.version !== version) deny('case.changed-meanwhile', { number: '' })
}

/** The centre takes its request back before it is decided. */
export async function withdrawReissue(ctx: Ctx, input: { id: Uuid | string; version: number }): Promise<void> {
  await tx(ctx, 'reissue.request', async (t) => {
    const row = await lockRequest(t, input.id)
    assertMay(t, policy, 'reissue.request', { organisationId: row.organisationId })
    assertOpen(row, input.version)
    await decideReissueRow(t.sql, row.id, { outcome: 'withdrawn', reasons: '', newCertificateId: null, paperId: null, by: accountOf(t.actor)!, at: t.now })
    await record(t, `centre:${row.organisationId}`, 'reissue-withdrawn', { reissueId: row.id })
  })
}
