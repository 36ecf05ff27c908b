import { deny, Denial } from '#kernel/denial.ts'
import { findNorm, normNumber } from '#kernel/norms.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothDay, stamp } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import { priceOfRetake, retakeRuleOnPaper, retakeStagesOn } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { latestDecision } from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import { draftRecommendations } from './domain/recommendations.ts'
import { actorId, both, daysOf, deliverByAccount, paperFrame, writeToCandidate } from './frame.ts'
import { certificateToday } from './issue-document.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { insertFailNotice } from './store/document-store.ts'

/** The draft of the recommendations in the language of the exam, from the topics and operations that failed. */
export async function draftOf(t: Tx, kase: casework.CaseFile, lang: Language): Promise<string> {
  const attempt = (await exams.currentAttempt(t, kase.id))!
  const { content } = await programmes.getProgrammeVersion(t.sql, attempt.programmeVersionId)
  const words = messages[lang].draft
  const lines = draftRecommendations(await exams.examFacts(t, attempt.id), content as never).map((line) => {
    const text = line.text ? ` ${inLanguage(line.text, lang)}` : ''
    return line.kind === 'topic' ? `${fill(words.topic, { name: inLanguage(line.name, lang) })}${text}` : `${fill(words.step, { no: line.no, name: inLanguage(line.operation, lang) })}${text}`
  })
  return lines.length > 0 ? lines.join('\n') : words.general
}

/** Sends the one notice with its three parts: the decision, the right to retake, the recommendations. */
export async function sendFailNotice(ctx: Ctx, input: { number: string; version: number; recommendations: string }): Promise<void> {
  await tx(ctx, 'fail-notice.send', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'fail-notice.send', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'fail-notice.send')
    const recommendations = input.recommendations.trim()
    if (recommendations === '') deny('fail-notice.recommendations-missing', { field: 'recommendations' })
    const decision = await latestDecision(t, kase.id)
    if (decision?.outcome !== 'fail') throw new Denial('case.not-at-this-step')
    const norms = await casework.normsOf(t, kase)
    const { scope } = await certificateToday(t, kase)
    const frame = await paperFrame(t, kase, scope)
    const attempt = (await exams.currentAttempt(t, kase.id))!
    const facts = await exams.examFacts(t, attempt.id)
    const price = await centres.findPrice(t.sql, { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, on: t.today })
    // The stages that the candidate would be offered if he asked today, so that the notice names the price of these.
    const amount = price && await priceOfRetake(t, kase, await retakeStagesOn(t, kase, t.today), price)
    const rule = await retakeRuleOnPaper(t, kase)
    const lines = recommendations.split('\n').map((line) => line.trim()).filter(Boolean)
    const paperId = await createPaper(t, 'fail-notice', {
      demo: t.demo, number: `${kase.number}/${attempt.number}`, issuedOn: bothDay(t.today), centre: frame.centre, candidate: frame.candidate, qualification: frame.qualification,
      decision: { number: decision.number, decidedOn: bothDay(decision.decidedOn) }, ground: both((words) => words.grounds[decision.ground!]),
      results: [
        ...(facts.theory ? [{ kk: fill(messages.kk.paper.theory, { correct: facts.theory.correct, total: facts.theory.total }), ru: fill(messages.ru.paper.theory, { correct: facts.theory.correct, total: facts.theory.total }) }] : []),
        ...(facts.practice ? [both((words) => fill(words.practice, { done: facts.practice!.steps.filter((step) => step.done).length, total: facts.practice!.steps.length }))] : []),
        ...(facts.noShow?.notLetIn ? [{ kk: exams.whyNotLetIn('kk', facts.noShow.notLetIn), ru: exams.whyNotLetIn('ru', facts.noShow.notLetIn) }] : []),
        ...(facts.theory || facts.practice ? [] : [both((words) => words.notHeld)]),
      ],
      recommendations: lines.map((line) => ({ kk: line, ru: line })), retake: { price: amount === undefined ? '—' : formatTenge(amount, 'ru'), howTo: both((words) => words.howToRetake), ...(rule ? { rule } : {}) },
      terms: { appeal: daysOf(norms, 'T6'), ...(findNorm(norms, 'appeal.secondInstance')?.value === 'panel-of-other-centres' ? { secondAppeal: true } : {}), notice: normNumber(norms, 'notice.wholeDays') }, complaint: frame.complaint,
      signatures: [{ role: both((words) => words.operator), name: t.actor.kind === 'person' ? t.actor.name : '', signedAt: stamp(t.now) }],
    }, { caseId: kase.id, centreId: kase.centreId })
    const id = t.newId()
    await insertFailNotice(t.sql, { id, decisionId: decision.id, caseId: kase.id, recommendations, issuedAt: t.now, issuedBy: actorId(t), deliveredAt: kase.accountId ? t.now : null, paperId })
    const sent = await casework.advance(t, kase, 'fail-notice.send', 'fail-notice-sent', { payload: { noticeId: id } })
    const delivered = await deliverByAccount(t, sent, { kind: 'fail-notice', id })
    await writeToCandidate(t, delivered, 'fail-notice-sent', {})
  })
}
