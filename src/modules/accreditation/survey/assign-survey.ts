import { parseDay } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { peopleOfApplicant, whoTookPart } from '../case-facts.ts'
import { assertStep, assertUnchanged, normsOf, passMove, record } from '../cases.ts'
import { policy } from '../policy.ts'
import { assignmentBlockers } from './domain/survey.ts'
import { writeToApplicant, writeToSurveyors } from './letters.ts'
import { replaceSurveyors, upsertSurvey } from './store/survey-store.ts'
import { isOfSurvey, surveyCase, surveyorsOfBody } from './survey-case.ts'
import { denyClosed } from './closed.ts'

export interface AssignSurvey {
  caseId: string
  version: number
  surveyors: readonly string[]
  /** YYYY-MM-DD. */
  heldOn: string
}

/**
 * The accrediting body says who goes to the applicant and when; the applicant gets a letter. Done again it changes people or day, until the first signature:
 * what a relieved surveyor wrote stays his.
 */
export async function assignSurvey(ctx: Ctx, input: AssignSurvey): Promise<void> {
  await tx(ctx, 'survey.assign', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.assign', it.facts)
    assertUnchanged(it.kase, input.version)
    assertStep(it.kase, 'finish-survey')
    denyClosed(it.survey)
    const heldOn = parseDay(input.heldOn)
    const surveyors = [...new Set(input.surveyors)]
    assertNone('survey.not-assignable', assignmentBlockers({
      surveyors, heldOn, known: new Set((await surveyorsOfBody(t)).map((each) => each.accountId)),
      ofApplicant: new Set((await peopleOfApplicant(t, it.kase)).map((each) => each.accountId)),
      tookPart: await whoTookPart(t, it.kase.id, isOfSurvey), needed: normNumber(await normsOf(t, it.kase), 'accreditation.surveyors'),
    }, t.today, t.calendar))
    await upsertSurvey(t.sql, { caseId: it.kase.id, heldOn: heldOn!, assignedBy: accountOf(t.actor)!, at: t.now })
    await replaceSurveyors(t.sql, it.kase.id, surveyors, t.now)
    await passMove(t, it.kase, 'surveyor')
    await record(t, it.kase.id, 'accreditation-survey-assigned', { surveyors, heldOn: heldOn! })
    await writeToApplicant(t, it, it.survey ? 'survey-moved' : 'survey-set', heldOn)
    await writeToSurveyors(t, it, surveyors, 'survey-yours', heldOn)
  })
}
