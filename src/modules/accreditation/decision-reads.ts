import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { findNorm } from '#kernel/norms.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import { Denial } from '#kernel/denial.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { agreementDueOn, silenceMeans, type Answer } from './agreement/domain/agreement.ts'
import { selectCasesAt, type LineRow } from './agreement/store/agreement-store.ts'
import { factsOf, peopleOfApplicant } from './case-facts.ts'
import { getCase, normsOf, type AccreditationCase } from './cases.ts'
import { closingOf } from './certificate/close-unissued.ts'
import { registrationOf } from './certificate/register-centre.ts'
import type { RegistrationFacts } from './certificate/domain/registration.ts'
import { selectContract, selectIssueOfCase, type Contract, type Issue } from './certificate/store/certificate-store.ts'
import type { LineFacts } from './commission/domain/commission.ts'
import { candidatesFor, lineFacts } from './commission/standing.ts'
import { selectCommission, selectCommissioners, selectVotes, type Commission, type Vote } from './commission/store/commission-store.ts'
import { namesOfLines, type LineNamed } from './paper-words.ts'
import { policy } from './policy.ts'

export interface CaseListed {
  id: string
  number: string
  kind: AccreditationCase['kind']
  step: AccreditationCase['step']
  applicant: people.OrganisationNamed
  lines: number
  movedAt: Moment
}
async function listAt(t: Tx, steps: readonly string[]): Promise<CaseListed[]> {
  const rows = await selectCasesAt(t.sql, steps)
  return inTurn(rows, async ({ organisationId, ...row }) => ({ ...row, applicant: (await people.findOrganisation(t.sql, organisationId))! }) as CaseListed)
}
/** The last day of the authorised body for its answer; undefined where no term is set, or nothing waits for an answer. */
async function dueOnOf(t: Tx, kase: AccreditationCase): Promise<Day | undefined> {
  return kase.step === 'awaiting-agreement' ? agreementDueOn(await normsOf(t, kase), legalDay(kase.movedAt), await t.law.calendar(t.sql, kase.calendarVersion)) : undefined
}

export interface AgreementListed extends CaseListed {
  dueOn: Day | undefined
}
/** What waits for the agreement of the authorised body, the oldest first. */
export async function listAgreements(ctx: Ctx): Promise<AgreementListed[]> {
  return read(ctx, 'accreditation.list-agreements', async (t) => {
    assertMay(t, policy, 'accreditation.list-agreements', undefined as never)
    return inTurn(await listAt(t, ['awaiting-agreement']), async (listed) => ({ ...listed, dueOn: await dueOnOf(t, await getCase(t, listed.id)) }))
  })
}
/** What is being decided, issued or contracted; a member of the commission sees the cases of his commissions. */
export async function listDecisions(ctx: Ctx): Promise<CaseListed[]> {
  return read(ctx, 'accreditation.list-decisions', async (t) => {
    assertMay(t, policy, 'accreditation.list-decisions', undefined as never)
    const rows = await listAt(t, ['deciding', 'accredited', 'certificate-issued', 'contract-sent'])
    if (hasRole(t.actor, 'accreditor')) return rows
    const own: CaseListed[] = []
    for (const row of rows) if ((await selectCommissioners(t.sql, row.id)).some((each) => each.accountId === accountOf(t.actor))) own.push(row)
    return own
  })
}

export interface MemberShown {
  accountId: string
  name: string
  chair: boolean
  voted: boolean
}
export interface DecisionView {
  kase: AccreditationCase
  applicant: people.OrganisationNamed
  lines: (LineRow & LineFacts & LineNamed)[]
  /** Undefined where the norms set none: shown as not set. */
  agreement: { dueOn: Day | undefined; silence: Answer | undefined }
  norms: { size: number; quorum: string }
  commission: Commission | undefined
  members: MemberShown[]
  /** Votes are shown once the reader has voted or the case is decided; the accreditor sees only who has. */
  votes: (Vote & { name: string })[]
  candidates: { accountId: string; name: string; free: boolean }[]
  staff: { accountId: string; name: string }[]
  issue: Issue | undefined
  certificate: centres.CertificateShown | undefined
  contract: Contract | undefined
  registration: RegistrationFacts | undefined
  centre: { serial: string; publicFrom: Day | null } | undefined
  may: { answer: boolean; call: boolean; vote: boolean; decide: boolean; issue: boolean; close: boolean; send: boolean; accept: boolean; register: boolean }
}

/** One case as stages 4 to 6 need it: lines with answer and outcome, commission and votes, certificate, contract, registration. */
export async function readDecision(ctx: Ctx, id: string): Promise<DecisionView> {
  return read(ctx, 'accreditation.read', async (t) => {
    const kase = await getCase(t, id)
    const members = await selectCommissioners(t.sql, kase.id)
    const facts = await factsOf(t, kase)
    assertMay(t, policy, 'accreditation.read', facts)
    const norms = await normsOf(t, kase)
    const own = accountOf(t.actor)
    const votes = await selectVotes(t.sql, kase.id)
    const commission = await selectCommission(t.sql, kase.id)
    const seesVotes = commission?.decidedAt !== null && commission !== undefined || votes.some((vote) => vote.accountId === own)
    const name = async (accountId: string) => (await people.fullNameOf(t, accountId)) ?? '—'
    const [issue, call] = [await selectIssueOfCase(t.sql, kase.id), may(t.actor, policy, 'accreditation.call-commission', facts)]
    const centre = issue ? await centres.getCentre(t.sql, kase.organisationId) : undefined
    const at = (step: AccreditationCase['step'], allowed: boolean) => kase.step === step && allowed
    const deciding = kase.step === 'deciding' && commission !== undefined
    return {
      kase, applicant: (await people.findOrganisation(t.sql, kase.organisationId))!, lines: await namesOfLines(t, await lineFacts(t, kase.id)),
      agreement: { dueOn: await dueOnOf(t, kase), silence: silenceMeans(norms) },
      norms: { size: Number(findNorm(norms, 'accreditation.commissionSize')?.value ?? 0), quorum: String(findNorm(norms, 'accreditation.commissionQuorum')?.value ?? '') },
      commission, members: await inTurn(members, async (each) => ({ ...each, name: await name(each.accountId), voted: votes.some((vote) => vote.accountId === each.accountId) })),
      votes: seesVotes && !hasApplicantEyes(t, kase) ? await inTurn(votes, async (vote) => ({ ...vote, name: await name(vote.accountId) })) : [],
      candidates: at('deciding', call) ? await inTurn(await candidatesFor(t, kase), async (each) => ({ accountId: each.accountId, name: await name(each.accountId), free: each.free })) : [],
      staff: at('accredited', call) ? await inTurn(await peopleOfApplicant(t, kase), async (each) => ({ accountId: each.accountId, name: await name(each.accountId) })) : [],
      issue, certificate: issue && (await centres.findCertificate(t.sql, issue.certificateId, t.today)), contract: await selectContract(t.sql, kase.id),
      registration: kase.step === 'completed' && kase.kind === 'initial' && issue ? await registrationOf(t, kase) : undefined, centre: centre && { serial: centre.serial, publicFrom: centre.publicFrom },
      may: {
        answer: at('awaiting-agreement', may(t.actor, policy, 'accreditation.answer-agreement', facts)), call: at('deciding', call),
        vote: deciding && may(t.actor, policy, 'accreditation.vote', facts) && !votes.some((vote) => vote.accountId === own),
        decide: deciding && may(t.actor, policy, 'accreditation.decide', facts),
        issue: at('accredited', call), close: at('accredited', call) && (await closingOf(t, kase)).length === 0, send: at('certificate-issued', call), accept: at('contract-sent', may(t.actor, policy, 'accreditation.accept-contract', facts)),
        register: at('completed', may(t.actor, policy, 'accreditation.register-centre', facts)) && centre?.publicFrom === null,
      },
    }
  })
}

/** The applicant learns the outcome and its reasons, not who voted how. */
function hasApplicantEyes(t: Tx, kase: AccreditationCase): boolean {
  return may(t.actor, policy, 'accreditation.apply', kase)
}

/** A paper of the case, for those who may read the case; the protocol with its votes is not for the applicant. */
export async function readDecisionPaper(ctx: Ctx, id: string): Promise<{ paperId: string; fileKey: string | null; name: string }> {
  return read(ctx, 'accreditation.read', async (t) => {
    const paper = await findPaper(t.sql, id)
    if (!paper?.caseId) throw new Denial('not-found')
    const kase = await getCase(t, paper.caseId)
    assertMay(t, policy, 'accreditation.read', await factsOf(t, kase))
    if (paper.kind === 'accreditation-protocol' && hasApplicantEyes(t, kase)) throw new Denial('not-found')
    return { paperId: paper.id, fileKey: paper.fileKey, name: `${kase.number} ${paper.kind}.pdf` }
  })
}
