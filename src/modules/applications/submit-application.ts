import { assertNone, Denial } from '#kernel/denial.ts'
import { handedInOn } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { applicationBlockers } from './domain/application-blockers.ts'
import { CONSENT_VERSION, examModeOf, missingSteps } from './domain/draft.ts'
import { gatherFacts, modesAllowed } from './facts.ts'
import { policy } from './policy.ts'
import { registerApplication } from './register-application.ts'
import { lockDraft, markDraftSent, selectDraft } from './store/application-store.ts'

export interface Submission {
  professionCode: string
  /** The draft as the person saw it; a second sending of the same one answers the same case. */
  draftId: string
  consentVersion: string | undefined
  /** The number of the device it is sent from, where there is one. */
  device?: string | undefined
}

/** Sends the application: all reasons are told at once, and a sent one has its number and its first term. */
export async function submitApplication(ctx: Ctx, input: Submission): Promise<string> {
  try {
    return await tx(ctx, 'application.submit', async (t) => {
      assertMay(t, policy, 'application.submit', undefined as never)
      if (t.actor.kind !== 'person') throw new Denial('sign-in.required')
      const { accountId, personId } = t.actor
      const draft = await lockDraft(t.sql, input.draftId, accountId)
      if (!draft || draft.professionCode !== input.professionCode) throw new Denial('not-found')
      if (draft.sentCaseId) return (await casework.getCase(t, draft.sentCaseId)).number
      const profession = await professions.getProfessionOrStruck(t.sql, input.professionCode, t.today)
      const person = await people.getPerson(t, personId)
      const files = await uploads.listAttachments(t.sql, { draftId: draft.id })
      const { data } = draft
      const facts = await gatherFacts(t, { profession, level: data.level, centreId: data.centreId, personId, birthOn: person.birthOn, on: t.today, opening: true })
      const norms = await t.law.normsInForce(t.sql, t.today)
      const missing = missingSteps(data)
      const taking = data.referralId && data.level !== undefined && data.centreId ? await takingOf(t, { professionCode: profession.code, level: data.level, centreId: data.centreId }) : undefined
      // A voucher in force for this very qualification pays, unless the employer does; the summary said so.
      const employerPays = taking !== undefined && (await employers.findReferralOf(t, data.referralId!))?.pays === true
      const voucher = employerPays || data.level === undefined ? undefined : await vouchers.findVoucherFor(t, { professionCode: profession.code, level: data.level })
      assertNone('application.not-admissible', [...applicationBlockers({
        ...facts, papers: files.map((file) => file.kind), consented: input.consentVersion === CONSENT_VERSION, onPaper: false,
        missingFields: [...(missing.includes('you') ? ['contact'] : []), ...(missing.includes('learning') ? ['way-learnt'] : []), ...(missing.includes('language') ? ['exam-language'] : [])],
      }, t.today, norms), ...(taking ? await employers.referralBlockers(t, data.referralId!, taking) : []).filter((each) => facts.ownTie === undefined || each.code !== 'referral.own-centre')])
      const kase = await registerApplication(t, {
        personId, accountId, centreId: data.centreId as never, profession, level: data.level!, receivedOn: handedInOn(norms, t.now), needs: data.needs ?? [],
        examMode: examModeOf(data, (await modesAllowed(t, profession.code, data)).theory), attachedKinds: files.map((file) => file.kind), voucherId: voucher?.id, referral: taking && { referralId: data.referralId!, ...taking },
        application: {
          channel: 'online', partnerReference: null, partnerOrganisationId: null, language: ctx.lang === 'ru' ? 'ru' : 'kk', examLanguage: data.examLanguage!, wayLearnt: data.wayLearnt!,
          surname: person.surname, givenName: person.givenName, patronymic: person.patronymic, birthOn: person.birthOn, citizenship: data.citizenship || person.citizenship,
          phone: data.phone!, email: data.email || t.actor.email, address: data.address!, consentVersion: CONSENT_VERSION, enteredBy: null, witnessedBy: null,
        },
        adopt: (caseId) => uploads.adoptDraftAttachments(t, draft.id, caseId),
      })
      await markDraftSent(t.sql, draft.id, kase.id, t.now)
      await people.noteDevice(t, { number: input.device, personId, act: 'application', subjectId: kase.id })
      return kase.number
    })
  } catch (error) {
    throw openCaseMeanwhile(error)
  }
}

async function takingOf(t: Tx, place: { professionCode: string; level: number; centreId: string }) {
  return { ...place, price: (await centres.findPrice(t.sql, { ...place, on: t.today }))?.amount }
}

/** Two doors at once for one qualification: the database lets one through, and the other is told so. */
export function openCaseMeanwhile(error: unknown): unknown {
  return violatedConstraint(error) === 'one_open_case_per_person_and_qualification' ? new Denial('application.open-case-meanwhile') : error
}

/** The unsent draft of the person who asks, when there is one. */
export async function findDraftOf(ctx: Ctx, professionCode: string) {
  return ctx.actor.kind === 'person' ? selectDraft(ctx.db, ctx.actor.accountId, professionCode) : undefined
}
