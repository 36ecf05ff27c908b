import type { Blocker } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { panelChoiceOf } from './call-panel.ts'
import { memberBlockers, panelBlockers, voteResult } from './domain/appeal-panel.ts'
import type { PanelMember, PanelState } from './neighbours.ts'
import type { Appeal } from './store/appeal-store.ts'

export interface AppealPanelStanding extends PanelState {
  lawful: boolean
  /** Why this panel does not decide today; empty when nothing but votes is missing. */
  blockers: Blocker[]
}

/** Asks of an appeal panel that was called what was asked when it was called. */
export async function standingOf(t: Tx, kase: casework.CaseFile, appeal: Appeal, members: readonly PanelMember[]): Promise<AppealPanelStanding> {
  const choice = await panelChoiceOf(t, kase, appeal)
  const norms = await casework.normsOf(t, kase)
  const facts = { staff: choice.people.map((each) => each.accountId), tookPart: choice.tookPart, ties: choice.ties, guests: choice.guests, second: choice.second, documentStands: choice.documentStands }
  const unlawful = members.filter((member) => memberBlockers(member.accountId, facts, norms).length > 0).map((member) => member.accountId)
  const found = panelBlockers({ ...facts, members: members.map((member) => member.accountId), chair: members.find((member) => member.chair)?.accountId }, norms)
  const { result } = voteResult(members.length, members.flatMap((member) => (member.choice ? [member.choice] : [])), norms)
  const names = await people.namesOf(t, unlawful)
  return {
    unlawful, lawful: found.length === 0, decides: result === 'uphold' || result === 'reject',
    blockers: [
      // One person may still reject; that he annuls nothing alone is asked when a document falls.
      ...found.filter((blocker) => blocker.code !== 'appeal.panel-alone-with-document'),
      ...(unlawful.length > 0 ? [{ code: 'panel.replace-first', data: { names: unlawful.map((id) => names.get(id) ?? '').join(', ') } }] : []),
    ],
  }
}
