import { assertNone } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { factsOf } from '../case-facts.ts'
import { advance, assertStep, assertUnchanged, lockCase } from '../cases.ts'
import { writeToAccreditor } from '../letters.ts'
import { policy } from '../policy.ts'
import { answerBlockers, keyOf, type Answer, type LineAnswer } from './domain/agreement.ts'
import { insertAnswer, selectLines } from './store/agreement-store.ts'

/** The authorised body agrees or objects to every profession of the case, with grounds; the case goes on to the commission. */
export async function answerAgreement(ctx: Ctx, input: { id: string; version: number; answers: readonly LineAnswer[] }): Promise<void> {
  await tx(ctx, 'accreditation.answer-agreement', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.answer-agreement', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    assertStep(kase, 'answer-agreement')
    const lines = await selectLines(t.sql, kase.id)
    assertNone('agreement.incomplete', answerBlockers(lines, input.answers))
    const objected: string[] = []
    for (const line of lines) {
      const given = input.answers.find((each) => keyOf(each) === keyOf(line))!
      const answer = given.answer as Answer
      if (answer === 'objects') objected.push(keyOf(line))
      await insertAnswer(t.sql, { caseId: kase.id, professionCode: line.professionCode, level: line.level, answer, grounds: answer === 'objects' ? given.grounds.trim() : '', by: accountOf(t.actor) ?? null, at: t.now })
    }
    // The commission is called by the accreditor first: until then it is his move.
    const moved = await advance(t, kase, 'answer-agreement', 'accreditation-agreement-answered', { whoseMove: 'accreditor', payload: { objected } })
    await writeToAccreditor(t, moved, 'agreement', `/accreditor/decisions/${kase.id}`)
  })
}
