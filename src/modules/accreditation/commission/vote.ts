import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { keyOf } from '../agreement/domain/agreement.ts'
import { factsOf } from '../case-facts.ts'
import { lockCase, record } from '../cases.ts'
import { policy } from '../policy.ts'
import { ballotBlockers, type BallotLine, type Choice } from './domain/commission.ts'
import { lineFacts } from './standing.ts'
import { insertVote, selectVotes } from './store/commission-store.ts'

/** A member of the commission votes on every profession, once; a vote against says why. */
export async function voteOnCase(ctx: Ctx, input: { id: string; ballot: readonly BallotLine[] }): Promise<void> {
  await tx(ctx, 'accreditation.vote', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.vote', await factsOf(t, kase))
    if (kase.step !== 'deciding') deny('accreditation.not-at-this-step', { step: kase.step })
    const own = accountOf(t.actor)!
    if ((await selectVotes(t.sql, kase.id)).some((vote) => vote.accountId === own)) deny('commission.voted-already')
    const lines = await lineFacts(t, kase.id)
    assertNone('commission.ballot-incomplete', ballotBlockers(lines, input.ballot))
    for (const line of lines) {
      const given = input.ballot.find((each) => keyOf(each) === keyOf(line))!
      await insertVote(t.sql, kase.id, { accountId: own, professionCode: line.professionCode, level: line.level, choice: given.choice as Choice, note: given.note.trim() }, t.now)
    }
    await record(t, kase.id, 'accreditation-voted', { lines: lines.length })
  })
}
