import { deny, Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as people from '#modules/people/index.ts'
import { factsOf } from '../case-facts.ts'
import { advance, assertStep, assertUnchanged, lockCase, type AccreditationCase } from '../cases.ts'
import { decisionLetter, writeToAccounts } from '../letters.ts'
import { policy } from '../policy.ts'
import { contractPaper, type SignedOnPaper } from './certificate-paper.ts'
import { standingCertificate } from './chain.ts'
import { acceptContractRow, insertContract, selectContract, selectIssueOfCase } from './store/certificate-store.ts'

/** The accrediting body sends the post-accreditation contract of the standard form (stage 6). */
export async function sendAccreditationContract(ctx: Ctx, input: { id: string; version: number }): Promise<void> {
  await tx(ctx, 'accreditation.send-contract', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.send-contract', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    assertStep(kase, 'send-contract')
    const issue = (await selectIssueOfCase(t.sql, kase.id))!
    const certificate = (await standingCertificate(t, issue.certificateId))!
    const by = accountOf(t.actor)!
    const paperId = await createPaper(t, 'accreditation-contract', await contractPaper(t, kase, certificate, { by, contract: { sentAt: t.now } }, 'not-yet'), { caseId: kase.id, centreId: kase.organisationId })
    await insertContract(t.sql, { caseId: kase.id, paperId, by, at: t.now })
    await advance(t, kase, 'send-contract', 'accreditation-contract-sent', { payload: { paperId } })
    const heads = await people.listHolders(t.sql, kase.organisationId, t.today, 'centre-head')
    await writeToAccounts(t, kase, heads.map((head) => head.accountId), decisionLetter('contract-sent', `/applicant/contract/${kase.id}`))
  })
}

/** The head of the centre accepts the contract; the paper is made anew with both signatures, and the case is complete. */
export async function acceptAccreditationContract(ctx: Ctx, input: { id: string; version: number; agree: boolean }): Promise<void> {
  await tx(ctx, 'accreditation.accept-contract', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.accept-contract', { organisationId: kase.organisationId })
    assertUnchanged(kase, input.version)
    assertStep(kase, 'accept-contract')
    if (!input.agree) throw new Denial('accreditation-contract.agreement-missing', { data: { field: 'agree' } })
    const moved = await conclude(t, kase, 'here')
    if (kase.kind === 'initial') await writeToAccounts(t, moved, (await people.listHolders(t.sql, kase.organisationId, t.today, 'centre-head')).map((head) => head.accountId), decisionLetter('contract-concluded', `/applicant/contract/${kase.id}`))
  })
}

/** The same for somebody without an account: he signed the paper that was handed over. The case must be locked, and the caller has asked its policy. */
export async function concludeOnPaper(t: Tx, kase: AccreditationCase, signed: SignedOnPaper): Promise<void> {
  assertStep(kase, 'accept-contract')
  await conclude(t, kase, signed)
}

async function conclude(t: Tx, kase: AccreditationCase, how: 'here' | SignedOnPaper): Promise<AccreditationCase> {
  const issue = (await selectIssueOfCase(t.sql, kase.id))!
  const certificate = (await standingCertificate(t, issue.certificateId))!
  if (certificate.state !== 'valid' && certificate.state !== 'not-yet') deny('accreditation-contract.certificate-not-valid', { number: certificate.number })
  const contract = (await selectContract(t.sql, kase.id))!
  const paperId = await createPaper(t, 'accreditation-contract', await contractPaper(t, kase, certificate, { by: contract.sentBy, contract }, how), { caseId: kase.id, centreId: kase.organisationId })
  await acceptContractRow(t.sql, kase.id, { paperId, by: how === 'here' ? accountOf(t.actor)! : null, at: t.now })
  return advance(t, kase, 'accept-contract', 'accreditation-contract-accepted', { payload: { paperId } })
}
