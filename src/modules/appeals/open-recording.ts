import { Denial, deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { openRecordingFor, panelMembersOf } from './neighbours.ts'
import { policy } from './policy.ts'
import { selectAppeal } from './store/appeal-store.ts'
import { selectComplaint } from './store/complaint-store.ts'

/** Who sits on the panel of an appeal opens what was recorded of the exam that is challenged, while the panel sits. */
export async function openRecordingOfAppeal(ctx: Ctx, input: { number: string; stage: Stage }): Promise<Uuid> {
  const ask = async (t: Tx): Promise<casework.CaseFile> => {
    const kase = await casework.findCaseByTypedNumber(t, input.number)
    const appeal = kase?.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    const members = appeal?.panelId ? await panelMembersOf(t, appeal.panelId) : []
    if (!kase) throw new Denial('not-found')
    assertMay(t, policy, 'appeal.vote', { ...kase, members: members.map((member) => member.accountId) })
    if (kase.step !== 'panel-called') deny('appeal.not-at-this-step')
    return kase
  }
  return openRecordingFor(ctx, { number: await examOf(ctx, 'appeal.vote', ask), stage: input.stage, purpose: 'appeal' }, ask)
}

/** Whoever answers a complaint, or oversees the centre, opens what was recorded of the exam that is complained of, until the answer; nobody in his own matter. */
export async function openRecordingOfComplaint(ctx: Ctx, input: { number: string; stage: Stage }): Promise<Uuid> {
  const ask = async (t: Tx): Promise<casework.CaseFile> => {
    const kase = await casework.findCaseByTypedNumber(t, input.number)
    const complaint = kase?.kind === 'complaint' ? await selectComplaint(t.sql, kase.id) : undefined
    if (!kase || !complaint || complaint.about === accountOf(t.actor)) throw new Denial('not-found')
    assertMay(t, policy, 'complaint.read', kase)
    // An answered one is no door to what is recorded, though another is open: that may be about himself.
    if (complaint.answer !== null) throw new Denial('not-found')
    return kase
  }
  return openRecordingFor(ctx, { number: await examOf(ctx, 'complaint.read', ask), stage: input.stage, purpose: 'complaint' }, ask)
}

/** The number of the case at which an appeal or a complaint points. */
async function examOf(ctx: Ctx, action: 'appeal.vote' | 'complaint.read', ask: (t: Tx) => Promise<casework.CaseFile>): Promise<string> {
  return read(ctx, action, async (t) => {
    const { parentNumber } = await casework.relationsOf(t, await ask(t))
    if (!parentNumber) throw new Denial('not-found')
    return parentNumber
  })
}
