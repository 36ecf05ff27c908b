import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { certificatePaper } from '../certificate/certificate-paper.ts'
import { policy } from '../policy.ts'
import { requestBlockers, type Wording } from './domain/reissue.ts'
import { writeAboutReissue, type ReissueLetter } from './letters.ts'
import { assertOpen, lockRequest, trimmed, wordingToday } from './request-reissue.ts'
import { decideReissueRow, prepareReissueRow, selectCaseNumberOf, type Reissue } from './store/reissue-store.ts'

/** Who belongs to the centre decides nothing about its certificate. */
const factsOf = (row: Reissue) => ({ organisationId: row.organisationId })

/** One person of the accreditor examines the request and writes what will stand; prepared again, it is his who did it last. */
export async function prepareReissue(ctx: Ctx, input: Wording & { id: string; version: number; clause: string }): Promise<void> {
  await tx(ctx, 'reissue.decide', async (t) => {
    const row = await lockRequest(t, input.id)
    assertMay(t, policy, 'reissue.decide', factsOf(row))
    assertOpen(row, input.version)
    assertNone('reissue.not-admissible', requestBlockers({ ...input, ground: row.ground, note: row.note }, await wordingToday(t, row.organisationId)))
    await prepareReissueRow(t.sql, row.id, { ...trimmed(input), clause: input.clause.trim(), by: accountOf(t.actor)!, at: t.now })
    await record(t, `centre:${row.organisationId}`, 'reissue-prepared', { reissueId: row.id })
  })
}

/** Another person issues the certificate anew, with the same scope and last day, or refuses with reasons. From that instant the name and the address stand so on the platform. */
export async function decideReissue(ctx: Ctx, input: { id: string; version: number; issue: boolean; reasons: string }): Promise<{ number: string | undefined }> {
  return tx(ctx, 'reissue.decide', async (t) => {
    const row = await lockRequest(t, input.id)
    assertMay(t, policy, 'reissue.decide', factsOf(row))
    assertOpen(row, input.version)
    if (!row.preparedBy) deny('reissue.not-prepared')
    if (row.preparedBy === accountOf(t.actor)) deny('reissue.own-preparation')
    if (!input.issue) return refuse(t, row, input.reasons.trim())
    return issueAnew(t, row)
  })
}

async function refuse(t: Tx, row: Reissue, reasons: string): Promise<{ number: undefined }> {
  if (reasons === '') deny('reissue.reasons-missing', { field: 'reasons' })
  await decideReissueRow(t.sql, row.id, { outcome: 'refused', reasons, newCertificateId: null, paperId: null, by: accountOf(t.actor)!, at: t.now })
  await record(t, `centre:${row.organisationId}`, 'reissue-refused', { reissueId: row.id, reasons })
  const before = (await centres.findCertificate(t.sql, row.certificateId, t.today))!
  await tell(t, row, 'reissue-refused', { number: before.number, reasons }, '/applicant/certificate')
  return { number: undefined }
}

async function issueAnew(t: Tx, row: Reissue): Promise<{ number: string }> {
  const before = (await centres.findCertificate(t.sql, row.certificateId, t.today))!
  await people.renameOrganisation(t, { organisationId: row.organisationId, nameKk: row.nameKk, nameRu: row.nameRu, nameEn: row.nameEn })
  await centres.moveCentre(t, { centreId: row.organisationId, addressKk: row.addressKk, addressRu: row.addressRu })
  const from = before.validFrom > t.today ? before.validFrom : t.today
  const certificate = await centres.issueCertificate(t, { centreId: row.organisationId, validFrom: from, validUntil: before.validUntil, scope: [], previous: { id: before.id, succession: 'reissue' } })
  const decision = (await selectCaseNumberOf(t.sql, before.id)) ?? '—'
  const paperId = await createPaper(t, 'accreditation-certificate', await certificatePaper(t, { centreId: row.organisationId, decision, certificate, from, until: before.validUntil, previous: before.number, renews: false }),
    { caseId: null, centreId: row.organisationId })
  await decideReissueRow(t.sql, row.id, { outcome: 'issued', reasons: '', newCertificateId: certificate.id, paperId, by: accountOf(t.actor)!, at: t.now })
  await record(t, `centre:${row.organisationId}`, 'certificate-reissued', { reissueId: row.id, certificateId: certificate.id, previousId: before.id, ground: row.ground, paperId })
  await tell(t, row, 'certificate-reissued', { number: certificate.number, previous: before.number }, `/certificates/${certificate.number}`)
  return { number: certificate.number }
}

async function tell(t: Tx, row: Reissue, kind: ReissueLetter, values: Readonly<Record<string, string>>, path: string): Promise<void> {
  const heads: Uuid[] = (await people.listHolders(t.sql, row.organisationId, t.today, 'centre-head')).map((each) => each.accountId)
  await writeAboutReissue(t, [...new Set([...heads, row.requestedBy])], kind, values, path)
}
