import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as billing from '#modules/billing/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { checkList, contractBlockers } from './domain/check-list.ts'
import type { ExamLanguage } from './domain/draft.ts'
import { ownPeopleOf } from './own-people.ts'
import { policy } from './policy.ts'
import { selectAccommodations, selectApplication, selectChecks, type Application } from './store/application-store.ts'
import { selectContracts, selectPayments, selectRefusal, type Contract } from './store/contract-store.ts'

/** The application of a case; a case without one is a fault of the program, or an appeal. */
export async function getApplication(t: Tx, caseId: string): Promise<Application> {
  const found = await selectApplication(t.sql, caseId)
  if (!found) throw new Denial('not-found')
  return found
}

/** Where somebody without an account can be written to: the e-mail of his application, in its language. */
export async function contactOf(t: Tx, caseId: string): Promise<{ email: string | null; lang?: 'kk' | 'ru' }> {
  const found = await selectApplication(t.sql, caseId)
  return found ? { email: found.email, lang: found.language } : { email: null }
}

/** Where the candidate said in his application that he lives; undefined where the case has none. */
export async function addressOf(t: Tx, caseId: string): Promise<string | undefined> {
  return (await selectApplication(t.sql, caseId))?.address
}

/** The contract by which the case now stands: the newest that was not closed. */
export async function currentContract(t: Tx, caseId: string): Promise<Contract | undefined> {
  return (await selectContracts(t.sql, caseId)).find((contract) => contract.closedAt === null)
}

/** The language of the exam; Kazakh where a case has no application. */
export async function examLanguageOf(t: Tx, caseId: string): Promise<ExamLanguage> {
  return (await selectApplication(t.sql, caseId))?.examLanguage ?? 'kk'
}

/** How the theory is to be held; in the centre where a case has no application. */
export async function examModeOfCase(t: Tx, caseId: string): Promise<ExamMode> {
  return (await selectApplication(t.sql, caseId))?.examMode ?? 'offline'
}

/** Conditions a person asked for, with the centre's answers; none is to be left open when the notification goes. */
export async function listAccommodations(t: Tx, caseId: string) {
  return selectAccommodations(t.sql, caseId)
}

/** Who presses the button, as the account that the rows keep. */
export function accountIdOf(t: Tx): Uuid {
  if (t.actor.kind === 'person') return t.actor.accountId
  if (t.actor.kind === 'system') return people.SYSTEM_ACCOUNT
  throw new Denial('not-found')
}

/** Everything the check of a case rests on. */
export async function standingOf(t: Tx, kase: casework.CaseFile) {
  if (kase.kind !== 'recognition') throw new Denial('not-found')
  const application = await getApplication(t, kase.id)
  const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
  const attachments = await uploads.listAttachments(t.sql, { caseId: kase.id })
  const accommodations = await selectAccommodations(t.sql, kase.id)
  const checks = await selectChecks(t.sql, kase.id)
  const list = checkList(profession, attachments.map((each) => each.kind), accommodations.length, await casework.normsOf(t, kase))
  const terms = await termsOf(t, kase, await casework.atCentreSince(t, kase))
  const ownPeople = await ownPeopleOf(t, kase)
  return {
    kase, application, profession, attachments, accommodations, checks, list, ...terms, ownPeople,
    blockers: contractBlockers({ ownPeople, list, checks, hasPrice: terms.price !== undefined, hasProgramme: terms.programme !== undefined, inScope: terms.scope !== undefined }),
  }
}

/** What a contract of this case would say today: the living scope, the approved programme, and the price and the centre's own conditions in force on `priceOn`. */
export async function termsOf(t: Tx, kase: casework.CaseFile, priceOn: Day) {
  const place = { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level! }
  const scope = await centres.scopeOfCase(t, kase)
  const price = await centres.findPrice(t.sql, { ...place, on: priceOn })
  const programme = await programmes.findApprovedProgramme(t.sql, place)
  const lists = price ? await centres.listPriceLists(t.sql, kase.centreId) : []
  const ownTerms = await centres.findContractTerms(t.sql, kase.centreId, priceOn)
  return { scope, price, programme, ownTerms, listFrom: lists.find((list) => list.id === price?.priceListId)?.inForceFrom }
}

/** The folder of stage 1 for its clerk: what is checked, what may be done. */
export async function readStanding(ctx: Ctx, number: string, action: 'application.check' | 'contract.send' | 'contract.refuse' | 'accommodation.answer' | 'identity.confirm' = 'application.check') {
  return read(ctx, action, async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, action, kase)
    const standing = await standingOf(t, kase)
    const person = await people.getPerson(t, kase.personId)
    const centre = await centres.getCentre(t.sql, kase.centreId)
    return { ...standing, today: t.today, norms: await casework.normsOf(t, kase), iinLastFour: person.iinLastFour, verified: person.verifiedAt !== null, centre, contract: await currentContract(t, kase.id) }
  })
}
export type FolderStanding = Awaited<ReturnType<typeof readStanding>>

/** The contract with its payments, for those who may see the case. */
export async function readContract(ctx: Ctx, number: string) {
  return read(ctx, 'application.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'application.read', kase)
    const application = await getApplication(t, kase.id)
    const contract = await currentContract(t, kase.id)
    const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
    const centre = await centres.getCentre(t.sql, kase.centreId)
    const terms = await termsOf(t, kase, await casework.atCentreSince(t, kase))
    return {
      kase, application, contract, profession, centre, listFrom: terms.listFrom, norms: await casework.normsOf(t, kase), today: t.today,
      payments: contract ? await selectPayments(t.sql, contract.id) : [], paid: contract ? contract.carried + (await billing.receivedUnder(t, contract.id)) : 0, refusal: await selectRefusal(t.sql, kase.id),
      programme: contract ? await programmes.getProgrammeVersion(t.sql, contract.programmeVersionId) : undefined,
    }
  })
}
export type ContractStanding = Awaited<ReturnType<typeof readContract>>

/** The refusal of a contract; the caller has asked whether the case may be seen. */
export async function findRefusal(t: Tx, caseId: string) {
  return selectRefusal(t.sql, caseId)
}
