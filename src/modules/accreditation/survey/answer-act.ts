import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import { assertStep, assertUnchanged, advance, passMove, record } from '../cases.ts'
import { writeToAccreditor, writeToMinistry } from '../letters.ts'
import { policy } from '../policy.ts'
import { surveyActPaper, type SignedOnPaper } from './act-paper.ts'
import { answerBlockers, enteredBy } from './domain/survey.ts'
import { writeToApplicant } from './letters.ts'
import { setAnswer, setFinished } from './store/survey-store.ts'
import { assertSurvey, stateOf, surveyCase, type SurveyCase } from './survey-case.ts'

/** The applicant's representative signs the act, with remarks if he has any, or refuses with his reason. Either way the act is made as a paper. */
export async function answerAct(ctx: Ctx, input: { caseId: string; version: number; answer: 'signed' | 'refused' | undefined; reason: string }): Promise<void> {
  await tx(ctx, 'survey.answer', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.answer', it.facts)
    assertUnchanged(it.kase, input.version)
    await keepAnswer(t, it, { answer: input.answer, reason: input.reason, by: 'applicant' })
  })
}

/** A surveyor records that the representative would not sign or was not there, with the reason; nobody signs in the applicant's place. */
export async function recordRefusalToSign(ctx: Ctx, input: { caseId: string; version: number; reason: string }): Promise<void> {
  await tx(ctx, 'survey.record-refusal', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.sign', it.facts)
    assertUnchanged(it.kase, input.version)
    await keepAnswer(t, it, { answer: 'refused', reason: input.reason, by: 'surveyor' })
    await writeToApplicant(t, it, 'survey-refusal-recorded')
  })
}

/** An applicant without an account has signed the printed act. The case must be locked, and the caller has asked its policy and kept day, signatory and scan. */
export async function signActOnPaper(t: Tx, caseId: string, remarks: string, by: SignedOnPaper): Promise<void> {
  await keepAnswer(t, await surveyCase(t, caseId), { answer: 'signed', reason: remarks, by })
}

interface Given {
  answer: 'signed' | 'refused' | undefined
  reason: string
  /** In its account, or what a surveyor records of it, or on paper. */
  by: 'applicant' | 'surveyor' | SignedOnPaper
}
async function keepAnswer(t: Tx, it: SurveyCase, given: Given): Promise<void> {
  const survey = assertSurvey(it)
  const [bySurveyor, onPaper] = [given.by === 'surveyor', typeof given.by === 'object']
  assertNone('survey.not-answerable', answerBlockers(stateOf(it), given.answer, given.reason))
  const by = accountOf(t.actor)!
  const answered = { ...survey, answer: given.answer!, answerReason: given.reason, answeredBy: by, answeredBySurveyor: bySurveyor, answeredOnPaper: onPaper, answeredAt: t.now }
  const paperId = await createPaper(t, 'survey-act', await surveyActPaper(t, { ...it, survey: answered }, typeof given.by === 'object' ? given.by : undefined), { caseId: it.kase.id, centreId: it.kase.organisationId })
  await setAnswer(t.sql, { caseId: it.kase.id, answer: given.answer!, reason: given.reason, by, bySurveyor, onPaper, at: t.now, paperId })
  await writeToAccreditor(t, await passMove(t, it.kase, 'accreditor'), 'act', `/accreditor/surveys/${it.kase.id}`)
  await record(t, it.kase.id, 'accreditation-survey-answered', { answer: given.answer!, bySurveyor, ...(onPaper ? { onPaper } : {}), paperId })
}

/** The accrediting body takes the act in: the survey is over and the authorised body is asked. */
export async function finishSurvey(ctx: Ctx, input: { caseId: string; version: number }): Promise<void> {
  await tx(ctx, 'survey.finish', async (t) => {
    const it = await surveyCase(t, input.caseId, { lock: true })
    assertMay(t, policy, 'survey.finish', it.facts)
    assertUnchanged(it.kase, input.version)
    assertStep(it.kase, 'finish-survey')
    if (!it.survey?.answer) deny('survey.act-not-answered')
    // The signed sheet is looked at by a second person.
    if (enteredBy(it.survey, accountOf(t.actor))) deny('survey.entered-by-you')
    await setFinished(t.sql, it.kase.id, t.now)
    await writeToMinistry(t, await advance(t, it.kase, 'finish-survey', 'accreditation-survey-finished', { payload: { answer: it.survey.answer } }))
  })
}
