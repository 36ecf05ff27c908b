import { deny } from '#kernel/denial.ts'
import { deadlineRule } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import { eligibilityBlockers, requiredAge } from './domain/application-blockers.ts'
import { CONSENT_VERSION } from './domain/draft.ts'
import { gatherFacts, modesAllowed } from './facts.ts'
import { policy } from './policy.ts'
import { getApplication } from './standing.ts'
import { selectDraft } from './store/application-store.ts'

/** What anybody may know before typing anything: track, levels, age, papers, centres with prices; signed in, also what stands against him. */
export async function seeTerms(ctx: Ctx, professionCode: string) {
  return read(ctx, 'application.see-terms', async (t) => {
    assertMay(t, policy, 'application.see-terms', undefined as never)
    const profession = await professions.getProfessionOrStruck(t.sql, professionCode, t.today)
    const offers = profession.track === 'mandatory' || professions.struckOn(profession, t.today) ? [] : await centres.listCentresFor(t.sql, { professionCode, on: t.today })
    const regions = await professions.listRegions(t.sql)
    const norms = await t.law.normsInForce(t.sql, t.today)
    const accountId = t.actor.kind === 'person' ? t.actor.accountId : undefined
    const person = t.actor.kind === 'person' ? await people.getPerson(t, t.actor.personId) : undefined
    const draft = accountId ? await selectDraft(t.sql, accountId, professionCode) : undefined
    const facts = await gatherFacts(t, { profession, level: draft?.data.level, centreId: draft?.data.centreId, personId: person?.id, birthOn: person?.birthOn, on: t.today })
    const accessibility = new Map<string, string[]>()
    for (const { centre } of offers) {
      accessibility.set(centre.id, (await centres.listAccessibility(t.sql, centre.id)).filter((each) => each.available).map((each) => each.feature))
    }
    const referral = draft?.data.referralId ? await employers.findReferralOf(t, draft.data.referralId) : undefined
    const voucher = await vouchers.findVoucherFor(t, { professionCode, level: draft?.data.level })
    return {
      modes: await modesAllowed(t, professionCode, draft?.data ?? {}), referral, voucher, profession, offers, regions, accessibility, person, draft, norms, consentVersion: CONSENT_VERSION, checkDays: deadlineRule(norms, 'T1').length, today: t.today, age: requiredAge(profession, norms),
      files: draft ? await uploads.listAttachments(t.sql, { draftId: draft.id }) : [], blockers: eligibilityBlockers(facts, t.today, norms),
    }
  })
}
export type Terms = Awaited<ReturnType<typeof seeTerms>>

/** What was sent, for the page after sending. */
export async function readSent(ctx: Ctx, number: string, action: 'application.read' | 'application.withdraw' | 'application.withdraw-on-paper' = 'application.read') {
  return read(ctx, action, async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, action, kase)
    const application = await getApplication(t, kase.id)
    return {
      kase, application, profession: await professions.getProfessionVersion(t.sql, kase.professionVersionId!), centre: await centres.getCentre(t.sql, kase.centreId),
      files: await uploads.listAttachments(t.sql, { caseId: kase.id }), deadlines: await casework.deadlinesOf(t, kase.id),
    }
  })
}

/** What stands on the blank form: the centre, when its number is given. */
export async function readBlankForm(ctx: Ctx, centreSerial: string | undefined) {
  return read(ctx, 'application.open-form', async (t) => {
    assertMay(t, policy, 'application.open-form', undefined as never)
    const centre = centreSerial && centreSerial.length <= 10 ? await centres.findCentreBySerial(t.sql, centreSerial) : undefined
    if (centreSerial && !centre) deny('filter.wrong', { filter: 'centre', value: centreSerial.slice(0, 60) })
    // One day, one form: the same bytes for everybody who asks on that day.
    return { data: { demo: t.demo, centreName: centre ? { kk: centre.name.kk, ru: centre.name.ru } : null }, createdAt: `${t.today}T00:00:00.000Z` }
  })
}
