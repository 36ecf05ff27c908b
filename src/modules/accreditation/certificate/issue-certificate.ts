import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { keyOf } from '../agreement/domain/agreement.ts'
import { factsOf } from '../case-facts.ts'
import { advance, assertStep, assertUnchanged, lockCase, normsOf } from '../cases.ts'
import { lineFacts } from '../commission/standing.ts'
import { decisionLetter, writeToAccounts } from '../letters.ts'
import { policy } from '../policy.ts'
import { certificatePaper } from './certificate-paper.ts'
import { certificateUntil } from './domain/certificate-term.ts'
import { insertIssue } from './store/certificate-store.ts'

const CONTACTS = ['addressKk', 'addressRu', 'phone', 'email', 'hoursKk', 'hoursRu'] as const
export type IssueInput = { id: string; version: number; representative: string } & centres.CentreContacts

/**
 * The accreditor issues the certificate: the organisation becomes a centre that nobody sees yet, its representative the head of it. The scope is what was granted and is
 * still in the register today; a case of extension issues the certificate anew, with the old scope in it, and points at the one before.
 */
export async function issueAccreditationCertificate(ctx: Ctx, input: IssueInput): Promise<{ number: string }> {
  return tx(ctx, 'accreditation.issue-certificate', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.issue-certificate', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    assertStep(kase, 'issue-certificate')
    const lines = (await lineFacts(t, kase.id)).filter((line) => line.outcome === 'granted')
    const scope = lines.filter((line) => !line.struck)
    if (scope.length === 0) deny('certificate.nothing-left')
    const staff = await people.listHolders(t.sql, kase.organisationId, t.today, undefined)
    const representative = staff.find((each) => each.accountId === input.representative && each.roles.some((role) => role === 'applicant' || role === 'centre-head'))
    const first = kase.certificateId === null
    assertNone('certificate.incomplete', [
      ...(representative ? [] : [{ code: 'certificate.representative-missing' }]),
      ...(first ? CONTACTS.filter((field) => input[field].trim() === '').map((field): Blocker => ({ code: 'certificate.contact-missing', data: { field } })) : []),
    ])
    const previous = kase.certificateId ? await centres.findCertificate(t.sql, kase.certificateId, t.today) : undefined
    const until = certificateUntil(await normsOf(t, kase), t.today, kase.kind === 'extension' ? previous?.validUntil : undefined) ?? deny('certificate.term-not-set')
    const contacts = Object.fromEntries(CONTACTS.map((field) => [field, input[field].trim()])) as unknown as centres.CentreContacts
    if (first) await centres.openCentre(t, { organisationId: kase.organisationId, regionKato: kase.regionKato, contacts })
    await people.makeHead(t, { accountId: representative!.accountId, organisationId: kase.organisationId })
    const certificate = await centres.issueCertificate(t, { centreId: kase.organisationId, validFrom: t.today, validUntil: until, scope, previousId: kase.certificateId })
    const paperId = await createPaper(t, 'accreditation-certificate', await certificatePaper(t, { kase, certificate, until, previous: previous?.number }), { caseId: kase.id, centreId: kase.organisationId })
    await insertIssue(t.sql, { caseId: kase.id, certificateId: certificate.id, previousId: kase.certificateId, paperId, issuedAt: t.now }, accountOf(t.actor)!)
    const struck = lines.filter((line) => line.struck).map(keyOf)
    await advance(t, kase, 'issue-certificate', 'accreditation-certificate-issued', { payload: { certificateId: certificate.id, until, paperId, struck } })
    await writeToAccounts(t, kase, [representative!.accountId], decisionLetter('certificate-issued', `/certificates/${certificate.number}`, { certificate: certificate.number }))
    return { number: certificate.number }
  })
}
