import { assertNone } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import * as people from '#modules/people/index.ts'
import { keyOf } from '../agreement/domain/agreement.ts'
import { factsOf, peopleOfApplicant } from '../case-facts.ts'
import { advance, assertStep, assertUnchanged, lockCase, normsOf } from '../cases.ts'
import { decisionLetter, writeToAccreditor, writeToActing } from '../letters.ts'
import { decidedLines, makeNotice } from '../hand-over/notice.ts'
import { refusalText } from '../paper-words.ts'
import { policy } from '../policy.ts'
import { commissionBlockers, decide } from './domain/commission.ts'
import { protocolPaper } from './protocol.ts'
import { lineFacts, tookPartIn } from './standing.ts'
import { closeCommission, selectCommissioners, selectVotes, setOutcome } from './store/commission-store.ts'

/**
 * The chair declares what the votes say, profession by profession, with the reasons of every refusal. Some granted and some refused is a decision to
 * accredit; all refused is a refusal. Who meanwhile lost the role or turned out to belong to the applicant does not decide.
 */
export async function decideCase(ctx: Ctx, input: { id: string; version: number; reasons: ReadonlyMap<string, string> }): Promise<void> {
  await tx(ctx, 'accreditation.decide', async (t) => {
    const kase = await lockCase(t, input.id)
    const members = await selectCommissioners(t.sql, kase.id)
    const chair = members.find((each) => each.chair)?.accountId
    assertMay(t, policy, 'accreditation.decide', await factsOf(t, kase))
    assertUnchanged(kase, input.version)
    assertStep(kase, 'decide-accredit')
    const norms = await normsOf(t, kase)
    const holders = await people.listHoldersOfRole(t.sql, 'accreditation-commission', t.today)
    const ids = members.map((each) => each.accountId)
    assertNone('commission.not-possible', commissionBlockers({
      members: ids, chair, holders: holders.map((each) => each.accountId), tookPart: await tookPartIn(t, kase.id), ofApplicant: new Set((await peopleOfApplicant(t, kase)).map((each) => each.accountId)), voted: [],
    }, norms))
    const votes = await selectVotes(t.sql, kase.id)
    const lines = (await lineFacts(t, kase.id)).map((line) => ({ ...line, votes: votes.filter((vote) => keyOf(vote) === keyOf(line)).map((vote) => vote.choice) }))
    const { decided, blockers } = decide(lines, ids.length, input.reasons, norms)
    assertNone('commission.not-decided', blockers)
    for (const line of decided) await setOutcome(t.sql, kase.id, line)
    const granted = decided.filter((line) => line.outcome === 'granted')
    const own = accountOf(t.actor)!
    const paperId = await createPaper(t, 'accreditation-protocol', await protocolPaper(t, { kase, members, lines, votes, decided }), { caseId: kase.id, centreId: kase.organisationId })
    const noticeId = await makeNotice(t, kase, 'decision', await decidedLines(t, decided))
    await closeCommission(t.sql, kase.id, own, t.now, paperId)
    const act = granted.length > 0 ? 'decide-accredit' : 'decide-refuse'
    await advance(t, kase, act, 'accreditation-decided', { payload: { granted: granted.map(keyOf), refused: decided.filter((line) => line.outcome === 'refused').map(keyOf), paperId, noticeId } })
    const letter = granted.length === 0 ? 'case-refused' : granted.length < decided.length ? 'case-granted-in-part' : 'case-granted'
    await writeToActing(t, kase, decisionLetter(letter, `/applicant/contract/${kase.id}`, { refusals: await refusalText(t, decided) }))
    if (granted.length > 0) await writeToAccreditor(t, kase, 'decided', `/accreditor/decisions/${kase.id}`)
  })
}
