import { Denial } from '#kernel/denial.ts'
import type { Day, Moment } from '#kernel/day.ts'
import { parseDocumentNumber } from '#kernel/document-number.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Blocker } from '#kernel/denial.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { latestDecision, type Decision } from '#modules/decisions/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { annulmentGroundsOf, type AnnulmentGround } from './annul-document.ts'
import { issueBlockers, statusOn, validUntilOf, type DocumentStatus } from './domain/document.ts'
import { certificateToday } from './issue-document.ts'
import { policy } from './policy.ts'
import { deliverableOf } from './record-delivery.ts'
import { draftOf } from './send-fail-notice.ts'
import { countDocuments, selectDocumentByNumber, selectDocumentOfCase, selectDelivery, selectDocuments, selectFailNotice, selectOpenAnnulment, selectOpenAnnulments, type DocumentRow, type FailNotice, type OpenAnnulment } from './store/document-store.ts'

export interface ResultView {
  number: string
  version: number
  step: string
  centreId: string
  candidate: { surname: string; givenName: string; patronymic: string | null }
  profession: professions.Profession
  level: number
  decision: Decision | undefined
  document: (DocumentRow & { status: DocumentStatus }) | undefined
  notice: FailNotice | undefined
  validUntil: Day | null
  certificate: string | undefined
  blockers: Blocker[]
  draft: string
  /** What may be handed over under signature now, and when that was done. */
  deliverable: 'document' | 'fail-notice' | 'refusal' | undefined
  deliveredAt: Moment | undefined
  hasAccount: boolean
  staff: { accountId: string; surname: string; givenName: string; patronymic: string | null }[]
  today: Day
  mayIssue: boolean
  annulment: { ground: string; note: string; own: boolean } | undefined
  annulmentGrounds: AnnulmentGround[]
}

/** What the clerk and the head see before and after the result is given. */
export async function readResult(ctx: Ctx, number: string): Promise<ResultView> {
  return read(ctx, 'document.prepare', async (t) => {
    const kase = await casework.findCaseByTypedNumber(t, number)
    if (!kase) throw new Denial('not-found')
    assertMay(t, policy, 'document.prepare', kase)
    const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
    const application = await applications.getApplication(t, kase.id)
    const decision = await latestDecision(t, kase.id)
    const document = await selectDocumentOfCase(t.sql, kase.id)
    const { scope, fault } = await certificateToday(t, kase)
    const paper = await deliverableOf(t, kase)
    const open = document ? await selectOpenAnnulment(t.sql, document.id) : undefined
    return {
      number: kase.number, version: kase.version, step: kase.step, centreId: kase.centreId, candidate: application, profession, level: kase.level!, decision,
      document: document ? { ...document, status: statusOn(document, t.today) } : undefined, notice: await selectFailNotice(t.sql, kase.id), validUntil: validUntilOf(t.today, profession.validityMonths),
      certificate: scope?.number, blockers: issueBlockers({ decidedPass: kase.step === 'decided-pass', alreadyIssued: false, certificateFault: fault }),
      draft: kase.step === 'decided-fail' ? await draftOf(t, kase, application.examLanguage) : '', hasAccount: kase.accountId !== null, staff: await centres.listStaff(t.sql, kase.centreId, t.today), today: t.today,
      deliverable: paper?.kind, deliveredAt: paper && (await selectDelivery(t.sql, paper.kind, paper.id))?.deliveredAt,
      mayIssue: policy['document.issue'](t.actor, kase), annulment: open ? { ground: open.ground, note: open.note, own: t.actor.kind === 'person' && open.proposedBy === t.actor.accountId } : undefined,
      annulmentGrounds: await annulmentGroundsOf(t, kase),
    }
  })
}

/** A document in the list of its centre. */
export interface ListedDocument extends Pick<DocumentRow, 'number' | 'holderSurname' | 'holderGivenName' | 'holderPatronymic' | 'level' | 'issuedOn' | 'validUntil' | 'annulledOn'> {
  caseNumber: string
  professionKk: string | null
  professionRu: string
  professionEn: string | null
  status: DocumentStatus
}

/** The documents of a centre, the newest first. */
export async function listDocuments(ctx: Ctx, centreId: string, page: number, pageSize: number): Promise<{ rows: ListedDocument[]; total: number }> {
  return read(ctx, 'document.list', async (t) => {
    assertMay(t, policy, 'document.list', { centreId })
    const rows = await selectDocuments(t.sql, centreId, pageSize, (page - 1) * pageSize)
    const cases = new Map((await casework.listSummaries(t.sql, rows.map((row) => row.caseId))).map((kase) => [kase.id, kase]))
    const listed = rows.map((row) => {
      const { number: caseNumber, professionKk, professionRu, professionEn } = cases.get(row.caseId)!
      return { ...row, caseNumber, professionKk, professionRu: professionRu!, professionEn, status: statusOn(row, t.today) }
    })
    return { rows: listed, total: await countDocuments(t.sql, centreId) }
  })
}

/** The newest document of a case; the caller has asked whether the case may be seen. */
export async function findDocumentOfCase(t: Tx, caseId: string): Promise<DocumentRow | undefined> {
  return selectDocumentOfCase(t.sql, caseId)
}
export async function findDocumentByNumber(t: Tx, number: string): Promise<DocumentRow | undefined> {
  const parsed = parseDocumentNumber(number)
  return parsed.ok ? selectDocumentByNumber(t.sql, parsed.value) : undefined
}
/** A proposal of annulment that waits for a second person, as the ministry and the national body see it. */
export interface WaitingAnnulment extends OpenAnnulment {
  caseNumber: string
  centre: { kk: string; ru: string; en: string }
  proposer: string
  own: boolean
}

/** Proposals of annulment that wait, the oldest first: a centre with one head has nobody else to decide them. */
export async function listOpenAnnulments(ctx: Ctx): Promise<WaitingAnnulment[]> {
  return read(ctx, 'annulment.list', async (t) => {
    assertMay(t, policy, 'annulment.list', undefined as never)
    const rows = await selectOpenAnnulments(t.sql)
    const numbers = await casework.numbersOf(t, rows.map((row) => row.caseId))
    const names = await people.namesOf(t, rows.map((row) => row.proposedBy))
    const waiting: WaitingAnnulment[] = []
    for (const row of rows) {
      const { name } = await centres.getCentre(t.sql, row.centreId)
      waiting.push({ ...row, caseNumber: numbers.get(row.caseId) ?? '', centre: name, proposer: names.get(row.proposedBy) ?? '', own: accountOf(t.actor) === row.proposedBy })
    }
    return waiting
  })
}
