import { assertNone, deny } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { lockCase, normsOf, passMove, record, type AccreditationCase } from '../cases.ts'
import { factsOf } from '../case-facts.ts'
import { selectLines, touchCase } from '../filing/store/filing-store.ts'
import { writeToAccreditor } from '../letters.ts'
import { policy } from '../policy.ts'
import { checklistOf, finishBlockers, markBlockers, MARKS, opinionBlockers, OPINIONS, type ExpertMark, type Mark, type Opinion } from './domain/expertise.ts'
import { keepMark, keepOpinion, selectExperts, selectMarks } from './store/expert-store.ts'

async function lockForReview(t: Tx, caseId: string): Promise<AccreditationCase> {
  const kase = await lockCase(t, caseId)
  assertMay(t, policy, 'accreditation.review', await factsOf(t, kase))
  if (kase.step !== 'expertise') deny('accreditation.not-at-this-step')
  const own = (await selectExperts(t.sql, kase.id)).find((expert) => expert.accountId === accountOf(t.actor))
  if (own?.opinion) deny('accreditation.opinion-given-already')
  return kase
}

export interface SentMark {
  item: string
  verdict: string
  note: string
}

/** An expert fills in his own checklist, per document and profession; until his opinion he may change it. */
export async function fillChecklist(ctx: Ctx, input: { caseId: string; marks: readonly SentMark[] }): Promise<void> {
  await tx(ctx, 'accreditation.review', async (t) => {
    const kase = await lockForReview(t, input.caseId)
    const marks = input.marks.flatMap((mark): ExpertMark[] => {
      const verdict = MARKS.find((each): each is Mark => each === mark.verdict)
      return verdict ? [{ item: mark.item, verdict, note: mark.note.trim() }] : []
    })
    assertNone('accreditation.marks-not-admissible', markBlockers(checklistOf(await selectLines(t.sql, kase.id)), marks))
    for (const mark of marks) await keepMark(t.sql, { ...mark, caseId: kase.id, accountId: accountOf(t.actor)!, at: t.now })
    await touchCase(t.sql, kase.id)
    await record(t, kase.id, 'accreditation-checklist-filled', { items: marks.length })
  })
}

/** An expert gives his opinion with its grounds, alone and once. When all are in, the move is the accreditor's. */
export async function giveOpinion(ctx: Ctx, input: { caseId: string; opinion: string; grounds: string }): Promise<void> {
  await tx(ctx, 'accreditation.review', async (t) => {
    const kase = await lockForReview(t, input.caseId)
    const accountId = accountOf(t.actor)!
    const opinion = OPINIONS.find((each): each is Opinion => each === input.opinion)
    const grounds = input.grounds.trim()
    assertNone('accreditation.opinion-not-admissible', opinionBlockers(checklistOf(await selectLines(t.sql, kase.id)), await selectMarks(t.sql, kase.id, accountId), opinion, grounds))
    if ((await keepOpinion(t.sql, { caseId: kase.id, accountId, opinion: opinion!, grounds, at: t.now })) === 0) deny('accreditation.opinion-given-already')
    const experts = (await selectExperts(t.sql, kase.id)).filter((expert) => !expert.steppedBackAt)
    const allIn = finishBlockers(experts.map((expert) => ({ given: expert.opinion !== null })), normNumber(await normsOf(t, kase), 'accreditation.experts')).length === 0
    if (allIn) await writeToAccreditor(t, await passMove(t, kase, 'accreditor'), 'opinions', `/accreditor/cases/${kase.id}`)
    else await touchCase(t.sql, kase.id)
    await record(t, kase.id, 'accreditation-opinion-given', { expert: accountId, opinion: opinion! })
  })
}
