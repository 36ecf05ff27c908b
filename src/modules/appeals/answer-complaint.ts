import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import { answerBlockers, type Finding } from './domain/complaint.ts'
import { writeToPerson } from './letters.ts'
import { complaintAnswerPaper } from './paper-data.ts'
import { policy } from './policy.ts'
import { answer, selectComplaint } from './store/complaint-store.ts'

/** The centre answers a complaint in words, with what it found and what it did; nobody answers for himself. */
export async function answerComplaint(ctx: Ctx, input: { number: string; version: number; finding: string; answer: string; measures: string }): Promise<void> {
  await tx(ctx, 'complaint.answer', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'complaint.answer', kase)
    casework.assertUnchanged(kase, input.version)
    const complaint = kase.kind === 'complaint' ? await selectComplaint(t.sql, kase.id) : undefined
    if (!complaint) deny('not-found')
    const answeredBy = accountOf(t.actor)!
    assertNone('complaint.not-answered', answerBlockers({
      answered: complaint.answer !== null, answer: input.answer, finding: input.finding, about: complaint.about, answeredBy, complainant: kase.accountId,
    }))
    const given = { finding: input.finding as Finding, answer: input.answer.trim(), measures: input.measures.trim(), answeredBy }
    const paperId = await createPaper(t, 'complaint-answer', await complaintAnswerPaper(t, kase, complaint, given), { caseId: kase.id, centreId: kase.centreId })
    await answer(t.sql, { caseId: kase.id, ...given, answeredAt: t.now, paperId })
    await casework.meetClock(t, kase.id, 'T14')
    const answered = await casework.touchCase(t, kase, { step: 'answered', whoseMove: 'nobody', nextDueOn: null, close: true })
    await casework.record(t, kase.id, 'complaint-answered', { finding: given.finding, paperId })
    await writeToPerson(t, answered, 'complaint-answered', `/cases/${kase.number}/complaint`, { finding: given.finding })
  })
}
