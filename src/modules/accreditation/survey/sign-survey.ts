import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import { isRepresented } from '../case-facts.ts'
import { assertUnchanged, passMove, record } from '../cases.ts'
import { policy } from '../policy.ts'
import { surveyActPaper } from './act-paper.ts'
import { reopenBlockers, signBlockers } from './domain/survey.ts'
import { writeToApplicant, writeToSurveyors } from './letters.ts'
import { clearSignatures, setClosed, setSignature } from './store/survey-store.ts'
import { assertSurvey, contentOf, stateOf, surveyCase } from './survey-case.ts'

/** A surveyor signs the act, each for himself. The first signature closes the writing; with the last one the applicant is asked for its word. */
export async function signSurvey(ctx: Ctx, input: { caseId: string; version: number }): Promise<void> {
  await tx(ctx, 'survey.sign', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.sign', it.facts)
    assertUnchanged(it.kase, input.version)
    const survey = assertSurvey(it)
    if (survey.answer) deny('survey.answered-already')
    if (it.surveyors.some((each) => each.accountId === accountOf(t.actor) && each.signedAt)) deny('survey.signed-already')
    const { items, stand } = await contentOf(t, it.kase.id)
    assertNone('survey.not-signable', signBlockers(items, stand))
    if (!survey.closedAt) await setClosed(t.sql, it.kase.id, t.now)
    await setSignature(t.sql, it.kase.id, accountOf(t.actor)!, t.now)
    const last = stateOf(it).signatures + 1 === it.surveyors.length
    await passMove(t, it.kase, last ? 'applicant' : 'surveyor')
    const paperId = last ? await sheetToSign(t, it.kase.id) : undefined
    await record(t, it.kase.id, 'accreditation-survey-signed', { last, ...(paperId ? { paperId } : {}) })
    if (last) await writeToApplicant(t, it, 'survey-act')
  })
}

/** The act with a line for the applicant's signature, to be printed where nobody acts for it on the platform. */
async function sheetToSign(t: Tx, caseId: Uuid): Promise<string | undefined> {
  const it = await surveyCase(t, caseId)
  if (it.kase.channel !== 'paper' || (await isRepresented(t, it.kase))) return undefined
  return createPaper(t, 'survey-act', await surveyActPaper(t, it), { caseId, centreId: it.kase.organisationId })
}

/** A surveyor takes the act back with a reason, before the applicant has given its word: all signatures fall, and writing goes on. */
export async function reopenSurvey(ctx: Ctx, input: { caseId: string; version: number; reason: string }): Promise<void> {
  await tx(ctx, 'survey.reopen', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.sign', it.facts)
    assertUnchanged(it.kase, input.version)
    assertSurvey(it)
    assertNone('survey.not-reopenable', reopenBlockers(stateOf(it), input.reason))
    await clearSignatures(t.sql, it.kase.id)
    await setClosed(t.sql, it.kase.id, null)
    await passMove(t, it.kase, 'surveyor')
    await record(t, it.kase.id, 'accreditation-survey-reopened', { reason: input.reason })
    await writeToSurveyors(t, it, it.facts.surveyors.filter((each) => each !== accountOf(t.actor)), 'survey-reopened')
  })
}
