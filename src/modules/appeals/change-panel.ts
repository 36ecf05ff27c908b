import { deny } from '#kernel/denial.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { panelChoiceOf } from './call-panel.ts'
import { memberBlockers } from './domain/appeal-panel.ts'
import { writeToAccounts, writeToPerson } from './letters.ts'
import { closeRecordingFor, dissolveSeats, panelMembersOf, replaceSeat, type Dissolution, type Replacement } from './neighbours.ts'
import { standingOf } from './panel-standing.ts'
import { policy } from './policy.ts'
import { selectAppeal, setPanel, type Appeal } from './store/appeal-store.ts'

/** Puts somebody else in the seat of a member of the appeal panel, before it has decided. */
export async function replaceAppealMember(ctx: Ctx, input: Replacement & { number: string; version: number }): Promise<void> {
  await tx(ctx, 'appeal.change-panel', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'appeal.change-panel', kase)
    casework.assertUnchanged(kase, input.version)
    const appeal = await calledAppeal(t, kase)
    const { voidVote } = await replaceSeat(t, appeal.panelId!, input, await standingOf(t, kase, appeal, await panelMembersOf(t, appeal.panelId!)), await successorBlockers(t, kase, appeal, input.successorId))
    await closeRecordingFor(t, kase.parentCaseId!, { viewers: [input.memberId], purpose: 'appeal' })
    await casework.record(t, kase.id, 'appeal-member-replaced', { panelId: appeal.panelId, member: input.memberId, successor: input.successorId, ground: input.ground, voidVote })
    await casework.touchCase(t, kase, {})
    await writeToAccounts(t, kase, [input.memberId], 'appeal-seat-left', '')
    await writeToAccounts(t, kase, [input.successorId], 'appeal-panel-called', `/examiner/appeals/${kase.number}`, { due: kase.nextDueOn })
    await writeToPerson(t, kase, 'appeal-panel-changed', `/cases/${kase.number}/appeal`, { due: kase.nextDueOn })
  })
}

/** Dissolves an appeal panel that cannot decide; the centre calls another, and the term of the appeal runs on. A lawful panel whose votes decide is not dissolved. */
export async function dissolveAppealPanel(ctx: Ctx, input: Dissolution & { number: string; version: number }): Promise<void> {
  await tx(ctx, 'appeal.change-panel', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'appeal.change-panel', kase)
    casework.assertUnchanged(kase, input.version)
    const appeal = await calledAppeal(t, kase)
    const { members, voidVotes } = await dissolveSeats(t, appeal.panelId!, input, await standingOf(t, kase, appeal, await panelMembersOf(t, appeal.panelId!)))
    await setPanel(t.sql, kase.id, null)
    await closeRecordingFor(t, kase.parentCaseId!, { viewers: members, purpose: 'appeal' })
    await casework.record(t, kase.id, 'appeal-panel-dissolved', { panelId: appeal.panelId, ground: input.ground, voidVotes })
    await casework.touchCase(t, kase, { step: 'lodged', whoseMove: 'centre' })
    await writeToAccounts(t, kase, members, 'appeal-panel-dissolved', '')
    await writeToPerson(t, kase, 'appeal-panel-changed', `/cases/${kase.number}/appeal`, { due: kase.nextDueOn })
  })
}

async function calledAppeal(t: Tx, kase: casework.CaseFile): Promise<Appeal> {
  const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
  return appeal?.panelId && kase.step === 'panel-called' ? appeal : deny('appeal.not-at-this-step')
}

async function successorBlockers(t: Tx, kase: casework.CaseFile, appeal: Appeal, successorId: string): Promise<Blocker[]> {
  const choice = await panelChoiceOf(t, kase, appeal)
  return memberBlockers(successorId, { staff: choice.people.map((each) => each.accountId), tookPart: choice.tookPart, ties: choice.ties, guests: choice.guests, second: choice.second }, await casework.normsOf(t, kase))
}
