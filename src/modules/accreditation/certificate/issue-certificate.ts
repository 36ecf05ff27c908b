import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { keyOf } from '../agreement/domain/agreement.ts'
import { factsOf, isRepresented } from '../case-facts.ts'
import { giveProgrammes } from '../filing/line-programme.ts'
import { advance, assertStep, assertUnchanged, lockCase, normsOf, type AccreditationCase } from '../cases.ts'
import { lineFacts } from '../commission/standing.ts'
import { decisionLetter, writeToAccounts } from '../letters.ts'
import { policy } from '../policy.ts'
import { certificatePaper } from './certificate-paper.ts'
import { standingCertificate } from './chain.ts'
import { certificateFrom, certificateUntil } from './domain/certificate-term.ts'
import { insertIssue } from './store/certificate-store.ts'

const CONTACTS = ['addressKk', 'addressRu', 'phone', 'email', 'hoursKk', 'hoursRu'] as const
export type IssueInput = { id: string; version: number; representative: string } & centres.CentreContacts

/**
 * The accreditor issues the certificate. By a first case the organisation becomes a centre that nobody sees yet, its representative the head of it. The scope is what was
 * granted and is still in the register today; an extension issues the certificate anew, with the old scope in it, a renewal for the days after it. Both point at the one before.
 */
export async function issueAccreditationCertificate(ctx: Ctx, input: IssueInput): Promise<{ number: string }> {
  return tx(ctx, 'accreditation.issue-certificate', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.issue-certificate', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    assertStep(kase, 'issue-certificate')
    const lines = (await lineFacts(t, kase.id)).filter((line) => line.outcome === 'granted')
    const granted = lines.filter((line) => !line.struck)
    if (granted.length === 0) deny('certificate.nothing-left')
    const previous = kase.certificateId ? await standingCertificate(t, kase.certificateId) : undefined
    const heads = previous ? await headsOf(t, kase.organisationId) : await becomeCentre(t, kase, input)
    const from = certificateFrom(kase.kind, t.today, previous?.validUntil)
    const until = certificateUntil(kase.kind, await normsOf(t, kase), from, previous?.validUntil) ?? deny('certificate.term-not-set')
    const succession: centres.Succession = kase.kind === 'renewal' ? 'renewal' : 'extension'
    const certificate = await centres.issueCertificate(t, { centreId: kase.organisationId, validFrom: from, validUntil: until, scope: granted, previous: previous ? { id: previous.id, succession } : null })
    const words = { centreId: kase.organisationId, decision: kase.number!, certificate, from, until, previous: previous?.number, renews: succession === 'renewal' }
    const paperId = await createPaper(t, 'accreditation-certificate', await certificatePaper(t, words), { caseId: kase.id, centreId: kase.organisationId })
    await insertIssue(t.sql, { caseId: kase.id, certificateId: certificate.id, previousId: previous?.id ?? null, paperId, issuedAt: t.now }, accountOf(t.actor)!)
    const struck = lines.filter((line) => line.struck || !certificate.scope.some((each) => keyOf(each) === keyOf(line))).map(keyOf)
    await advance(t, kase, 'issue-certificate', 'accreditation-certificate-issued', { payload: { certificateId: certificate.id, from, until, paperId, struck } })
    await giveProgrammes(t, kase, certificate.scope.filter((each) => granted.some((line) => keyOf(line) === keyOf(each))))
    const letter = !previous ? 'certificate-issued' : succession === 'renewal' ? 'certificate-renewed' : 'certificate-extended'
    await writeToAccounts(t, kase, heads, decisionLetter(letter, `/certificates/${certificate.number}`, { certificate: certificate.number, previous: previous?.number ?? '', from }))
    return { number: certificate.number }
  })
}

async function headsOf(t: Tx, organisationId: Uuid): Promise<Uuid[]> {
  return (await people.listHolders(t.sql, organisationId, t.today, 'centre-head')).map((each) => each.accountId)
}

/**
 * The first certificate makes the organisation a centre and one of its representatives the head; answers who. An applicant on paper that nobody
 * represents on the platform has no head there yet: he is entered when he registers the centre.
 */
async function becomeCentre(t: Tx, kase: AccreditationCase, input: IssueInput): Promise<Uuid[]> {
  const staff = await people.listHolders(t.sql, kase.organisationId, t.today, undefined)
  const representative = staff.find((each) => each.accountId === input.representative && each.roles.some((role) => role === 'applicant' || role === 'centre-head'))
  const onPaper = kase.channel === 'paper' && !(await isRepresented(t, kase))
  assertNone('certificate.incomplete', [
    ...(representative || onPaper ? [] : [{ code: 'certificate.representative-missing' }]),
    ...CONTACTS.filter((field) => input[field].trim() === '').map((field): Blocker => ({ code: 'certificate.contact-missing', data: { field } })),
  ])
  const contacts = Object.fromEntries(CONTACTS.map((field) => [field, input[field].trim()])) as unknown as centres.CentreContacts
  await centres.openCentre(t, { organisationId: kase.organisationId, regionKato: kase.regionKato, contacts })
  if (!representative) return []
  await people.makeHead(t, { accountId: representative.accountId, organisationId: kase.organisationId })
  return [representative.accountId]
}
