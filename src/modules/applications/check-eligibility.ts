import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { deadlineRule } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import { demandedPapers, eligibilityBlockers, outsideBlockers, requiredAge, saysPapers } from './domain/application-blockers.ts'
import { CONSENT_VERSION } from './domain/draft.ts'
import { gatherFacts } from './facts.ts'
import { policy } from './policy.ts'

export interface EligibilityQuestion {
  professionCode: string
  level?: number | undefined
  centreSerial?: string | undefined
  birthOn?: Day | undefined
}

/**
 * What is asked of whoever would apply today, and what stands in his way, of what can be told without knowing who he is: nobody learns here whether a
 * person has an open case or was removed from an exam.
 */
export async function checkEligibility(ctx: Ctx, asked: EligibilityQuestion) {
  return read(ctx, 'application.see-terms', async (t) => {
    assertMay(t, policy, 'application.see-terms', undefined as never)
    const profession = await professions.getProfessionOrStruck(t.sql, asked.professionCode, t.today)
    const centre = asked.centreSerial === undefined ? undefined : await centres.findCentreBySerial(t.sql, asked.centreSerial)
    if (asked.centreSerial !== undefined && !centre) throw new Denial('application.centre-unknown')
    const norms = await t.law.normsInForce(t.sql, t.today)
    const facts = await gatherFacts(t, { profession, level: asked.level, centreId: centre?.id, personId: undefined, birthOn: asked.birthOn, on: t.today })
    const outside = outsideBlockers(facts.profession).length > 0
    const offers = outside ? [] : await centres.listCentresFor(t.sql, { professionCode: profession.code, on: t.today })
    const blockers = eligibilityBlockers(facts, t.today, norms)
    return {
      profession, blockers, eligible: blockers.length === 0, age: requiredAge(profession, norms), papers: outside ? [] : demandedPapers(facts.profession, norms), papersKnown: saysPapers(facts.profession),
      checkDays: deadlineRule(norms, 'T1').length, consentVersion: CONSENT_VERSION,
      centres: offers.flatMap((offer) => offer.offers.filter((line) => asked.level === undefined || line.level === asked.level).map((line) => ({ centre: offer.centre.serial, level: line.level, price: line.price ?? null }))),
    }
  })
}
