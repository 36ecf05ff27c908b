import { legalDay } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { advance, lockCase, normsOf } from '../cases.ts'
import { writeToAccreditor } from '../letters.ts'
import { policy } from '../policy.ts'
import { agreementDueOn, silenceMeans } from './domain/agreement.ts'
import { insertAnswer, selectCasesAt, selectLines } from './store/agreement-store.ts'

/**
 * When the term of the answer is over, silence means what the norm says it means. Both are norms without a value in the first edition:
 * where either is not set the case waits, whatever the day. Answers how many cases went on.
 */
export async function lapseAgreements(ctx: Ctx): Promise<number> {
  const waiting = await read(ctx, 'accreditation.lapse-agreement', async (t) => {
    assertMay(t, policy, 'accreditation.lapse-agreement', undefined as never)
    return selectCasesAt(t.sql, ['awaiting-agreement'])
  })
  return eachInTurn(waiting, ({ id }) => tx(ctx, 'accreditation.lapse-agreement', async (t) => {
    assertMay(t, policy, 'accreditation.lapse-agreement', undefined as never)
    const kase = await lockCase(t, id)
    const norms = await normsOf(t, kase)
    const answer = silenceMeans(norms)
    const dueOn = agreementDueOn(norms, legalDay(kase.movedAt), await t.law.calendar(t.sql, kase.calendarVersion))
    if (kase.step !== 'awaiting-agreement' || !answer || !dueOn || t.today <= dueOn) return false
    for (const line of await selectLines(t.sql, kase.id)) await insertAnswer(t.sql, { caseId: kase.id, professionCode: line.professionCode, level: line.level, answer, grounds: '', by: null, at: t.now })
    const moved = await advance(t, kase, 'answer-agreement', 'accreditation-agreement-lapsed', { whoseMove: 'accreditor', payload: { answer, dueOn } })
    await writeToAccreditor(t, moved, 'agreement', `/accreditor/decisions/${kase.id}`)
    return true
  }))
}
