import type { Day } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { bothDay, stamp } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { RecognitionDocumentData } from '#platform/pdf/papers.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { latestDecision } from '#modules/decisions/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { carriesEnglish, issueBlockers, publicNameOf, validUntilOf, type CertificateFault } from './domain/document.ts'
import { actorId, both, deliverByAccount, paperFrame, writeToCandidate } from './frame.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { insertDocument, selectDocumentByNumber, selectDocumentOfCase, type DocumentRow } from './store/document-store.ts'

/** The certificate under which the centre may issue today, or what is wrong with it. */
export async function certificateToday(t: Tx, kase: casework.CaseFile): Promise<{ scope?: centres.Scope; fault?: CertificateFault }> {
  const question = { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, on: t.today }
  const scope = await centres.scopeOfCase(t, kase)
  if (scope) return { scope }
  // A certificate may be withdrawn for this profession alone: the line of scope is asked, and the certificates only where no line names it.
  const lines = await centres.findScopeStates(t.sql, question)
  const states = lines.length > 0 ? lines : (await centres.listCertificates(t.sql, kase.centreId, t.today)).map((certificate) => certificate.state)
  const known = (['withdrawn', 'terminated', 'expired', 'not-yet'] as const).find((state) => (states as readonly string[]).includes(state))
  return { fault: known ?? 'none' }
}

/** Issues the document of recognition after a decision of passing; its validity comes from the register and is frozen. */
export async function issueDocument(ctx: Ctx, input: { number: string; version: number }): Promise<{ documentNumber: string }> {
  return tx(ctx, 'document.issue', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'document.issue', kase)
    casework.assertUnchanged(kase, input.version)
    const decision = await latestDecision(t, kase.id)
    const before = await selectDocumentOfCase(t.sql, kase.id)
    const { scope, fault } = await certificateToday(t, kase)
    assertNone('document.not-issuable', issueBlockers({ decidedPass: kase.step === 'decided-pass' && decision?.outcome === 'pass', alreadyIssued: before !== undefined && before.annulledOn === null, certificateFault: fault }))
    if (!decision || !scope) throw new Denial('document.not-passed')
    const frame = await paperFrame(t, kase, scope)
    const number = await freeNumber(t)
    const validUntil = validUntilOf(t.today, frame.profession.validityMonths)
    const url = `${t.publicUrl}/kk/verify/${number}`
    const paperId = await createPaper(t, 'recognition-document', {
      demo: t.demo, number, holder: frame.candidate, qualification: frame.qualification, centre: frame.centre,
      decision: { kk: fill(messages.kk.paper.decision, { date: bothDay(decision.decidedOn).kk, number: decision.number }), ru: fill(messages.ru.paper.decision, { date: bothDay(decision.decidedOn).ru, number: decision.number }) },
      issuedOn: bothDay(t.today), validUntil: validUntil ? bothDay(validUntil) : null, signatory: { name: t.actor.kind === 'person' ? t.actor.name : '', position: both((words) => words.head) },
      signedAt: stamp(t.now), verifyUrl: url, verifyAddress: `${new URL(t.publicUrl).host}/kk/verify`,
      ...(carriesEnglish(await casework.normsOf(t, kase)) ? { english: englishOf(t, frame, { kase, decision, validUntil }) } : {}),
    }, { caseId: kase.id, centreId: kase.centreId })
    const { surname, givenName, patronymic } = frame.application
    const row: DocumentRow = {
      id: t.newId(), number, caseId: kase.id, decisionId: decision.id, centreId: kase.centreId, certificateId: scope.certificateId, personId: kase.personId, professionCode: kase.professionCode!,
      level: kase.level!, holderSurname: surname, holderGivenName: givenName, holderPatronymic: patronymic, publicName: publicNameOf({ surname, givenName, patronymic }),
      issuedAt: t.now, issuedOn: t.today, validUntil, issuedBy: actorId(t), deliveredAt: kase.accountId ? t.now : null, paperId, annulledOn: null, annulmentGround: null,
    }
    await insertDocument(t.sql, { ...row, holderKey: await people.iinIndexOf(t, kase.personId), funding: frame.application.funding })
    const issued = await casework.advance(t, kase, 'document.issue', 'document-issued', { payload: { documentId: row.id } })
    const delivered = await deliverByAccount(t, issued, { kind: 'document', id: row.id })
    await writeToCandidate(t, delivered, 'document-issued', { document: number })
    return { documentNumber: number }
  })
}

/** What stands on the document in English beside its two languages. */
function englishOf(t: Tx, frame: Awaited<ReturnType<typeof paperFrame>>, { kase, decision, validUntil }: { kase: casework.CaseFile; decision: { decidedOn: Day; number: string }; validUntil: Day | null }): RecognitionDocumentData['english'] {
  return {
    ...professions.englishQualification(frame.profession, kase.level!), centre: frame.centreName.en, decision: fill(messages.en.paper.decision, { date: formatDay(decision.decidedOn, 'en'), number: decision.number }),
    issuedOn: formatDay(t.today, 'en'), validUntil: validUntil && formatDay(validUntil, 'en'), verifyAddress: `${new URL(t.publicUrl).host}/en/verify`,
  }
}

async function freeNumber(t: Tx): Promise<string> {
  for (let tries = 0; tries < 5; tries++) {
    const number = makeDocumentNumber(t.random(8))
    if (!(await selectDocumentByNumber(t.sql, number))) return number
  }
  throw new Error('no free number of a document in five draws')
}
