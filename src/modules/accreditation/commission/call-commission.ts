import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { factsOf, peopleOfApplicant } from '../case-facts.ts'
import { assertUnchanged, lockCase, normsOf, passMove, record } from '../cases.ts'
import { decisionLetter, writeToAccounts } from '../letters.ts'
import { policy } from '../policy.ts'
import { commissionBlockers } from './domain/commission.ts'
import { tookPartIn } from './standing.ts'
import { putCommission, selectVotes } from './store/commission-store.ts'

/** The accreditor calls the commission; while it has not decided he may call it anew, for instance one more member after equal votes. Who has voted stays. */
export async function callCommission(ctx: Ctx, input: { id: string; version: number; members: readonly string[]; chair: string }): Promise<void> {
  await tx(ctx, 'accreditation.call-commission', async (t) => {
    const kase = await lockCase(t, input.id)
    assertMay(t, policy, 'accreditation.call-commission', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    if (kase.step !== 'deciding') deny('accreditation.not-at-this-step', { step: kase.step })
    const members = [...new Set(input.members)]
    const holders = await people.listHoldersOfRole(t.sql, 'accreditation-commission', t.today)
    assertNone('commission.not-possible', commissionBlockers({
      members, chair: input.chair || undefined, holders: holders.map((each) => each.accountId), tookPart: await tookPartIn(t, kase.id), ofApplicant: new Set((await peopleOfApplicant(t, kase)).map((each) => each.accountId)),
      voted: (await selectVotes(t.sql, kase.id)).map((vote) => vote.accountId),
    }, await normsOf(t, kase)))
    await putCommission(t.sql, { caseId: kase.id, by: accountOf(t.actor)!, at: t.now }, members, input.chair)
    await passMove(t, kase, 'commission')
    await record(t, kase.id, 'accreditation-commission-called', { members, chair: input.chair })
    await writeToAccounts(t, kase, members, decisionLetter('commission-called', `/accreditor/decisions/${kase.id}`))
  })
}
